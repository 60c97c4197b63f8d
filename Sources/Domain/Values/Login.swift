/// The name that an operator signs in by: 3–32 of a–z, digits, dot, hyphen, underscore, a letter first.
package struct Login: Hashable, Sendable {
    /// In small letters.
    package let text: String

    package init(stored text: String) { self.text = text }

    package static let lengths = 3...32

    package static func read(_ typed: String, field: String) -> FieldReading<Login> {
        let text = TypedText.line(typed).lowercased()
        if text.isEmpty { return .empty }
        if let letter = text.unicodeScalars.first(where: Alphabet.isCyrillic) {
            return .bad(FieldProblem(field, .loginLayout, ["letter": String(Character(letter))]))
        }
        if let sign = text.unicodeScalars.first(where: { !isAllowed($0) }) {
            let shown =
                TypedText.isControl(sign) ? "U+\(String(sign.value, radix: 16))" : String(Character(sign))
            return .bad(FieldProblem(field, .loginSign, ["sign": shown]))
        }
        guard lengths.contains(text.utf8.count) else {
            let limits = ["least": "\(lengths.lowerBound)", "most": "\(lengths.upperBound)"]
            return .bad(FieldProblem(field, .loginLength, limits))
        }
        guard let first = text.unicodeScalars.first, Alphabet.isLatin(first) else {
            return .bad(FieldProblem(field, .loginFirst))
        }
        return .good(Login(stored: text), warnings: [])
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        Alphabet.isLatin(scalar) || TypedText.isDigit(scalar) || scalar == "." || scalar == "_"
            || scalar == "-"
    }
}
