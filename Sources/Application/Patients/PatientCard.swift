package import Domain

/// A patient as the card shows one: with the visit that is open now, and what papers there are.
package struct PatientCard: Hashable, Sendable {
    package let patient: Patient
    package let openVisit: VisitLine?
    /// One that is not struck.
    package let hasDocument: Bool
    package let hasPolicy: Bool
    package let phoneConfirmed: Confirmed?

    /// The phone that the card has now was confirmed in person.
    package struct Confirmed: Hashable, Sendable {
        package let at: Instant
        package let operatorName: String

        package init(at: Instant, operatorName: String) {
            self.at = at
            self.operatorName = operatorName
        }
    }

    package init(
        patient: Patient, openVisit: VisitLine?, hasDocument: Bool, hasPolicy: Bool,
        phoneConfirmed: Confirmed?
    ) {
        self.patient = patient
        self.openVisit = openVisit
        self.hasDocument = hasDocument
        self.hasPolicy = hasPolicy
        self.phoneConfirmed = phoneConfirmed
    }

    /// What can be missing, in the words of `missing`.
    package static let parts = PersonField.allCases.map(\.rawValue) + ["document", "policy"]

    /// What a good card would have and this one lacks; each is one key away on the card.
    package var missing: [String] {
        var missing = patient.person.missing.map(\.rawValue)
        if !hasDocument { missing.append("document") }
        if !hasPolicy { missing.append("policy") }
        return missing
    }
}
