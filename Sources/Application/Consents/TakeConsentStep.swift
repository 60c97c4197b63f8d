package import Domain

/// Notes the answer on a sheet, or that a consent was withdrawn. The second of two operators who press at
/// once is told that it has moved already.
package struct TakeConsentStep {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ step: Consent.Step, of id: ID<Consent>, baseVersion: Int64, by author: Author
    ) throws -> Consent {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let step = try read(step)
        return try store.change(by: author) { tx in
            guard let consent = try tx.consents.find(id) else { throw Refusal(.consentNotFound) }
            guard consent.version == baseVersion else {
                throw Refusal(.consentChanged, ["state": consent.state.rawValue])
            }
            let moved = try consent.taking(step, by: owner, at: clock.now)
            return Changed(
                moved, event(step, moved), and: try mailProfile(after: step, of: moved, by: owner, in: tx))
        }
    }

    /// The signed paper starts the clock of the profile for copies by e-mail; without the consent it ends.
    private func mailProfile(
        after step: Consent.Step, of consent: Consent, by owner: ID<Operator>, in books: any Reading
    ) throws -> [Event] {
        guard consent.purpose == .emailing,
            let profile = try books.mailProfiles.standing(of: consent.patient)
        else { return [] }
        switch step {
        case .give:
            let due = try MailProfile.due(from: clock.today, in: books)
            return [.mailPaperReceived(try profile.taking(.receive(due: due), by: owner, at: clock.now))]
        case .refuse, .withdraw:
            return [.mailProfileEnded(try profile.taking(.end, by: owner, at: clock.now))]
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
