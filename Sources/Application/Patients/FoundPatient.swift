package import Domain

/// A card as the search shows it.
package struct FoundPatient: Hashable, Sendable {
    package let patient: Patient
    package let hasOpenVisit: Bool
    /// The number of the merged card by which this one was found.
    package let formerCard: Int64?

    package init(patient: Patient, hasOpenVisit: Bool, formerCard: Int64? = nil) {
        self.patient = patient
        self.hasOpenVisit = hasOpenVisit
        self.formerCard = formerCard
    }
}
