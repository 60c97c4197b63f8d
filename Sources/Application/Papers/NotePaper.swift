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
            let strictness = try tx.strictness.current()
            let (content, remarks) = try read(form, of: patient.person, strictness)
            let same = try tx.papers.same(as: content)
            let cards = try tx.cards(of: id)
            guard !same.contains(where: { cards.contains($0.patient) }) else {
                throw Refusal(.paperNotedAlready)
            }
            let warnings = remarks + (try shared(same, content, in: tx).map(strictness.judged))
            guard !warnings.contains(where: { $0.severity == .error }) else { throw refused(warnings) }
            let overrides = try acceptance.past(warnings)
            let paper = ShownPaper(
                id: identities.next(), version: 1, patient: id, content: content, shownAt: clock.now,
                shownBy: owner)
            return Changed(paper, .paperShown(paper, overrides))
        }
    }

    private func read(
        _ form: Form, of person: Person, _ strictness: Strictness
    ) throws -> (ShownPaper.Content, warnings: [FieldProblem]) {
        let today = clock.today
        switch form {
        case .document(let form):
            let reading = form.read(
                birthDate: person.birthDate, today: today, strictness: strictness)
            guard let document = reading.document else { throw refused(reading.problems) }
            return (.document(document), reading.warnings)
        case .policy(let form):
            let reading = form.read(today: today, strictness: strictness)
            guard let policy = reading.policy else { throw refused(reading.problems) }
            return (.policy(policy), reading.warnings)
        }
    }

    /// Nothing typed is not a paper.
    private func refused(_ problems: [FieldProblem]) -> Refusal {
        let empty = [FieldProblem("number", .required)]
        return Refusal(.fieldsInvalid, fields: problems.isEmpty ? empty : problems)
    }

    private func shared(
        _ same: [ShownPaper], _ content: ShownPaper.Content, in books: any Reading
    ) throws -> [FieldProblem] {
        guard let other = same.first, let owner = try books.patients.find(other.patient) else { return [] }
        return [FieldProblem("number", .paperShared, ["card": String(owner.cardNumber)])]
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
        let reason = FreeText.read(typed, field: "reason", max: 300)
        if let problem = reason.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        guard let text = reason.value?.text else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("reason", .required)])
        }
        return try store.change(by: author) { tx in
            guard let paper = try tx.papers.find(id) else { throw Refusal(.paperNotFound) }
            let struck = try paper.struck(for: text, by: owner, at: clock.now)
            return Changed(struck, .paperStruck(struck))
        }
    }
}
