/// Where a part of a line lands, by the names that the walk-in form uses.
package enum TakenField: String, CaseIterable, Hashable, Sendable {
    case surname
    case name
    case patronymic
    case patronymicAbsent = "patronymic_absent"
    case birthDate = "birth_date"
    case sex
    case phone
    case email
    case snils
    case inn
    case documentKind = "document_kind"
    case documentSeries = "document_series"
    case documentNumber = "document_number"
    case documentIssuedOn = "document_issued_on"
    case documentIssuer = "document_issuer"
    case documentDepartmentCode = "document_department_code"
    case policyKind = "policy_kind"
    case policyNumber = "policy_number"
    case policyInsurer = "policy_insurer"
    case policyValidTo = "policy_valid_to"
}

/// One field's worth of a line.
package struct TakenPart: Hashable, Sendable {
    /// How far the part may be trusted without a look.
    package enum Certainty: String, CaseIterable, Hashable, Sendable, Comparable {
        case guess
        case likely
        /// Proved by a check digit, by a shape that nothing else has, or by the word before it.
        case certain

        package static func < (one: Certainty, other: Certainty) -> Bool { one.weight < other.weight }

        var weight: Int {
            switch self {
            case .guess: 1
            case .likely: 2
            case .certain: 3
            }
        }
    }

    package let field: TakenField
    /// As it would stand in the form's field.
    package let value: String
    package let certainty: Certainty

    package init(_ field: TakenField, _ value: String, _ certainty: Certainty) {
        self.field = field
        self.value = value
        self.certainty = certainty
    }
}
