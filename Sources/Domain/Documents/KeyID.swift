/// The first three bytes of SHA-256 of a document key. Several keys may share one: each of them is tried.
package struct KeyID: Hashable, Sendable {
    package static let byteCount = 3

    package let bytes: [UInt8]

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == KeyID.byteCount else { return nil }
        self.bytes = Array(bytes)
    }
}
