/// A person's card at this clinic. It is corrected and never deleted; each correction is a new version.
package struct Patient: Hashable, Sendable {
    package let id: ID<Patient>
    package var version: Int64
    /// What the receptionist calls out and writes on a folder: 1, 2, 3 … of this desk.
    package let cardNumber: Int64
    package var person: Person
    package let registeredAt: Instant
    package let registeredBy: ID<Operator>
    package var changedAt: Instant

    package init(
        id: ID<Patient>, version: Int64, cardNumber: Int64, person: Person, registeredAt: Instant,
        registeredBy: ID<Operator>, changedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.cardNumber = cardNumber
        self.person = person
        self.registeredAt = registeredAt
        self.registeredBy = registeredBy
        self.changedAt = changedAt
    }

    package func corrected(_ person: Person, at now: Instant) -> Patient {
        var patient = self
        patient.person = person
        patient.version += 1
        patient.changedAt = now
        return patient
    }
}
