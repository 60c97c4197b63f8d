internal import CSodium

/// BLAKE2b with 32 bytes of digest.
package enum BLAKE2b {
    package static let byteCount = 32

    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Sodium.start()
        var digest = [UInt8](repeating: 0, count: byteCount)
        crypto_generichash(&digest, byteCount, bytes, UInt64(bytes.count), nil, 0)
        return digest
    }
}
