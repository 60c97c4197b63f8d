package import Domain

/// Registers somebody who walked in, with the papers that were shown, and the visit if the person came for
/// something now.
///
/// The card, the papers, the visit, the draft's end, the audit and the operations are one transaction: the
/// receptionist sees «сохранено» when all of it is on the disk, and nothing of it is there otherwise.
package struct RegisterWalkIn {
    package struct Input: Sendable {
        package var form: PersonForm
        package var papers: WalkInPapers
        package var particulars: ParticularsForm?
        package var acceptance: Acceptance
        package var draft: ID<Draft>?
        package var visit: VisitForm?

        package init(
            form: PersonForm, papers: WalkInPapers = WalkInPapers(), particulars: ParticularsForm? = nil,
            acceptance: Acceptance, draft: ID<Draft>?, visit: VisitForm?
        ) {
            self.form = form
            self.papers = papers
            self.particulars = particulars
            self.acceptance = acceptance
            self.draft = draft
            self.visit = visit
        }
    }

    package struct Output: Sendable {
        package let patient: Patient
        package let visit: Visit?
    }

    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(_ input: Input, by author: Author) throws -> Output {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let now = clock.now
            let judged = try JudgeWalkIn(clock: clock)(input, in: tx)
            let patient = Patient(
                id: identities.next(), version: 1, cardNumber: try tx.patients.nextCardNumber(),
                person: judged.person, registeredAt: now, registeredBy: owner, changedAt: now)
            if let draft = input.draft { try tx.drafts.remove(draft, of: owner) }
            var more: [Event] = judged.papers.map { paper in
                let shown = ShownPaper(
                    id: identities.next(), version: 1, patient: patient.id, content: paper.content,
                    shownAt: now, shownBy: owner)
                return .paperShown(shown, paper.overrides)
            }
            if let beside = judged.particulars {
                let noted = Particulars(
                    patient: patient.id, version: 1, content: beside.content, changedAt: now,
                    changedBy: owner)
                more.append(.particularsNoted(noted, beside.overrides))
            }
            let visit = try input.visit?.visit(
                for: patient, by: owner, clock: clock, identities: identities, in: tx)
            if let visit { more.append(.visitOpened(visit)) }
            return Changed(
                Output(patient: patient, visit: visit), .patientRegistered(patient, judged.overrides),
                and: more)
        }
    }
}
