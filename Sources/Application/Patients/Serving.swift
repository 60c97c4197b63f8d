package import Domain

/// The one question before anything is done for somebody: whether there is a card, whether it is still its
/// own and not another's, and whether its owner lives. Visits and consents ask it; bookings, calls and
/// reminders ask it too.
package struct Serving {
    let books: any Reading

    package init(_ books: any Reading) { self.books = books }

    package func callAsFunction(_ id: ID<Patient>) throws -> Patient {
        guard let patient = try books.patients.find(id) else { throw Refusal(.patientNotFound) }
        try books.mustLive(id)
        if let note = try books.deaths.note(of: id) {
            throw Refusal(.patientDead, ["day": note.diedOn.shown])
        }
        return patient
    }
}
