// A number of digits is typed from paper, pasted from a letter or taken from a recognised scan. Spaces,
// hyphens and № say nothing. Among digits О is always a nought and З a three; Latin l and I are the one.

/// Digits as people type them.
enum TypedDigits {
    static func read(_ typed: String, field: String) -> FieldReading<String> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        var digits = String.UnicodeScalarView()
        for scalar in line.unicodeScalars where !isSeparator(scalar) {
            guard let digit = TypedText.isDigit(scalar) ? scalar : lookAlikes[scalar] else {
                return .bad(FieldProblem(field, .digitsOnly, ["sign": TypedText.named(scalar)]))
            }
            digits.append(digit)
        }
        return .good(String(digits), warnings: [])
    }

    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "-" || scalar == "№"
    }

    static func allEqual(_ digits: String) -> Bool { Set(digits.utf8).count == 1 }

    /// Whether there are so many characters, and digits only.
    static func areDigits(_ text: some StringProtocol, _ count: Int) -> Bool {
        text.utf8.count == count && text.unicodeScalars.allSatisfy(TypedText.isDigit)
    }

    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
        "О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "l": "1", "I": "1", "І": "1", "|": "1",
    ]
}
