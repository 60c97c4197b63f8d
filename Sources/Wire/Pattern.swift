/// A pattern that strings may have to follow: what JSON Schema publishes, and the same in Swift.
///
/// The two stand side by side because a general regular expression on the way in is a way to stop a server; a
/// test compares them. The expressions are those that ECMA-262 and Python read alike.
package enum Pattern: String, Hashable, Sendable, CaseIterable {
    case uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
    case day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case digits = "^[0-9]+$"
    case phone = "^\\+[0-9]{8,15}$"
    case snils = "^[0-9]{3}-[0-9]{3}-[0-9]{3} [0-9]{2}$"
    case word = "^[a-z][a-z0-9_]*$"
    case hexadecimal = "^[0-9a-f]+$"

    package func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .uuid: return Pattern.matches(bytes, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh")
        case .day: return Pattern.matches(bytes, "dddd-dd-dd")
        case .digits: return !bytes.isEmpty && bytes.allSatisfy(Pattern.isDigit)
        case .phone:
            return (9...16).contains(bytes.count) && bytes[0] == UInt8(ascii: "+")
                && bytes.dropFirst().allSatisfy(Pattern.isDigit)
        case .snils: return Pattern.matches(bytes, "ddd-ddd-ddd dd")
        case .word:
            guard let first = bytes.first, Pattern.isLower(first) else { return false }
            return bytes.allSatisfy { Pattern.isLower($0) || Pattern.isDigit($0) || $0 == UInt8(ascii: "_") }
        case .hexadecimal: return !bytes.isEmpty && bytes.allSatisfy(Pattern.isHexadecimal)
        }
    }

    /// `d` stands for a digit, `h` for a lower-case hex digit, anything else for itself.
    private static func matches(_ bytes: [UInt8], _ mask: StaticString) -> Bool {
        guard bytes.count == mask.utf8CodeUnitCount else { return false }
        return bytes.indices.allSatisfy { index in
            switch mask.utf8Start[index] {
            case UInt8(ascii: "d"): isDigit(bytes[index])
            case UInt8(ascii: "h"): isHexadecimal(bytes[index])
            case let other: bytes[index] == other
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
    private static func isLower(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"))
    }
}
