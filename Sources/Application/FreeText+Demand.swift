internal import Domain

extension FreeText {
    /// Words without which the deed is refused, by their field.
    static func demand(_ typed: String, _ field: String, max: Int = 300) throws -> String {
        switch FreeText.read(typed, field: field, max: max) {
        case .empty: throw Refusal(.fieldsInvalid, fields: [FieldProblem(field, .required)])
        case .good(let text, _): return text.text
        case .bad(let problem): throw Refusal(.fieldsInvalid, fields: [problem])
        }
    }
}
