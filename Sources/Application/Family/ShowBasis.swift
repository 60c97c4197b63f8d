package import Domain

/// Writes down the paper that a representative has brought now, or a newer one. A link is never changed: the
/// old one ends, and another begins that has the paper; what was done by the old one stays done by it.
package struct ShowBasis {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    /// - Parameter reason: what the old link is ended with, in the words of the house.
    package func callAsFunction(
        _ basis: String, until validUntil: String, for id: ID<FamilyLink>, endingWith reason: String,
        by author: Author
    ) throws -> FamilyLink {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        _ = try FreeText.demand(basis, FamilyLinkField.basis.rawValue)
        return try store.change(by: author) { tx in
            guard let old = try tx.family.find(id) else { throw Refusal(.familyLinkNotFound) }
            let now = clock.now
            let today = clock.day(of: now)
            let ended = try old.ended(for: reason, by: owner, at: now)
            let stands = try Serving(tx)(living: old.representative)
            let represented = try Serving(tx)(living: old.person)
            let kinship = Kinship(books: tx, clock: clock)
            // While the old one was over, another may have been made.
            if old.standing(on: today, born: represented.person.birthDate) != .inForce {
                try kinship.mustBeNew(by: stands.id, for: represented.id)
            }
            let form = FamilyLinkForm(
                role: old.role, word: old.word ?? "", basis: basis, validUntil: validUntil)
            let link = try form.link(
                by: stands, for: represented, id: identities.next(), at: now, today: today, author: owner)
            return Changed(link, .familyLinkEnded(ended), .familyLinkMade(link))
        }
    }
}

extension Kinship {
    /// Nobody stands twice for the same person, nor in a circle.
    func mustBeNew(by representative: ID<Patient>, for person: ID<Patient>) throws {
        guard try !standing(for: person).contains(representative) else {
            throw Refusal(.familyLinkStanding)
        }
        guard try !climbs(from: [representative], to: [person]) else {
            throw Refusal(.familyLinkCircular)
        }
    }
}

extension FamilyLinkForm {
    /// The link that this form makes of two people, or why not.
    func link(
        by representative: Patient, for person: Patient, id: ID<FamilyLink>, at now: Instant,
        today: CalendarDay, author: ID<Operator>
    ) throws(Refusal) -> FamilyLink {
        let reading = read(
            representativeBorn: representative.person.birthDate, personBorn: person.person.birthDate,
            today: today)
        guard let content = reading.content else { throw Refusal(.fieldsInvalid, fields: reading.problems) }
        return FamilyLink(
            id: id, version: 1, representative: representative.id, person: person.id, role: role,
            word: content.word, basis: content.basis, validUntil: content.validUntil, madeAt: now,
            madeBy: author)
    }
}
