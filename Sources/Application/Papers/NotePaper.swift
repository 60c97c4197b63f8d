package import Domain

/// Writes down a paper that a patient showed.
package struct NotePaper {
    /// What was typed, of either sort.
    package enum Form: Hashable, Sendable {
        case document(IdentityDocumentForm)
        case policy(PolicyForm)
    }

    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ form: Form, of id: ID<Patient>, acceptance: Acceptance, by author: Author
    ) throws -> ShownPaper {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let patient = try tx.patients.find(id) else { throw Refusal(.patientNotFound) }
            try tx.mustLive(id)
            let judged = try JudgePaper(today: clock.today)(
                form, birthDate: patient.person.birthDate, in: tx)
            guard let content = judged.content else { throw refused(judged.problems) }
            let same = try tx.papers.same(as: content)
            let cards = try tx.cards(of: id)
            guard !same.contains(where: { cards.contains($0.patient) }) else {
                throw Refusal(.paperNotedAlready)
            }
            guard !judged.problems.contains(where: { $0.severity == .error }) else {
                throw refused(judged.problems)
            }
            let overrides = try acceptance.past(judged.problems)
            let paper = ShownPaper(
                id: identities.next(), version: 1, patient: id, content: content, shownAt: clock.now,
                shownBy: owner)
            return Changed(paper, .paperShown(paper, overrides))
        }
    }

    /// Nothing typed is not a paper.
    private func refused(_ problems: [FieldProblem]) -> Refusal {
        let empty = [FieldProblem("number", .required)]
        return Refusal(.fieldsInvalid, fields: problems.isEmpty ? empty : problems)
    }
}

/// Strikes a paper that was written down wrong.
package struct StrikePaper {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<ShownPaper>, for typed: String, by author: Author
    ) throws -> ShownPaper {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try FreeText.demand(typed, "reason")
        return try store.change(by: author) { tx in
            guard let paper = try tx.papers.find(id) else { throw Refusal(.paperNotFound) }
            let struck = try paper.struck(for: reason, by: owner, at: clock.now)
            return Changed(struck, .paperStruck(struck))
        }
    }
}
