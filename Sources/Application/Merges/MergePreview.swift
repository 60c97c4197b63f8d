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

    package let kept: PatientCard
    package let merged: PatientCard
    package let choices: [MergeChoice]
    package let visits: Int
    package let papers: Int
    package let consents: Int
    package let clashes: [Clash]
}

/// Compares two cards, or says why they cannot become one.
package struct PreviewMerge {
    let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(kept: ID<Patient>, merged: ID<Patient>) throws -> MergePreview {
        try store.read { books in
            let pair = try MergePair(kept: kept, merged: merged, in: books)
            let coming = try books.together(merged) { try books.consents.all(of: $0) }.map(\.item)
            let own = try books.together(kept) { try books.consents.all(of: $0) }.map(\.item)
            guard let keptCard = try books.patients.card(kept),
                let mergedCard = try books.patients.card(merged)
            else { throw Refusal(.patientNotFound) }
            return MergePreview(
                kept: keptCard, merged: mergedCard,
                choices: MergeChoice.all(kept: pair.kept, merged: pair.merged),
                visits: try books.together(merged) { try books.visits.lines(of: $0) }.count,
                papers: try books.together(merged) { try books.papers.all(of: $0) }.count,
                consents: coming.count, clashes: clashes(own, coming))
        }
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
