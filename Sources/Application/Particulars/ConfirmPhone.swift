package import Domain

/// Notes that a patient confirmed the card's phone in person.
package struct ConfirmPhone {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    /// - Parameter seen: the version of the card whose phone was read out.
    package func callAsFunction(
        of id: ID<Patient>, baseVersion seen: Int64, by author: Author
    ) throws -> PhoneConfirmation {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let patient = try tx.patients.find(id) else { throw Refusal(.patientNotFound) }
            try tx.mustLive(id)
            guard patient.version == seen else { throw Refusal(.phoneChanged) }
            guard let phone = patient.person.phone else {
                throw Refusal(
                    .fieldsInvalid, fields: [FieldProblem(PersonField.phone.rawValue, .required)])
            }
            let confirmation = PhoneConfirmation(patient: id, phone: phone, at: clock.now, by: owner)
            return Changed(confirmation, .phoneConfirmed(confirmation))
        }
    }
}
