// The tax service's rule for persons: two check digits, each the sum of the digits before it times fixed
// weights, divided by 11; a rest of 10 counts as 0. An organisation's number is shorter and has one.

/// The ИНН of a person.
package struct Inn: Hashable, Sendable {
    /// Twelve digits.
    package let digits: String

    package init?(stored digits: String) {
        guard TypedDigits.areDigits(digits, 12) else { return nil }
        self.digits = digits
    }

    /// As the tax service prints it: without any space.
    package var shown: String { digits }

    /// - Parameter control: whether wrong check digits refuse, or let the number through with a warning.
    package static func read(
        _ typed: String, field: String, control severity: FieldProblem.Severity = .error
    ) -> FieldReading<Inn> {
        TypedDigits.read(typed, field: field).flatMap { digits in
            switch digits.utf8.count {
            case 12: judge(digits, field, severity)
            case 10: .bad(FieldProblem(field, .innOrganisation))
            // A spreadsheet eats the nought in front: the regions 01…09 lose a digit there.
            case 11: .bad(FieldProblem(field, .innLeadingZero, ["corrected": "0" + digits]))
            case let count: .bad(FieldProblem(field, .innLength, ["count": "\(count)"]))
            }
        }
    }

    private static func judge(
        _ digits: String, _ field: String, _ severity: FieldProblem.Severity
    ) -> FieldReading<Inn> {
        guard !TypedDigits.allEqual(digits), let inn = Inn(stored: digits) else {
            return .bad(FieldProblem(field, .numberAllEqual))
        }
        let expected = control(of: digits)
        guard digits.hasSuffix(expected) else {
            return FieldReading(inn, but: FieldProblem(field, .innControl, ["expected": expected]), severity)
        }
        return .good(inn, warnings: [])
    }

    private static let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

    /// The two digits that the first ten ask for.
    private static func control(of digits: String) -> String {
        var values = digits.utf8.prefix(10).map { Int($0 - UInt8(ascii: "0")) }
        for _ in 0..<2 {
            let sum = zip(values, weights.suffix(values.count)).reduce(0) { $0 + $1.0 * $1.1 }
            values.append(sum % 11 % 10)
        }
        return "\(values[10])\(values[11])"
    }
}
