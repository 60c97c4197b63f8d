/// This desk's permanent identity, minted at the first start. Papers and operations of later years stand on
/// it.
package struct Desk: Hashable, Sendable {
    package let id: ID<Desk>
    /// Rises whenever the desk's past may have changed (a restored disk image), so that clones are told
    /// apart.
    package let lineage: Int64
    /// Ed25519, for requests to the centre.
    package let requestKey: [UInt8]
    /// Ed25519, for the code on paper.
    package let documentKey: [UInt8]
    package let foundedAt: Instant
    /// Asked for together with the first admin; numbers on paper begin with it.
    package var prefix: String?

    package init(
        id: ID<Desk>, lineage: Int64, requestKey: [UInt8], documentKey: [UInt8], foundedAt: Instant,
        prefix: String?
    ) {
        self.id = id
        self.lineage = lineage
        self.requestKey = requestKey
        self.documentKey = documentKey
        self.foundedAt = foundedAt
        self.prefix = prefix
    }
}
