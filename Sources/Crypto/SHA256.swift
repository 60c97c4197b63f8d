internal import CSodium

/// SHA-256: in one go, or piece by piece for what does not fit in memory at once.
package struct SHA256: Sendable {
    package static let byteCount = 32

    private var state = crypto_hash_sha256_state()

    package init() {
        crypto_hash_sha256_init(&state)
    }

    package mutating func update(_ bytes: [UInt8]) {
        crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// The digest of what was given so far; more may follow.
    package func digest() -> [UInt8] {
        var copy = state
        var digest = [UInt8](repeating: 0, count: SHA256.byteCount)
        crypto_hash_sha256_final(&copy, &digest)
        return digest
    }

    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: byteCount)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}
