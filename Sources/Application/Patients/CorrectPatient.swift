package import Domain

/// Corrects a card. Whoever began from an older version is told so and loses nothing of what was typed.
package struct CorrectPatient {
    package struct Input: Sendable {
        package var patient: ID<Patient>
        package var baseVersion: Int64
        package var form: PersonForm
        package var acceptance: Acceptance
        package var draft: ID<Draft>?

        package init(
            patient: ID<Patient>, baseVersion: Int64, form: PersonForm, acceptance: Acceptance,
            draft: ID<Draft>?
        ) {
            self.patient = patient
            self.baseVersion = baseVersion
            self.form = form
            self.acceptance = acceptance
            self.draft = draft
        }
    }

    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(_ input: Input, by author: Author) throws -> Patient {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let now = clock.now
            guard let patient = try tx.patients.find(input.patient) else { throw Refusal(.patientNotFound) }
            try tx.mustLive(patient.id)
            try tx.mustBe(patient, at: input.baseVersion)
            let judged = try JudgePerson(today: clock.day(of: now))(
                input.form, acceptance: input.acceptance, for: patient.id, in: tx)
            let corrected = patient.corrected(judged.person, at: now)
            if let draft = input.draft { try tx.drafts.remove(draft, of: owner) }
            return Changed(corrected, .patientCorrected(corrected, judged.overrides))
        }
    }
}
