package import Domain

/// The one question before anything is done for somebody: whether there is a card, whether it is still its
/// own and not another's, and whether its owner lives.
package struct Serving {
    let books: any Reading

    package init(_ books: any Reading) { self.books = books }

    /// - Parameter day: of what is over and only written down now; whoever has died since lived then.
    package func callAsFunction(_ id: ID<Patient>, on day: CalendarDay? = nil) throws -> Patient {
        guard let patient = try books.patients.find(id) else { throw Refusal(.patientNotFound) }
        try books.mustLive(id)
        if let note = try books.death(of: id), day.map({ $0 > note.diedOn }) ?? true {
            throw Refusal(.patientDead, ["day": note.diedOn.shown])
        }
        return patient
    }

    /// Whose card has become another's since is served by that one.
    package func callAsFunction(living id: ID<Patient>) throws -> Patient {
        try self(books.merges.living(id))
    }
}
