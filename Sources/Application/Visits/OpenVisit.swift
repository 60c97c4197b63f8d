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
        _ form: VisitForm, for patient: ID<Patient>?, ending draft: ID<Draft>? = nil, by author: Author
    ) throws -> Visit {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            if let patient {
                guard try tx.patients.find(patient) != nil else { throw Refusal(.patientNotFound) }
                if form.leavesOpen, let open = try tx.visits.openVisit(of: patient) {
                    throw Refusal(.visitAlreadyOpen, ["number": String(open.number)])
                }
            }
            let visit = try form.visit(
                for: patient, by: owner, clock: clock, identities: identities, in: tx)
            if let draft { try tx.drafts.remove(draft, of: owner) }
            return Changed(visit, .visitOpened(visit))
        }
    }
}
