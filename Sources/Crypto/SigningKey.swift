internal import CSodium

/// An Ed25519 key that signs what leaves this desk.
package final class SigningKey: Sendable {
    package static let seedByteCount = 32

    /// 32 bytes, for everyone.
    package let publicKey: [UInt8]
    private let secretKey: SecretBytes

    /// The key that belongs to this seed; the same seed always gives the same key.
    package init(seed: SecretBytes) {
        precondition(
            seed.count == SigningKey.seedByteCount, "an Ed25519 seed has 32 bytes, not \(seed.count)")
        Sodium.start()
        var publicKey = [UInt8](repeating: 0, count: 32)
        var secretKey = [UInt8](repeating: 0, count: 64)
        _ = seed.withBytes { bytes in
            crypto_sign_seed_keypair(&publicKey, &secretKey, bytes)
        }
        self.publicKey = publicKey
        self.secretKey = SecretBytes(secretKey)
        sodium_memzero(&secretKey, secretKey.count)
    }

    /// A new key, with the seed that its file must keep.
    package static func generate() -> (key: SigningKey, seed: SecretBytes) {
        let seed = SecretBytes(randomCount: seedByteCount)
        return (SigningKey(seed: seed), seed)
    }

    /// 64 bytes; the same message gives the same signature.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Signature.byteCount)
        _ = secretKey.withBytes { secret in
            crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        }
        return signature
    }
}
