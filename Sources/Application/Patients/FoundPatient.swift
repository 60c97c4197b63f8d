package import Domain

/// A card as the search shows it.
package struct FoundPatient: Hashable, Sendable {
    package let patient: Patient
    package let hasOpenVisit: Bool

    package init(patient: Patient, hasOpenVisit: Bool) {
        self.patient = patient
        self.hasOpenVisit = hasOpenVisit
    }
}
