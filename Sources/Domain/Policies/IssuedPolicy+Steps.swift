extension IssuedPolicy {
    /// Written anew, with the reason; what holds no more is not corrected.
    package func corrected(
        number: String, content: Content, for reason: String, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> IssuedPolicy {
        try mustStand()
        return version(
            number: number, content: content, by: author, at: now, reason: reason, revocation: nil,
            replacedBy: nil)
    }

    package func revoked(
        _ reason: RevocationClass, note: String?, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> IssuedPolicy {
        try mustStand()
        return version(
            number: number, content: content, by: author, at: now, reason: nil,
            revocation: Revocation(reason: reason, note: note, at: now, by: author), replacedBy: nil)
    }

    /// Any policy can be replaced, a revoked one too, but only once.
    package func replaced(
        by other: ID<IssuedPolicy>, author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> IssuedPolicy {
        guard replacedBy == nil else { throw Refusal(.policyStepRefused, ["number": self.number]) }
        return version(
            number: number, content: content, by: author, at: now, reason: nil, revocation: revocation,
            replacedBy: other)
    }

    private func mustStand() throws(Refusal) {
        guard revocation == nil, replacedBy == nil else {
            throw Refusal(.policyStepRefused, ["number": number])
        }
    }

    private func version(
        number: String, content: Content, by author: ID<Operator>, at now: Instant, reason: String?,
        revocation: Revocation?, replacedBy: ID<IssuedPolicy>?
    ) -> IssuedPolicy {
        IssuedPolicy(
            id: id, version: version + 1, kind: kind, number: number, own: own, holder: holder,
            content: content, issuedAt: issuedAt, issuedBy: issuedBy, changedAt: now, changedBy: author,
            changeReason: reason, revocation: revocation, replaces: replaces, replacedBy: replacedBy)
    }
}
