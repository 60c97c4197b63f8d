package import Domain

/// Registers somebody who walked in, and the visit if the person came for something now.
///
/// The card, the visit, the draft's end, the audit and the operations are one transaction: the receptionist
/// sees «сохранено» when all of it is on the disk, and nothing of it is there otherwise.
package struct RegisterWalkIn {
    package struct Input: Sendable {
        package var form: PersonForm
        package var acceptance: Acceptance
        package var draft: ID<Draft>?
        package var visit: VisitForm?

        package init(form: PersonForm, acceptance: Acceptance, draft: ID<Draft>?, visit: VisitForm?) {
            self.form = form
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
            let judged = try judge(input, today: clock.day(of: now), in: tx)
            let patient = Patient(
                id: identities.next(), version: 1, cardNumber: try tx.patients.nextCardNumber(),
                person: judged.person,
                registeredAt: now, registeredBy: owner, changedAt: now)
            if let draft = input.draft { try tx.drafts.remove(draft, of: owner) }
            let registered = Event.patientRegistered(patient, judged.overrides)
            guard let form = input.visit else {
                return Changed(Output(patient: patient, visit: nil), registered)
            }
            let visit = try form.visit(
                for: patient.id, by: owner, clock: clock, identities: identities, in: tx)
            return Changed(Output(patient: patient, visit: visit), registered, .visitOpened(visit))
        }
    }

    /// The person's problems and the visit's come back together: nobody wants to correct a form in rounds.
    private func judge(
        _ input: Input, today: CalendarDay, in books: any Reading
    ) throws -> JudgePerson.Judged {
        let visitProblems = try input.visit?.problems(clock, in: books) ?? []
        do {
            let judged = try JudgePerson(today: today)(
                input.form, acceptance: input.acceptance, for: nil, in: books)
            if !visitProblems.isEmpty { throw Refusal(.fieldsInvalid, fields: visitProblems) }
            return judged
        } catch let refusal as Refusal where refusal.code == .fieldsInvalid || refusal.code == .warningsUnread
        {
            let own = refusal.fields.filter { !visitProblems.contains($0) }
            let code: Refusal.Code = visitProblems.isEmpty ? refusal.code : .fieldsInvalid
            throw Refusal(code, fields: own + visitProblems)
        }
    }
}
