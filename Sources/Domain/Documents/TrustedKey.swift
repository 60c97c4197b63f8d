/// A key whose papers this desk knows as genuine: its own, or one that the admin brought from another desk.
package struct TrustedKey: Hashable, Sendable {
    package let id: ID<TrustedKey>
    package var version: Int64
    /// The prefix of that desk's numbers.
    package let prefix: String
    /// How the admin calls that desk.
    package let name: String
    /// Ed25519, 32 bytes.
    package let publicKey: [UInt8]
    package let addedAt: Instant
    package let addedBy: ID<Operator>?
    /// Papers under a key that is withdrawn are no longer believed: a desk was stolen.
    package var withdrawal: Undoing?

    package init(
        id: ID<TrustedKey>, version: Int64, prefix: String, name: String, publicKey: [UInt8],
        addedAt: Instant, addedBy: ID<Operator>?, withdrawal: Undoing? = nil
    ) {
        self.id = id
        self.version = version
        self.prefix = prefix
        self.name = name
        self.publicKey = publicKey
        self.addedAt = addedAt
        self.addedBy = addedBy
        self.withdrawal = withdrawal
    }

    package func withdrawn(
        for reason: String, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> TrustedKey {
        guard withdrawal == nil else { throw Refusal(.deskKeyWithdrawn) }
        var key = self
        key.version += 1
        key.withdrawal = Undoing(at: now, by: author, reason: reason)
        return key
    }
}
