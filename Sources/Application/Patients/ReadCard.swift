package import Domain

/// Opens a patient's card. The first look of a session at a card is remembered in the audit.
package struct ReadCard {
    let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(_ id: ID<Patient>) throws -> PatientCard {
        try store.read { books in
            guard let card = try books.card(ofPerson: id) else { throw Refusal(.patientNotFound) }
            return card
        }
    }

    /// Called before the card is shown; `session` asks it once per patient.
    package func noteView(of id: ID<Patient>, in session: Session, request: String?) throws {
        try store.keep { shelf in
            guard try shelf.patients.find(id) != nil else { throw Refusal(.patientNotFound) }
            guard try shelf.sessions.firstView(of: id, in: session.id) else { return }
            try shelf.note(
                Notice(.patientViewed, about: Subject(.patient, id.as())),
                by: session.author(request: request))
        }
    }
}
