package import Domain

/// Changes what an operator is called and may do, or whether the operator may come in at all.
///
/// The last one who can administer the desk cannot be taken away: nobody could let the others in.
package struct ChangeOperator {
    package enum Change: Sendable {
        case details(name: String, roles: Set<Role>)
        case disable
        case enable
    }

    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ change: Change, of id: ID<Operator>, baseVersion: Int64, by author: Author
    ) throws -> Operator {
        try store.change(by: author) { tx in
            guard let before = try tx.operators.find(id) else { throw Refusal(.operatorNotFound) }
            guard before.version == baseVersion else { throw Refusal(.operatorChanged) }
            let after = try apply(change, to: before)
            if before.canAdminister, !after.canAdminister, try tx.operators.administrators() <= 1 {
                throw Refusal(.lastAdmin)
            }
            switch change {
            case .details: return Changed(after, .operatorChanged(after))
            case .enable: return Changed(after, .operatorEnabled(after))
            case .disable:
                try tx.sessions.endAll(of: id)
                // Who cannot come in any more cannot close the shift either.
                let closed = try tx.shifts.openShifts(of: id).map { $0.closed(at: clock.now, note: $0.note) }
                return Changed(after, .operatorDisabled(after), and: closed.map(Event.shiftClosed))
            }
        }
    }

    private func apply(_ change: Change, to before: Operator) throws -> Operator {
        switch change {
        case .disable: return before.changed { $0.disabled = true }
        case .enable: return before.changed { $0.disabled = false }
        case .details(let name, let roles):
            let reading = FreeText.read(name, field: "name", max: 100)
            var problems = [reading.refusal].compactMap { $0 }
            if case .empty = reading { problems.append(FieldProblem("name", .required)) }
            if roles.isEmpty { problems.append(FieldProblem("roles", .required)) }
            guard problems.isEmpty, let name = reading.value?.text else {
                throw Refusal(.fieldsInvalid, fields: problems)
            }
            return before.changed {
                $0.name = name
                $0.roles = roles
            }
        }
    }
}
