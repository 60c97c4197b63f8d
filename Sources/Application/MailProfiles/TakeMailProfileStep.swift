package import Domain

/// What an operator does with the signed paper of a mail profile.
package struct TakeMailProfileStep {
    package enum Step: Hashable, Sendable {
        /// The paper was brought again after a rejection.
        case receive
        case confirm
        case reject(reason: String)
    }

    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ step: Step, of id: ID<MailProfile>, baseVersion: Int64, by author: Author
    ) throws -> MailProfile {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try readReason(step)
        return try store.change(by: author) { tx in
            guard let profile = try tx.mailProfiles.find(id) else { throw Refusal(.mailProfileNotFound) }
            guard profile.version == baseVersion else {
                throw Refusal(.mailProfileChanged, ["state": profile.state.rawValue])
            }
            switch step {
            case .receive:
                _ = try Serving(tx)(living: profile.patient)
                let due = try MailProfile.due(from: clock.today, in: tx)
                let moved = try profile.taking(.receive(due: due), by: owner, at: clock.now)
                return Changed(moved, .mailPaperReceived(moved))
            case .confirm:
                let email = try proven(profile, in: tx)
                let moved = try profile.taking(.confirm(email), by: owner, at: clock.now)
                return Changed(moved, .mailProfileConfirmed(moved))
            case .reject:
                let moved = try profile.taking(.reject(reason: reason), by: owner, at: clock.now)
                return Changed(moved, .mailProfileRejected(moved))
            }
        }
    }

    /// The address on the card of a person whose document was seen.
    private func proven(_ profile: MailProfile, in books: any Reading) throws -> EmailAddress {
        let patient = try Serving(books)(living: profile.patient)
        guard let email = patient.person.email else { throw Refusal(.mailProfileEmailMissing) }
        let papers = try books.together(patient.id) { try books.papers.all(of: $0) }.map(\.item)
        guard !MailProfile.lacks(email: email, papers: papers).contains(.document) else {
            throw Refusal(.mailProfileDocumentUnseen)
        }
        return email
    }

    private func readReason(_ step: Step) throws -> String {
        guard case .reject(let typed) = step else { return "" }
        return try FreeText.demand(typed, "reason")
    }
}

extension MailProfile {
    /// The last day to confirm a paper on that comes today. A calendar that leaves no working day is no
    /// reason to send the person away: then it is today.
    static func due(from today: CalendarDay, in books: any Reading) throws -> CalendarDay {
        let last = today.adding(days: 62) ?? today
        let calendar = ProductionCalendar(try books.calendar.marks(from: today, through: last))
        return calendar.adding(workingDays: workingDays, to: today) ?? today
    }
}
