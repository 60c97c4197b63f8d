package import Domain

/// All that stands on a consent's sheet: who, what, and the words as they were when it was offered.
package struct ConsentSheet: Hashable, Sendable {
    package let consent: Consent
    package let text: String
    package let patient: Patient
    package let clinic: String
    /// Until when copies by e-mail will be confirmed, while this sheet waits for that.
    package let mailDue: CalendarDay?
    /// Who may sign for the patient today.
    package let signers: [Relative]
    /// Who signed for the patient; nil when the patient did, or nobody yet.
    package let signedBy: Relative?
    /// A child does not sign.
    package let needsRepresentative: Bool
    /// Since when nobody can answer any more.
    package let diedOn: CalendarDay?

    package init(
        consent: Consent, text: String, patient: Patient, clinic: String, mailDue: CalendarDay?,
        signers: [Relative], signedBy: Relative?, needsRepresentative: Bool, diedOn: CalendarDay?
    ) {
        self.consent = consent
        self.text = text
        self.patient = patient
        self.clinic = clinic
        self.mailDue = mailDue
        self.signers = signers
        self.signedBy = signedBy
        self.needsRepresentative = needsRepresentative
        self.diedOn = diedOn
    }
}

/// Finds the sheet of a consent, by its id or by the number that is printed on it.
package struct ReadConsentSheet {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(_ id: ID<Consent>) throws -> ConsentSheet {
        try store.read { books in
            guard let consent = try books.consents.find(id) else { throw Refusal(.consentNotFound) }
            return try sheet(consent, books)
        }
    }

    package func callAsFunction(numbered typed: String) throws -> ConsentSheet {
        let number: SheetNumber
        switch SheetNumber.read(typed, field: "number") {
        case .empty: throw Refusal(.fieldsInvalid, fields: [FieldProblem("number", .required)])
        case .bad(let problem): throw Refusal(.fieldsInvalid, fields: [problem])
        case .good(let read, _): number = read
        }
        return try store.read { books in
            guard let consent = try books.consents.find(number: number.number) else {
                throw Refusal(.consentNotFound)
            }
            return try sheet(consent, books)
        }
    }

    private func sheet(_ consent: Consent, _ books: any Reading) throws -> ConsentSheet {
        guard let text = try books.consents.text(of: consent.purpose, edition: consent.edition),
            let patient = try books.patients.find(books.merges.living(consent.patient))
        else { throw Refusal(.consentNotFound) }
        let profile = try books.mailProfiles.standing(of: consent.patient)
        let isWaiting = profile?.consent == consent.id && profile?.state == .paperReceived
        let kinship = Kinship(books: books, clock: clock)
        let act = try books.family.act(in: consent.id)
        return ConsentSheet(
            consent: consent, text: text.text, patient: patient,
            clinic: try books.settings.current()?.clinic ?? "", mailDue: isWaiting ? profile?.due : nil,
            signers: try kinship.representatives(of: patient).filter(\.mayAct),
            signedBy: try act.flatMap { try kinship.representative(by: $0.link, of: patient) },
            needsRepresentative: LegalAge.needsRepresentative(
                born: patient.person.birthDate, on: clock.today),
            diedOn: try books.death(of: patient.id)?.diedOn)
    }
}
