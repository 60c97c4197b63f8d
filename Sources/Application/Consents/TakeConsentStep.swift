package import Domain

/// Notes the answer on a sheet, or that a consent was withdrawn. The second of two operators who press at
/// once is told that it has moved already.
package struct TakeConsentStep {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ step: Consent.Step, of id: ID<Consent>, signedBy link: ID<FamilyLink>? = nil, baseVersion: Int64,
        by author: Author
    ) throws -> Consent {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let step = try read(step)
        return try store.change(by: author) { tx in
            guard let consent = try tx.consents.find(id) else { throw Refusal(.consentNotFound) }
            guard consent.version == baseVersion else {
                throw Refusal(.consentChanged, ["state": consent.state.rawValue])
            }
            let moved = try consent.taking(step, by: owner, at: clock.now)
            let act = try signature(step, consent, by: link, owner, in: tx)
            let profile = try mailProfile(after: step, of: moved, by: owner, in: tx)
            return Changed(moved, event(step, moved), and: profile + (act.map { [.actedOnBehalf($0)] } ?? []))
        }
    }

    /// Who answers on the sheet: the person, or who may do so for them. Withdrawing asks for nobody's right.
    private func signature(
        _ step: Consent.Step, _ consent: Consent, by link: ID<FamilyLink>?, _ owner: ID<Operator>,
        in books: any Reading
    ) throws -> ActOnBehalf? {
        if case .withdraw = step { return nil }
        let patient = try Serving(books)(living: consent.patient)
        guard let link else {
            let born = patient.person.birthDate
            guard !LegalAge.needsRepresentative(born: born, on: clock.today) else {
                throw Refusal(.representativeNeeded, ["age": "\(LegalAge.ownConsent)"])
            }
            return nil
        }
        return try Representing(books: books, clock: clock, identities: identities)(
            .acting, by: link, for: patient, in: .consent(consent.id), author: owner)
    }

    /// The signed paper starts the clock of the profile for copies by e-mail; without the consent it ends.
    private func mailProfile(
        after step: Consent.Step, of consent: Consent, by owner: ID<Operator>, in books: any Reading
    ) throws -> [Event] {
        guard consent.purpose == .emailing else { return [] }
        let standing = try books.mailProfiles.standing(of: consent.patient)
        switch step {
        case .give:
            let due = try MailProfile.due(from: clock.today, in: books)
            // A sheet that was printed before there were profiles begins its own now.
            let profile = standing ?? MailProfile(printedWith: consent, id: identities.next())
            let received = try profile.taking(.receive(due: due), by: owner, at: clock.now)
            return (standing == nil ? [.mailPaperPrinted(profile)] : []) + [.mailPaperReceived(received)]
        case .refuse, .withdraw:
            guard let standing else { return [] }
            return [.mailProfileEnded(try standing.taking(.end, by: owner, at: clock.now))]
        }
    }

    private func event(_ step: Consent.Step, _ consent: Consent) -> Event {
        switch step {
        case .give: .consentGiven(consent)
        case .refuse: .consentRefused(consent)
        case .withdraw: .consentWithdrawn(consent)
        }
    }

    private func read(_ step: Consent.Step) throws -> Consent.Step {
        guard case .withdraw(let typed) = step else { return step }
        let note = FreeText.read(typed ?? "", field: "note", max: 300)
        if let problem = note.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        return .withdraw(note: note.value?.text)
    }
}
