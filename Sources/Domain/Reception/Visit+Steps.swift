extension Visit {
    /// What can happen to a visit after the person has arrived.
    package enum Step: Hashable, Sendable {
        case start
        case finish(outcome: String, receipt: String? = nil)
        case cancel(reason: String)
        case leave

        package var target: State {
            switch self {
            case .start: .inService
            case .finish: .done
            case .cancel: .cancelled
            case .leave: .left
            }
        }
    }

    /// Where each state can go; an arrow that is not here is refused.
    private static let arrows: [State: Set<State>] = [
        .arrived: [.inService, .cancelled, .left],
        .inService: [.done, .cancelled, .left],
    ]

    package func taking(_ step: Step, by author: ID<Operator>, at now: Instant) throws(Refusal) -> Visit {
        guard Visit.arrows[state]?.contains(step.target) == true else {
            throw Refusal(.visitStepRefused, ["state": state.rawValue, "step": step.target.rawValue])
        }
        var visit = self
        visit.version += 1
        visit.state = step.target
        switch step {
        case .start:
            visit.startedAt = now
            return visit
        case .finish(let outcome, let receipt):
            visit.outcome = outcome
            visit.receipt = receipt
        case .cancel(let reason): visit.cancelReason = reason
        case .leave: break
        }
        visit.endedAt = now
        visit.endedBy = author
        return visit
    }
}
