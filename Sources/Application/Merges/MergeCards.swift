package import Domain

/// Makes one of two cards of one person. The kept card takes the fields that were chosen; everything else
/// stays where it is, so that parting can give both back.
package struct MergeCards {
    /// A card as whoever chooses has seen it.
    package struct Side: Hashable, Sendable {
        package let id: ID<Patient>
        package let version: Int64

        package init(id: ID<Patient>, version: Int64) {
            self.id = id
            self.version = version
        }
    }

    package struct Input: Sendable {
        package var kept: Side
        package var merged: Side
        package var taken: Set<PersonField>
        package var reason: String
        /// That whoever decides has seen how little the cards have in common.
        package var isSure: Bool

        package init(
            kept: Side, merged: Side, taken: Set<PersonField>, reason: String, isSure: Bool = false
        ) {
            self.kept = kept
            self.merged = merged
            self.taken = taken
            self.reason = reason
            self.isSure = isSure
        }
    }

    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(_ input: Input, by author: Author) throws -> CardMerge {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try FreeText.demand(input.reason, "reason")
        return try store.change(by: author) { tx in
            let pair = try MergePair(
                kept: input.kept.id, merged: input.merged.id, clock: clock, in: tx)
            try tx.mustBe(pair.kept, at: input.kept.version)
            try tx.mustBe(pair.merged, at: input.merged.version)
            if !input.isSure, try pair.isDoubtful(tx) {
                throw Refusal(.fieldsInvalid, fields: [FieldProblem("sure", .mergeDoubtful)])
            }
            let now = clock.now
            let (kept, merged) = (pair.kept.person, pair.merged.person)
            let taken = input.taken.filter { !kept.agrees(on: $0, with: merged) }
            let merge = CardMerge(
                id: identities.next(), version: 1, kept: pair.kept.id, merged: pair.merged.id, before: kept,
                taken: taken, reason: reason, mergedAt: now, mergedBy: owner)
            guard !taken.isEmpty else { return Changed(merge, .cardsMerged(merge)) }
            let corrected = pair.kept.corrected(kept.taking(taken, from: merged), at: now)
            return Changed(merge, .patientCorrected(corrected, []), .cardsMerged(merge))
        }
    }
}

/// Two cards that may become one: both live, not more than one of them is being served now and none after a
/// death, and neither stands for the other.
struct MergePair {
    let kept: Patient
    let merged: Patient

    init(kept: ID<Patient>, merged: ID<Patient>, clock: any Clock, in books: any Reading) throws {
        guard kept != merged else { throw Refusal(.mergeWithItself) }
        guard let one = try books.patients.find(kept), let other = try books.patients.find(merged) else {
            throw Refusal(.patientNotFound)
        }
        try books.mustLive(kept)
        try books.mustLive(merged)
        if let first = try books.openVisit(ofPerson: kept), let second = try books.openVisit(ofPerson: merged)
        {
            throw Refusal(
                .mergeVisitsOpen,
                [
                    "first": String(first.number), "first_card": String(one.cardNumber),
                    "second": String(second.number), "second_card": String(other.cardNumber),
                ])
        }
        self.kept = one
        self.merged = other
        try refuseServed(books)
        let both = [kept, merged]
        // Nobody stands for oneself, by however many others.
        if try Kinship(books: books, clock: clock).climbs(from: both, to: Set(both)) {
            throw Refusal(.mergeRelatives)
        }
    }

    /// Whether they look like two people's.
    func isDoubtful(_ books: any Reading) throws -> Bool {
        let sides = try [kept, merged].map { card in
            let papers = try books.together(card.id) { try books.papers.all(of: $0) }.map(\.item)
            let beside = try books.cards(of: card.id).compactMap { try books.particulars.find($0)?.content }
            return MergeDoubt.Side(person: card.person, papers: papers, particulars: beside)
        }
        return MergeDoubt.arises(between: sides[0], and: sides[1])
    }

    /// A person who died is not being served: which of the two is wrong is for people to say.
    private func refuseServed(_ books: any Reading) throws {
        for (dead, other) in [(kept, merged), (merged, kept)] {
            guard let note = try books.death(of: dead.id),
                let visit = try books.openVisit(ofPerson: other.id)
            else { continue }
            throw Refusal(
                .mergeDeadServed,
                [
                    "day": note.diedOn.shown, "card": String(dead.cardNumber),
                    "visit": String(visit.number), "visit_card": String(other.cardNumber),
                ])
        }
    }
}

extension Reading {
    /// Whoever decided by an older version of a card decides again.
    func mustBe(_ patient: Patient, at version: Int64) throws {
        guard patient.version != version else { return }
        let last = try history.lastFact(about: Subject(.patient, patient.id.as()))
        throw Refusal(
            .patientChanged,
            [
                "operator": last?.operatorName ?? "–",
                "changed_at": String((last?.at ?? patient.changedAt).milliseconds),
            ])
    }
}
