internal import CSodium

/// HMAC with SHA-256 (RFC 2104), with a key of any length.
package enum HMACSHA256 {
    package static let byteCount = 32

    package static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
        code(for: message, key: key, keyCount: key.count)
    }

    package static func code(for message: [UInt8], key: SecretBytes) -> [UInt8] {
        key.withBytes { code(for: message, key: $0, keyCount: key.count) }
    }

    private static func code(for message: [UInt8], key: UnsafePointer<UInt8>, keyCount: Int) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, keyCount)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        var code = [UInt8](repeating: 0, count: byteCount)
        crypto_auth_hmacsha256_final(&state, &code)
        // The state is as good as the key: it must not stay on the stack.
        sodium_memzero(&state, MemoryLayout.size(ofValue: state))
        return code
    }
}
