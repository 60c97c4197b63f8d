package import Domain

/// Two cards beside each other, before they become one.
package struct MergePreview: Sendable {
    /// A purpose on which both cards have a consent that stands: the newest sheet counts, nothing is lost.
    package struct Clash: Hashable, Sendable {
        package let purpose: ConsentPurpose
        package let kept: Int64
        package let merged: Int64

        package init(purpose: ConsentPurpose, kept: Int64, merged: Int64) {
            self.purpose = purpose
            self.kept = kept
            self.merged = merged
        }
    }

    package struct Death: Hashable, Sendable {
        package let card: Int64
        package let diedOn: CalendarDay

        package init(card: Int64, diedOn: CalendarDay) {
            self.card = card
            self.diedOn = diedOn
        }
    }

    package let kept: PatientCard
    package let merged: PatientCard
    package let choices: [MergeChoice]
    package let visits: Int
    package let papers: Int
    package let consents: Int
    package let clashes: [Clash]
    /// Notes of death with the number of their card: on which of the two does not matter afterwards.
    package let deaths: [Death]
    /// They look like two people's.
    package let isDoubtful: Bool
}

/// Compares two cards, or says why they cannot become one.
package struct PreviewMerge {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(kept: ID<Patient>, merged: ID<Patient>) throws -> MergePreview {
        try store.read { books in
            let pair = try MergePair(kept: kept, merged: merged, clock: clock, in: books)
            let coming = try books.together(merged) { try books.consents.all(of: $0) }.map(\.item)
            let own = try books.together(kept) { try books.consents.all(of: $0) }.map(\.item)
            guard let keptCard = try books.card(ofPerson: kept),
                let mergedCard = try books.card(ofPerson: merged)
            else { throw Refusal(.patientNotFound) }
            let papers = try books.together(merged) { try books.papers.all(of: $0) }.map(\.item)
            let ownPapers = try books.together(kept) { try books.papers.all(of: $0) }.map(\.item)
            return MergePreview(
                kept: keptCard, merged: mergedCard,
                choices: MergeChoice.all(
                    kept: pair.kept, merged: pair.merged, seen: seen(kept: ownPapers, merged: papers)),
                visits: try books.together(merged) { try books.visits.lines(of: $0) }.count,
                papers: papers.count,
                consents: coming.count, clashes: clashes(own, coming),
                deaths: try [pair.kept, pair.merged].compactMap { patient in
                    try books.death(of: patient.id).map {
                        MergePreview.Death(card: patient.cardNumber, diedOn: $0.diedOn)
                    }
                },
                isDoubtful: try pair.isDoubtful(books))
        }
    }

    /// The one card at which an identity document was seen.
    private func seen(kept: [ShownPaper], merged: [ShownPaper]) -> MergeChoice.Side? {
        let isSeen = [kept, merged].map { $0.contains { $0.document != nil && $0.strike == nil } }
        return isSeen[0] == isSeen[1] ? nil : isSeen[0] ? .kept : .merged
    }

    private func clashes(_ own: [Consent], _ coming: [Consent]) -> [MergePreview.Clash] {
        ConsentPurpose.allCases.compactMap { purpose in
            guard let mine = own.newest(purpose), let its = coming.newest(purpose), mine.stands, its.stands
            else { return nil }
            return MergePreview.Clash(purpose: purpose, kept: mine.number, merged: its.number)
        }
    }
}

extension Consent {
    var stands: Bool { state == .offered || state == .given }
}

extension [Consent] {
    /// The newest sheet of a purpose is what the person says now.
    func newest(_ purpose: ConsentPurpose) -> Consent? {
        filter { $0.purpose == purpose }.max { $0.number < $1.number }
    }
}
