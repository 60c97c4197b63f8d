package import Domain

/// Notes that a person died, and stops what was under way: the open visit is closed, and nobody is
/// represented by the person any more. Nothing else is rewritten; what follows is asked of the note.
package struct NoteDeath {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    /// - Parameter reason: what the visit and the links are closed with, in the words of the house.
    package func callAsFunction(
        _ form: DeathForm, of id: ID<Patient>, closingWith reason: String, by author: Author
    ) throws -> DeathNote {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let patient = try tx.patients.find(id) else { throw Refusal(.patientNotFound) }
            try tx.mustLive(id)
            guard try tx.death(of: id) == nil else { throw Refusal(.deathNotedAlready) }
            let now = clock.now
            let reading = form.read(born: patient.person.birthDate, today: clock.day(of: now))
            guard let content = reading.content else {
                throw Refusal(.fieldsInvalid, fields: reading.problems)
            }
            let note = DeathNote(
                id: identities.next(), version: 1, patient: id, diedOn: content.diedOn, basis: form.basis,
                details: content.details, notedAt: now, notedBy: owner)
            var more: [Event] = []
            if let visit = try tx.openVisit(ofPerson: id) {
                more.append(
                    .visitCancelled(try visit.taking(.cancel(reason: reason), by: owner, at: now)))
            }
            for link in try tx.cards(of: id).flatMap(tx.family.represented(by:)) where link.end == nil {
                more.append(.familyLinkEnded(try link.ended(for: reason, by: owner, at: now)))
            }
            return Changed(note, .deathNoted(note), and: more)
        }
    }
}

/// Strikes a note of death that was a mistake. The links that it ended are made again, for the right never
/// ended; the visit that it closed stays closed, for nobody waits any more.
package struct StrikeDeathNote {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ id: ID<DeathNote>, for typed: String, by author: Author
    ) throws -> DeathNote {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try FreeText.demand(typed, "reason")
        return try store.change(by: author) { tx in
            guard let note = try tx.deaths.find(id) else { throw Refusal(.deathNoteNotFound) }
            let now = clock.now
            let struck = try note.struck(for: reason, by: owner, at: now)
            let links = try Kinship(books: tx, clock: clock).ended(by: note).map { link in
                FamilyLink(
                    id: identities.next(), version: 1,
                    representative: try tx.merges.living(link.representative),
                    person: try tx.merges.living(link.person), role: link.role, word: link.word,
                    basis: link.basis, validUntil: link.validUntil, madeAt: now, madeBy: owner)
            }
            return Changed(struck, .deathNoteStruck(struck), and: links.map { .familyLinkMade($0) })
        }
    }
}
