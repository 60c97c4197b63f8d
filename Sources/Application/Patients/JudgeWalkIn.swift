package import Domain

/// The papers of a walk-in form. Where nothing is typed, none was shown.
package struct WalkInPapers: Hashable, Sendable {
    package static let document = "document"
    package static let policy = "policy"

    package var document: IdentityDocumentForm?
    package var policy: PolicyForm?

    package init(document: IdentityDocumentForm? = nil, policy: PolicyForm? = nil) {
        self.document = document
        self.policy = policy
    }

    /// In the order of the form, each with the part of it that its problems are told under.
    var forms: [(part: String, form: NotePaper.Form)] {
        let document = document.map { (Self.document, NotePaper.Form.document($0)) }
        let policy = policy.map { (Self.policy, NotePaper.Form.policy($0)) }
        return [document, policy].compactMap { $0 }
    }

    /// Everything there is to say about the papers: for the check while typing.
    package func remarks(
        birthDate: CalendarDay?, today: CalendarDay, in books: any Reading
    ) throws -> [FieldProblem] {
        try forms.flatMap { part, form in
            try JudgePaper(today: today)(form, birthDate: birthDate, in: books).problems.map {
                $0.under(part)
            }
        }
    }
}

/// Weighs a whole walk-in form. What its parts have to say comes back together: nobody wants to correct a
/// form in rounds.
struct JudgeWalkIn {
    struct Judged {
        let person: Person
        let overrides: [Override]
        let papers: [(content: ShownPaper.Content, overrides: [Override])]
        /// Nil when nothing is known beside the card.
        let particulars: (content: Particulars.Content, overrides: [Override])?
    }

    private static let beside = "particulars"

    let clock: any Clock

    func callAsFunction(_ input: RegisterWalkIn.Input, in books: any Reading) throws -> Judged {
        let today = clock.today
        let person = try JudgePerson(today: today).remarks(input.form, for: nil, in: books)
        let birthDate = input.form.birthDay(today: today)
        let papers = try input.papers.forms.map { part, form in
            (part, try JudgePaper(today: today)(form, birthDate: birthDate, in: books))
        }
        var problems = person.problems
        for (part, paper) in papers { problems += paper.problems.map { $0.under(part) } }
        let particulars = try input.particulars.map { try JudgeParticulars(today: today)($0, in: books) }
        problems += particulars?.problems.map { $0.under(Self.beside) } ?? []
        let visit = try input.visit?.problems(clock, born: birthDate, in: books) ?? []
        problems += visit.map { $0.under("visit") }
        let isClean = !problems.contains { $0.severity == .error }
        guard isClean, let whole = person.person else { throw Refusal(.fieldsInvalid, fields: problems) }
        let overrides = try input.acceptance.past(problems)
        return Judged(
            person: whole, overrides: overrides.filter { !$0.field.utf8.contains(UInt8(ascii: ".")) },
            papers: papers.compactMap { part, paper in
                paper.content.map { ($0, overrides.compactMap { $0.within(part) }) }
            },
            particulars: particulars?.content.flatMap { content in
                content.isEmpty ? nil : (content, overrides.compactMap { $0.within(Self.beside) })
            })
    }
}

extension Override {
    /// The override as the part of the form knows it, or nil for one of another part.
    fileprivate func within(_ part: String) -> Override? {
        guard field.hasPrefix(part + ".") else { return nil }
        return Override(field: String(field.dropFirst(part.count + 1)), code: code, reason: reason)
    }
}
