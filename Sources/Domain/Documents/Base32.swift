/// RFC 4648 base32 without padding: upper case when written, any case when read.
///
/// One value has one spelling: the bits that fill the last letter up must be nought, so that a changed letter
/// is never read as the same value.
package enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// How many letters so many bytes take.
    package static func length(ofBytes count: Int) -> Int { (count * 8 + 4) / 5 }

    package static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: length(ofBytes: bytes.count)) { buffer in
            var (held, bits, position) = (UInt32(0), 0, 0)
            for byte in bytes {
                held = held << 8 | UInt32(byte)
                bits += 8
                while bits >= 5 {
                    bits -= 5
                    buffer[position] = letters[Int(held >> UInt32(bits) & 31)]
                    position += 1
                }
            }
            if bits > 0 {
                buffer[position] = letters[Int(held << UInt32(5 - bits) & 31)]
                position += 1
            }
            return position
        }
    }

    /// Nil for a letter of another alphabet, for a length that no bytes have, and for bits left over.
    package static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
        let length = text.count
        guard Base32.length(ofBytes: length * 5 / 8) == length else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length * 5 / 8)
        var (held, bits) = (UInt32(0), 0)
        for letter in text {
            guard let value = value(of: letter) else { return nil }
            held = held << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
            }
        }
        return held & (1 << UInt32(bits) - 1) == 0 ? bytes : nil
    }

    package static func isLetter(_ byte: UInt8) -> Bool { value(of: byte) != nil }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a")
        case UInt8(ascii: "2")...UInt8(ascii: "7"): letter - UInt8(ascii: "2") + 26
        default: nil
        }
    }
}
