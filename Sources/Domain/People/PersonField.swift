/// The fields of the walk-in form, by the names that forms, problems and facts share.
package enum PersonField: String, CaseIterable, Sendable {
    case surname
    case name
    case patronymic
    case birthDate = "birth_date"
    case sex
    case phone
    case email
    case snils
    case note
}
