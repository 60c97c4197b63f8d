/// That something which was written down holds no more: since when, by whom, and why. It is never deleted.
package struct Undoing: Hashable, Sendable {
    package let at: Instant
    package let by: ID<Operator>
    package let reason: String

    package init(at: Instant, by: ID<Operator>, reason: String) {
        self.at = at
        self.by = by
        self.reason = reason
    }
}
