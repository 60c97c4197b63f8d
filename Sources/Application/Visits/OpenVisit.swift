package import Domain

/// Notes that somebody has come, known or unnamed. One person has one open visit.
package struct OpenVisit {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ form: VisitForm, for patient: ID<Patient>?, broughtBy link: ID<FamilyLink>? = nil,
        ending draft: ID<Draft>? = nil, by author: Author
    ) throws -> Visit {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let day = form.dayOver(clock)
            let person = try patient.map { try Serving(tx)($0, on: day) }
            if let patient, form.leavesOpen, let open = try tx.openVisit(ofPerson: patient) {
                throw Refusal(.visitAlreadyOpen, ["number": String(open.number)])
            }
            let visit = try form.visit(
                for: person, by: owner, clock: clock, identities: identities, in: tx)
            if let draft { try tx.drafts.remove(draft, of: owner) }
            guard let link else { return Changed(visit, .visitOpened(visit)) }
            guard let person else { throw Refusal(.familyLinkNotFound) }
            let act = try Representing(books: tx, clock: clock, identities: identities)(
                .comingAlong, by: link, for: person, on: day, in: .visit(visit.id), author: owner)
            return Changed(visit, .visitOpened(visit), .actedOnBehalf(act))
        }
    }
}
