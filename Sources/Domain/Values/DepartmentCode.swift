/// The code of the department that gave a passport out: `770-001`.
package struct DepartmentCode: Hashable, Sendable {
    /// Six digits.
    package let digits: String

    package init?(stored digits: String) {
        guard TypedDigits.areDigits(digits, 6) else { return nil }
        self.digits = digits
    }

    package var shown: String { DigitMask.fill("###-###", with: digits) }

    package static func read(_ typed: String, field: String) -> FieldReading<DepartmentCode> {
        TypedDigits.read(typed, field: field).flatMap { digits in
            guard let code = DepartmentCode(stored: digits) else {
                return .bad(FieldProblem(field, .departmentCodeLength, ["count": "\(digits.utf8.count)"]))
            }
            return .good(code, warnings: [])
        }
    }
}
