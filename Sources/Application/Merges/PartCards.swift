package import Domain

/// A merge with its two cards, and what parting them would do.
package struct MergeView: Sendable {
    package let merge: CardMerge
    package let kept: Patient
    package let merged: Patient
    /// The fields that the kept card gives back.
    package let back: Set<PersonField>
    /// The number of the card that must be parted before.
    package let first: Int64?

    init(_ merge: CardMerge, in books: any Reading) throws {
        guard let kept = try books.patients.find(merge.kept),
            let merged = try books.patients.find(merge.merged)
        else { throw Refusal(.patientNotFound) }
        self.merge = merge
        self.kept = kept
        self.merged = merged
        back = merge.givenBack(by: kept.person, to: merged.person)
        first = merge.parting == nil ? try MergeView.later(merge, kept, in: books) : nil
    }

    /// What one merge took another may have taken over: the last one goes first.
    private static func later(_ merge: CardMerge, _ kept: Patient, in books: any Reading) throws -> Int64? {
        if try books.merges.standing(of: kept.id) != nil { return kept.cardNumber }
        guard let last = try books.merges.standing(into: kept.id).first, last.id != merge.id else {
            return nil
        }
        return try books.patients.find(last.merged)?.cardNumber
    }
}

/// Reads a merge, as whoever thinks of parting it must see it.
package struct ReadMerge {
    let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(_ id: ID<CardMerge>) throws -> MergeView {
        try store.read { books in
            guard let merge = try books.merges.find(id) else { throw Refusal(.mergeNotFound) }
            return try MergeView(merge, in: books)
        }
    }
}

/// Parts two cards that were made one. Each has its own again; what the kept card took goes back unless it
/// was corrected since.
package struct PartCards {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    /// - Parameter keptVersion: the kept card as whoever decides has seen it, with what goes back.
    package func callAsFunction(
        _ id: ID<CardMerge>, keptVersion: Int64, for typed: String, by author: Author
    ) throws -> CardMerge {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try FreeText.demand(typed, "reason")
        return try store.change(by: author) { tx in
            guard let merge = try tx.merges.find(id) else { throw Refusal(.mergeNotFound) }
            let view = try MergeView(merge, in: tx)
            let now = clock.now
            let parted = try merge.parted(for: reason, by: owner, at: now)
            if let first = view.first { throw Refusal(.partOtherFirst, ["card": String(first)]) }
            try tx.mustBe(view.kept, at: keptVersion)
            let person = view.kept.person.taking(view.back, from: merge.before)
            guard person != view.kept.person else { return Changed(parted, .cardsParted(parted)) }
            let corrected = view.kept.corrected(person, at: now)
            return Changed(parted, .cardsParted(parted), .patientCorrected(corrected, []))
        }
    }
}
