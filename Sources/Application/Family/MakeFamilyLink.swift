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
            try refuseDouble(representative, represented, today, tx)
            try refuseCircle(from: representative, to: person, today, tx)
            let reading = form.read(
                representativeBorn: stands.person.birthDate, personBorn: represented.person.birthDate,
                today: today)
            guard let content = reading.content else {
                throw Refusal(.fieldsInvalid, fields: reading.problems)
            }
            let link = FamilyLink(
                id: identities.next(), version: 1, representative: representative, person: person,
                role: form.role, word: content.word, basis: content.basis, validUntil: content.validUntil,
                madeAt: now, madeBy: owner)
            return Changed(link, .familyLinkMade(link))
        }
    }

    private func refuseDouble(
        _ representative: ID<Patient>, _ person: Patient, _ today: CalendarDay, _ books: any Reading
    ) throws {
        let born = person.person.birthDate
        let same = try books.family.representatives(of: person.id).contains {
            $0.representative == representative && $0.standing(on: today, born: born) == .inForce
        }
        if same { throw Refusal(.familyLinkStanding) }
    }

    /// Whoever stands for somebody cannot, by however many others, be represented by that same person.
    private func refuseCircle(
        from representative: ID<Patient>, to person: ID<Patient>, _ today: CalendarDay, _ books: any Reading
    ) throws {
        var (seen, next) = (Set([representative]), [representative])
        while let one = next.popLast(), let patient = try books.patients.find(one) {
            for link in try books.family.representatives(of: one)
            where link.standing(on: today, born: patient.person.birthDate) == .inForce {
                if link.representative == person { throw Refusal(.familyLinkCircular) }
                if seen.insert(link.representative).inserted { next.append(link.representative) }
            }
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
