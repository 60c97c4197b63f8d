internal import CSodium

/// Checking what someone else signed with Ed25519.
package enum Signature {
    package static let byteCount = 64

    /// Whether `signature` was made for exactly this message by the owner of `publicKey`.
    package static func verify(_ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]) -> Bool {
        guard signature.count == byteCount, publicKey.count == 32 else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }
}
