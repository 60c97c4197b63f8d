package import Domain

/// Notes who came along to a visit that is open already: the mother was parking the car. One visit has one.
package struct NoteCompanion {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ link: ID<FamilyLink>, to id: ID<Visit>, by author: Author
    ) throws -> ActOnBehalf {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let line = try tx.visits.line(id) else { throw Refusal(.visitNotFound) }
            guard line.visit.state.isOpen else { throw Refusal(.companionTooLate) }
            if let name = line.broughtBy { throw Refusal(.companionNotedAlready, ["name": name]) }
            guard let patient = line.visit.patient else { throw Refusal(.familyLinkNotFound) }
            let person = try Serving(tx)(living: patient)
            let act = try Representing(books: tx, clock: clock, identities: identities)(
                .comingAlong, by: link, for: person, in: .visit(id), author: owner)
            return Changed(act, .actedOnBehalf(act))
        }
    }
}
