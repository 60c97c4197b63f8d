extension Consent {
    /// What can happen to a consent after its sheet was offered.
    package enum Step: Hashable, Sendable {
        case give
        case refuse
        case withdraw(note: String?)

        package var target: State {
            switch self {
            case .give: .given
            case .refuse: .refused
            case .withdraw: .withdrawn
            }
        }
    }

    /// Where each state can go; an arrow that is not here is refused.
    private static let arrows: [State: Set<State>] = [
        .offered: [.given, .refused],
        .given: [.withdrawn],
    ]

    package func taking(
        _ step: Step, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> Consent {
        guard Consent.arrows[state]?.contains(step.target) == true else {
            throw Refusal(.consentStepRefused, ["state": state.rawValue, "step": step.target.rawValue])
        }
        var consent = self
        consent.version += 1
        consent.state = step.target
        if case .withdraw(let note) = step {
            consent.withdrawnAt = now
            consent.withdrawnBy = author
            consent.note = note
        } else {
            consent.decidedAt = now
            consent.decidedBy = author
        }
        return consent
    }
}
