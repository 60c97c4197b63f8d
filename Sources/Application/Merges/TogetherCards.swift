package import Domain

/// A card that lives on in another, by the number on its folder.
package struct GatheredCard: Hashable, Sendable {
    package let id: ID<Patient>
    package let cardNumber: Int64

    package init(id: ID<Patient>, cardNumber: Int64) {
        self.id = id
        self.cardNumber = cardNumber
    }
}

/// Something that stands at a card, or at one that lives on in it.
package struct Placed<Item: Sendable>: Sendable {
    package let item: Item
    /// The number of the merged card; nil for what is the card's own.
    package let fromCard: Int64?
}

extension Reading {
    /// Whatever is one person's: of the card, and of those that live on in it.
    package func together<Item: Sendable>(
        _ id: ID<Patient>, _ read: (ID<Patient>) throws -> [Item]
    ) throws -> [Placed<Item>] {
        let own = try read(id).map { Placed(item: $0, fromCard: nil) }
        let others = try merges.gathered(by: id).flatMap { card in
            try read(card.id).map { Placed(item: $0, fromCard: card.cardNumber) }
        }
        return own + others
    }

    /// The card and those that live on in it.
    func cards(of id: ID<Patient>) throws -> [ID<Patient>] {
        [id] + (try merges.gathered(by: id).map(\.id))
    }

    /// The person's death, at whichever of the cards it was noted.
    package func death(of id: ID<Patient>) throws -> DeathNote? {
        for card in try cards(of: merges.living(id)) {
            if let note = try deaths.note(of: card) { return note }
        }
        return nil
    }

    /// The card as its person has it: what was opened or shown at another card of the person counts.
    package func card(ofPerson id: ID<Patient>) throws -> PatientCard? {
        guard let card = try patients.card(id) else { return nil }
        let others = try merges.gathered(by: id).map(\.id)
        guard !others.isEmpty else { return card }
        let papers = try others.flatMap { try self.papers.all(of: $0) }.filter { $0.strike == nil }
        let visit = try card.openVisit ?? openVisit(ofPerson: id).flatMap { try visits.line($0.id) }
        return PatientCard(
            patient: card.patient, openVisit: visit,
            hasDocument: card.hasDocument || papers.contains { $0.document != nil },
            hasPolicy: card.hasPolicy || papers.contains { $0.policy != nil },
            phoneConfirmed: card.phoneConfirmed)
    }

    /// The profile for copies by e-mail that counts: that of the newest sheet, at whichever of the cards.
    package func mailProfile(of id: ID<Patient>) throws -> MailProfile? {
        let sheets = try together(id) { try consents.all(of: $0) }.map(\.item)
        guard let newest = sheets.newest(.emailing),
            let profile = try mailProfiles.standing(of: newest.patient), profile.consent == newest.id
        else { return nil }
        return profile
    }

    /// One person has one open visit, at whichever of the cards it was opened.
    func openVisit(ofPerson id: ID<Patient>) throws -> Visit? {
        for card in try cards(of: id) {
            if let visit = try visits.openVisit(of: card) { return visit }
        }
        return nil
    }

    /// Nothing new is written on a card that lives on in another one.
    func mustLive(_ id: ID<Patient>) throws {
        guard let merge = try merges.standing(of: id), let kept = try patients.find(merge.kept) else {
            return
        }
        throw Refusal(.cardMerged, ["card": String(kept.cardNumber)])
    }
}

extension MergeBook {
    /// The card that this one lives on in, however far; itself when it lives by itself.
    package func living(_ id: ID<Patient>) throws -> ID<Patient> {
        var id = id
        while let merge = try standing(of: id) { id = merge.kept }
        return id
    }
}

extension [FoundPatient] {
    /// Each person once: a card that is found by itself is not shown again for a card that lives on in it.
    package func eachOnce() -> [FoundPatient] {
        let direct = Set(filter { $0.formerCard == nil }.map(\.patient.id))
        var seen: Set<ID<Patient>> = []
        return filter { found in
            let isSecond = found.formerCard != nil && direct.contains(found.patient.id)
            return !isSecond && seen.insert(found.patient.id).inserted
        }
    }
}
