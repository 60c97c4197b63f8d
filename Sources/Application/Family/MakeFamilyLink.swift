package import Domain

/// Writes down that one person stands for another.
package struct MakeFamilyLink {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ form: FamilyLinkForm, by representative: ID<Patient>, for person: ID<Patient>, author: Author
    ) throws -> FamilyLink {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        guard representative != person else { throw Refusal(.familyLinkSelf) }
        return try store.change(by: author) { tx in
            let now = clock.now
            let today = clock.day(of: now)
            let (stands, represented) = (try Serving(tx)(representative), try Serving(tx)(person))
            try Kinship(books: tx, clock: clock).mustBeNew(by: representative, for: person)
            let link = try form.link(
                by: stands, for: represented, id: identities.next(), at: now, today: today, author: owner)
            return Changed(link, .familyLinkMade(link))
        }
    }
}

/// Ends a link, with the reason: a paper was taken back, or the link was a mistake.
package struct EndFamilyLink {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<FamilyLink>, for typed: String, by author: Author
    ) throws -> FamilyLink {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try FreeText.demand(typed, "reason")
        return try store.change(by: author) { tx in
            guard let link = try tx.family.find(id) else { throw Refusal(.familyLinkNotFound) }
            let ended = try link.ended(for: reason, by: owner, at: clock.now)
            return Changed(ended, .familyLinkEnded(ended))
        }
    }
}
