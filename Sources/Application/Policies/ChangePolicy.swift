package import Domain

/// Corrects a policy, which is then a version further; what was printed before says so.
package struct CorrectPolicy {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<IssuedPolicy>, to form: IssuedPolicyForm, for typed: String, baseVersion: Int64,
        acceptance: Acceptance, by author: Author
    ) throws -> IssuedPolicy {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let old = try tx.policy(id, at: baseVersion)
            var form = form
            form.kind = old.kind
            // A number of the desk's own stays for ever.
            if old.own != nil { form.number = "" }
            let judged = try JudgeIssuedPolicy(today: clock.today)(
                form, for: old.holder, correcting: old, in: tx)
            if old.own == nil, judged.number == nil {
                throw Refusal(.fieldsInvalid, fields: [FieldProblem("number", .required)])
            }
            let reason = try FreeText.demand(typed, "change_reason")
            let overrides = try acceptance.past(judged.warnings)
            let policy = try old.corrected(
                number: judged.number ?? old.number, content: judged.content, for: reason, by: owner,
                at: clock.now)
            return Changed(policy, .policyCorrected(policy, overrides))
        }
    }
}

/// Ends a policy before its last day, with a class of reasons that a scan of the paper may tell.
package struct RevokePolicy {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<IssuedPolicy>, for reason: IssuedPolicy.RevocationClass, note typed: String,
        baseVersion: Int64, by author: Author
    ) throws -> IssuedPolicy {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        // The other classes say it all; "other" says nothing without words.
        let note = reason == .other ? try FreeText.demand(typed, "note") : try optional(typed)
        return try store.change(by: author) { tx in
            let policy = try tx.policy(id, at: baseVersion)
                .revoked(reason, note: note, by: owner, at: clock.now)
            return Changed(policy, .policyRevoked(policy))
        }
    }

    private func optional(_ typed: String) throws -> String? {
        let note = FreeText.read(typed, field: "note", max: 300)
        if let problem = note.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        return note.value?.text
    }
}

extension Reading {
    fileprivate func policy(_ id: ID<IssuedPolicy>, at version: Int64) throws -> IssuedPolicy {
        guard let policy = try policies.find(id) else { throw Refusal(.issuedPolicyNotFound) }
        guard policy.version == version else { throw Refusal(.issuedPolicyChanged) }
        return policy
    }
}
