/// The 36 characters of an id. Apart from the generic `ID`, so that this, which every row and every answer
/// does, is compiled once and not looked up by type at run time.
package enum UUIDText {
    package static func read(_ text: String) -> (high: UInt64, low: UInt64)? {
        var text = text
        return text.withUTF8(read)
    }

    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard bytes.count == 36 else { return nil }
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        for position in 0..<36 {
            if isHyphen(position) {
                guard bytes[position] == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let nibble = Hex.value(of: bytes[position]) else { return nil }
            if position < 18 {
                halves.high = halves.high << 4 | UInt64(nibble)
            } else {
                halves.low = halves.low << 4 | UInt64(nibble)
            }
        }
        return halves
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
