/// A person's sex, as documents here have it: М or Ж.
package enum Sex: String, Hashable, Sendable, CaseIterable {
    case male
    case female

    package static func read(_ typed: String, field: String) -> FieldReading<Sex> {
        switch TypedText.line(typed).lowercased() {
        case "": .empty
        case "male", "м", "муж", "мужской": .good(.male, warnings: [])
        case "female", "ж", "жен", "женский": .good(.female, warnings: [])
        default: .bad(FieldProblem(field, .sexUnknown))
        }
    }
}
