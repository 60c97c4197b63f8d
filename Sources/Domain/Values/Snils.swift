// The pension fund's rule: each of the first nine digits times its place counted from the end, summed; the
// rest of the division by 101 is the control number, 100 counting as 0. It holds for numbers above
// 001-001-998 only. Articles with weights 1…9 from the left, or with 11 for 101, are wrong.

/// A СНИЛС, the insurance number of a person's account.
package struct Snils: Hashable, Sendable {
    /// Eleven digits.
    package let digits: String

    package init?(stored digits: String) {
        guard digits.utf8.count == 11, digits.utf8.allSatisfy(TypedText.isDigit) else { return nil }
        self.digits = digits
    }

    /// `112-233-445 95`
    package var shown: String {
        DigitMask.fill("###-###-### ##", with: digits)
    }

    private static let lastUnchecked = 1_001_998

    /// - Parameter control: whether a wrong control number refuses, or warns and lets the number through.
    package static func read(
        _ typed: String, field: String, control severity: FieldProblem.Severity = .error
    ) -> FieldReading<Snils> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        if let sign = line.unicodeScalars.first(where: { !TypedText.isDigit($0) && $0 != "-" && $0 != " " }) {
            return .bad(FieldProblem(field, .snilsSign, ["sign": String(Character(sign))]))
        }
        let digits = TypedText.digits(line)
        guard let snils = Snils(stored: digits) else {
            return .bad(FieldProblem(field, .snilsLength, ["count": "\(digits.utf8.count)"]))
        }
        guard digits.utf8.contains(where: { $0 != UInt8(ascii: "0") }) else {
            return .bad(FieldProblem(field, .snilsZero))
        }
        guard let number = Int(digits.prefix(9)), number > lastUnchecked else {
            return .good(snils, warnings: [FieldProblem(field, .snilsUnchecked)])
        }
        let expected = control(of: digits)
        guard digits.hasSuffix(expected) else {
            return FieldReading(
                snils, but: FieldProblem(field, .snilsControl, ["expected": expected]), severity)
        }
        return .good(snils, warnings: [])
    }

    /// The two digits that the first nine ask for.
    package static func control(of digits: some StringProtocol) -> String {
        let sum = zip(digits.utf8, (1...9).reversed()).reduce(0) { $0 + Int($1.0 - UInt8(ascii: "0")) * $1.1 }
        let rest = sum % 101 == 100 ? 0 : sum % 101
        return rest < 10 ? "0\(rest)" : "\(rest)"
    }
}
