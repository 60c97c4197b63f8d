internal import CSodium

/// Random bytes fit for keys, tokens and ids, from the kernel through libsodium.
package enum SystemRandom {
    package static func bytes(_ count: Int) -> [UInt8] {
        Sodium.start()
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            if let start = buffer.baseAddress { randombytes_buf(start, count) }
            filled = count
        }
    }
}
