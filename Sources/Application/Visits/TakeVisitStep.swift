package import Domain

/// Moves a visit on. Of two operators who press at once the second is told that the visit has moved already.
package struct TakeVisitStep {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ step: Visit.Step, of id: ID<Visit>, baseVersion: Int64, by author: Author
    ) throws -> Visit {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let step = try read(step)
        return try store.change(by: author) { tx in
            guard let visit = try tx.visits.find(id) else { throw Refusal(.visitNotFound) }
            guard visit.version == baseVersion else {
                throw Refusal(.visitChanged, ["state": visit.state.rawValue])
            }
            let moved = try visit.taking(step, by: owner, at: clock.now)
            return Changed(moved, event(step, moved))
        }
    }

    private func event(_ step: Visit.Step, _ visit: Visit) -> Event {
        switch step {
        case .start: .visitStarted(visit)
        case .finish: .visitDone(visit)
        case .cancel: .visitCancelled(visit)
        case .leave: .visitLeft(visit)
        }
    }

    private func read(_ step: Visit.Step) throws -> Visit.Step {
        switch step {
        case .start, .leave: step
        case .finish(let outcome, let receipt):
            .finish(outcome: try FreeText.demand(outcome, "outcome"), receipt: try number(receipt ?? ""))
        case .cancel(let reason): .cancel(reason: try FreeText.demand(reason, "reason"))
        }
    }

    private func number(_ typed: String) throws -> String? {
        let reading = FreeDocumentNumber.read(typed, field: "receipt")
        if let problem = reading.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        return reading.value?.text
    }
}
