/// The digits that unlock a screen. Never shown, not even by a debugger's print.
package struct Pin: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let digits: String

    package static let lengths = 6...12

    package static func read(_ typed: String, field: String) -> FieldReading<Pin> {
        let text = TypedText.line(typed)
        if text.isEmpty { return .empty }
        guard text.unicodeScalars.allSatisfy(TypedText.isDigit) else {
            return .bad(FieldProblem(field, .pinDigits))
        }
        guard text.utf8.count >= lengths.lowerBound else {
            return .bad(FieldProblem(field, .pinShort, ["least": "\(lengths.lowerBound)"]))
        }
        guard text.utf8.count <= lengths.upperBound else {
            return .bad(FieldProblem(field, .pinLong, ["most": "\(lengths.upperBound)"]))
        }
        guard !isWeak(text) else { return .bad(FieldProblem(field, .pinWeak)) }
        return .good(Pin(digits: text), warnings: [])
    }

    /// One digit or one pair or triple again and again, a run up or down, or what many choose.
    private static func isWeak(_ digits: String) -> Bool {
        let bytes = Array(digits.utf8)
        if (1...3).contains(where: { period in
            bytes.indices.dropFirst(period).allSatisfy { bytes[$0] == bytes[$0 - period] }
        }) {
            return true
        }
        let steps = Set(zip(bytes, bytes.dropFirst()).map { (Int($1) - Int($0) + 10) % 10 })
        return steps == [1] || steps == [9] || common.contains(digits)
    }

    private static let common: Set<String> = [
        "112233", "123321", "147258", "147852", "159357", "159753", "121314", "102030", "445566", "778899",
        "998877",
        "456852", "258456", "741852", "963852", "789456", "456123", "100500", "100200", "111222", "222333",
        "111333",
        "12344321", "11223344", "13579246", "24681357", "147258369", "1234512345", "135790", "246810",
        "101112",
    ]

    package var description: String { "Pin" }
    package var debugDescription: String { "Pin" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
