/// The right to get copies of medical papers by e-mail: it begins with the printed sheet of the consent and
/// holds when somebody has compared the paper, the person and the address.
///
/// paper_printed → paper_received → confirmed; paper_received → rejected → paper_received; and ended from
/// anywhere, with its consent.
package struct MailProfile: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        case paperPrinted = "paper_printed"
        case paperReceived = "paper_received"
        case confirmed
        case rejected
        case ended
    }

    /// How long a clinic may take from the signed paper to the confirmed profile.
    package static let workingDays = 3

    package let id: ID<MailProfile>
    package var version: Int64
    package let patient: ID<Patient>
    package let consent: ID<Consent>
    package var state: State
    package let printedAt: Instant
    package let printedBy: ID<Operator>
    package var receivedAt: Instant?
    /// The last day to confirm on.
    package var due: CalendarDay?
    /// The address that was compared and confirmed; another one on the card is not.
    package var email: EmailAddress?
    package var decidedAt: Instant?
    package var decidedBy: ID<Operator>?
    /// Why it was rejected.
    package var reason: String?

    package init(
        id: ID<MailProfile>, version: Int64, patient: ID<Patient>, consent: ID<Consent>, state: State,
        printedAt: Instant, printedBy: ID<Operator>, receivedAt: Instant? = nil, due: CalendarDay? = nil,
        email: EmailAddress? = nil, decidedAt: Instant? = nil, decidedBy: ID<Operator>? = nil,
        reason: String? = nil
    ) {
        self.id = id
        self.version = version
        self.patient = patient
        self.consent = consent
        self.state = state
        self.printedAt = printedAt
        self.printedBy = printedBy
        self.receivedAt = receivedAt
        self.due = due
        self.email = email
        self.decidedAt = decidedAt
        self.decidedBy = decidedBy
        self.reason = reason
    }

    /// What must be on the card before a profile can be confirmed.
    package enum Lack: String, Hashable, Sendable, CaseIterable {
        case email
        case document
    }

    /// A confirmed phone is less than what is asked for here: a document must have been seen.
    ///
    /// - Parameter papers: all that the person showed, at whichever of the cards.
    package static func lacks(email: EmailAddress?, papers: [ShownPaper]) -> [Lack] {
        let level = IdentityLevel(papers: papers, isPhoneConfirmed: false)
        let isSeen = level.rawValue >= IdentityLevel.documentSeen.rawValue
        return (email == nil ? [.email] : []) + (isSeen ? [] : [.document])
    }

    /// The profile that begins with a sheet.
    package init(printedWith sheet: Consent, id: ID<MailProfile>) {
        self.init(
            id: id, version: 1, patient: sheet.patient, consent: sheet.id, state: .paperPrinted,
            printedAt: sheet.offeredAt, printedBy: sheet.offeredBy)
    }

    /// The card has another address than the confirmed one: nothing may be sent until it is confirmed anew.
    package func isOutdated(by email: EmailAddress?) -> Bool { state == .confirmed && self.email != email }
}

// MARK: Steps

extension MailProfile {
    package enum Step: Hashable, Sendable {
        case receive(due: CalendarDay)
        case confirm(EmailAddress)
        case reject(reason: String)
        case end

        package var target: State {
            switch self {
            case .receive: .paperReceived
            case .confirm: .confirmed
            case .reject: .rejected
            case .end: .ended
            }
        }
    }

    /// Where each state can go; an arrow that is not here is refused. What is confirmed is confirmed anew
    /// when the address has changed, or rejected.
    private static let arrows: [State: Set<State>] = [
        .paperPrinted: [.paperReceived, .ended],
        .paperReceived: [.confirmed, .rejected, .ended],
        .confirmed: [.confirmed, .rejected, .ended],
        .rejected: [.paperReceived, .ended],
    ]

    package func taking(
        _ step: Step, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> MailProfile {
        var isAllowed = MailProfile.arrows[state]?.contains(step.target) == true
        if case .confirm(let email) = step, state == .confirmed { isAllowed = isOutdated(by: email) }
        guard isAllowed else {
            throw Refusal(.mailProfileStepRefused, ["state": state.rawValue, "step": step.target.rawValue])
        }
        var profile = self
        profile.version += 1
        profile.state = step.target
        switch step {
        case .receive(let due):
            profile.receivedAt = now
            profile.due = due
            profile.decidedAt = nil
            profile.decidedBy = nil
            profile.reason = nil
            return profile
        case .confirm(let email): profile.email = email
        case .reject(let reason):
            profile.email = nil
            profile.reason = reason
        case .end: break
        }
        profile.decidedAt = now
        profile.decidedBy = author
        return profile
    }
}
