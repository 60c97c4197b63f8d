/// The 36 characters of an id. Apart from the generic `ID`, so that this, which every row and every answer
/// does, is compiled once and not looked up by type at run time.
package enum UUIDText {
    package static func read(_ text: String) -> (high: UInt64, low: UInt64)? {
        var text = text
        return text.withUTF8(read)
    }

    // A row that is found has two of these, and a page of them forty: no branch for each character.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard bytes.count == 36 else { return nil }
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        var wrong: UInt8 = 0
        add(bytes[0..<8], to: &halves.high, &wrong)
        add(bytes[9..<13], to: &halves.high, &wrong)
        add(bytes[14..<18], to: &halves.high, &wrong)
        add(bytes[19..<23], to: &halves.low, &wrong)
        add(bytes[24..<36], to: &halves.low, &wrong)
        for position in 8...23 where isHyphen(position) { wrong |= bytes[position] ^ UInt8(ascii: "-") }
        return wrong == 0 ? halves : nil
    }

    /// Puts digits behind those of a half; a sign that is none leaves a bit in `wrong`.
    private static func add(
        _ digits: Slice<UnsafeBufferPointer<UInt8>>, to half: inout UInt64, _ wrong: inout UInt8
    ) {
        for digit in digits {
            // The letters, and no figure, have the bit of 64 set, and begin with 1 in the lower four.
            let nibble = digit & 15 &+ digit >> 6 &* 9
            wrong |= nibble & 0xf0 | Hex.digit(nibble & 15) ^ digit
            half = half << 4 | UInt64(nibble)
        }
    }

    package static func write(_ high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for nibble in 0..<32 {
                if isHyphen(position) {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let half = nibble < 16 ? high : low
                buffer[position] = Hex.digit(
                    UInt8(truncatingIfNeeded: half >> (60 - 4 * UInt64(nibble % 16)) & 15))
                position += 1
            }
            return position
        }
    }

    private static func isHyphen(_ position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }
}
