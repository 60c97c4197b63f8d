// The tax service's rule for organisations: ten digits, the last of which is the sum of the nine before it
// times fixed weights, divided by 11; a rest of 10 counts as 0. A private doctor has a person's of twelve.

/// The ИНН of whoever runs a clinic.
package enum OrganisationInn {
    private static let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]

    package static func read(_ typed: String, field: String) -> FieldReading<String> {
        TypedDigits.read(typed, field: field).flatMap { digits in
            if digits.utf8.count == 12 { return Inn.read(digits, field: field).map(\.digits) }
            guard digits.utf8.count == 10 else {
                return .bad(FieldProblem(field, .clinicInnLength, ["count": "\(digits.utf8.count)"]))
            }
            guard !TypedDigits.allEqual(digits) else { return .bad(FieldProblem(field, .numberAllEqual)) }
            let values = digits.utf8.map { Int($0 - UInt8(ascii: "0")) }
            let expected = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
            guard values[9] == expected else {
                return .bad(FieldProblem(field, .clinicInnControl, ["expected": "\(expected)"]))
            }
            return .good(digits, warnings: [])
        }
    }
}
