/// The person has read what the card says and found it right: which version of the card, and how it was said.
package struct ReadBack: Hashable, Sendable {
    package enum How: String, Hashable, Sendable, CaseIterable {
        /// Signed on the printed sheet.
        case signed
        case spoken
    }

    package let id: ID<ReadBack>
    package let patient: ID<Patient>
    package let cardVersion: Int64
    package let how: How
    package let at: Instant
    package let by: ID<Operator>

    package init(
        id: ID<ReadBack>, patient: ID<Patient>, cardVersion: Int64, how: How, at: Instant, by: ID<Operator>
    ) {
        self.id = id
        self.patient = patient
        self.cardVersion = cardVersion
        self.how = how
        self.at = at
        self.by = by
    }
}
