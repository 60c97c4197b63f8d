/// The patient said at the desk that the phone on the card is right, and who heard it. It speaks of that
/// number only: a changed phone is unconfirmed again.
package struct PhoneConfirmation: Hashable, Sendable {
    package let patient: ID<Patient>
    package let phone: PhoneNumber
    package let at: Instant
    package let by: ID<Operator>

    package init(patient: ID<Patient>, phone: PhoneNumber, at: Instant, by: ID<Operator>) {
        self.patient = patient
        self.phone = phone
        self.at = at
        self.by = by
    }
}
