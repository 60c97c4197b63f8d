/// Puts digits into a mask, as people write a number: each `#` takes the next one.
enum DigitMask {
    static func fill(_ mask: StaticString, with digits: String) -> String {
        var digits = digits
        return digits.withUTF8 { digits in
            String(unsafeUninitializedCapacity: mask.utf8CodeUnitCount) { buffer in
                var next = 0
                for position in 0..<mask.utf8CodeUnitCount {
                    let sign = mask.utf8Start[position]
                    guard sign == UInt8(ascii: "#"), next < digits.count else {
                        buffer[position] = sign
                        continue
                    }
                    buffer[position] = digits[next]
                    next += 1
                }
                return mask.utf8CodeUnitCount
            }
        }
    }
}
