package import Domain

/// Writes a policy out for a patient: by the insurer's number, or by the next of the desk's own. It may come
/// instead of an older one, which then says so.
package struct IssuePolicy {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ form: IssuedPolicyForm, to id: ID<Patient>, insteadOf old: ID<IssuedPolicy>? = nil,
        acceptance: Acceptance, by author: Author
    ) throws -> IssuedPolicy {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let patient = try Serving(tx)(id)
            let judged = try JudgeIssuedPolicy(today: clock.today)(form, for: patient.id, in: tx)
            let overrides = try acceptance.past(judged.warnings)
            let own = judged.number == nil ? try tx.nextOwnNumber() : nil
            let policy = IssuedPolicy(
                id: identities.next(), version: 1, kind: form.kind,
                number: judged.number ?? own?.text ?? "", own: own, holder: patient.id,
                content: judged.content, issuedAt: clock.now, issuedBy: owner, changedAt: clock.now,
                changedBy: owner, replaces: old)
            guard let old else { return Changed(policy, .policyIssued(policy, overrides)) }
            let replaced = try former(old, of: patient.id, in: tx)
                .replaced(by: policy.id, author: owner, at: clock.now)
            return Changed(policy, .policyIssued(policy, overrides), .policyReplaced(replaced))
        }
    }

    private func former(
        _ id: ID<IssuedPolicy>, of patient: ID<Patient>, in books: any Reading
    ) throws -> IssuedPolicy {
        guard let old = try books.policies.find(id), try books.merges.living(old.holder) == patient else {
            throw Refusal(.issuedPolicyNotFound)
        }
        return old
    }
}

extension Reading {
    /// The one place where a number of this desk's own is taken: inside the transaction that issues.
    func nextOwnNumber() throws -> OwnNumber {
        guard let prefix = try desk.current()?.prefix else { throw Refusal(.setupNeeded) }
        return OwnNumber(prefix: prefix, sequence: try policies.nextOwnSequence())
    }
}
