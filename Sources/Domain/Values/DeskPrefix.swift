/// The digits in front of every number that this desk gives to a paper: 2…6 of them, never assumed to be two.
package struct DeskPrefix: Hashable, Sendable {
    package let digits: String

    package init?(stored digits: String) {
        guard (2...6).contains(digits.utf8.count), digits.unicodeScalars.allSatisfy(TypedText.isDigit),
            digits.utf8.contains(where: { $0 != UInt8(ascii: "0") })
        else { return nil }
        self.digits = digits
    }

    package static func read(_ typed: String, field: String) -> FieldReading<DeskPrefix> {
        let text = TypedText.line(typed)
        if text.isEmpty { return .empty }
        guard text.unicodeScalars.allSatisfy(TypedText.isDigit) else {
            return .bad(FieldProblem(field, .prefixDigits))
        }
        guard (2...6).contains(text.utf8.count) else {
            return .bad(FieldProblem(field, .prefixLength, ["least": "2", "most": "6"]))
        }
        guard let prefix = DeskPrefix(stored: text) else { return .bad(FieldProblem(field, .prefixZero)) }
        return .good(prefix, warnings: [])
    }
}
