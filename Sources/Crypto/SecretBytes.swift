internal import CSodium

/// Bytes of a key: kept off the heap, out of swap and core dumps where the kernel allows it, and wiped at the
/// end.
// @unchecked: the memory is written in init only, made read-only there, and freed by the last owner's deinit.
package final class SecretBytes: @unchecked Sendable {
    package let count: Int
    private let memory: UnsafeMutablePointer<UInt8>

    /// Fails only when memory has run out.
    private init(count: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        Sodium.start()
        guard let memory = sodium_malloc(count) else { preconditionFailure("no memory for a key") }
        self.count = count
        self.memory = memory.bindMemory(to: UInt8.self, capacity: count)
        fill(self.memory)
        sodium_mprotect_readonly(memory)
    }

    package convenience init(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { $0.update(from: bytes, count: bytes.count) }
    }

    /// A new key nobody has seen.
    package convenience init(randomCount count: Int) {
        self.init(count: count) { randombytes_buf($0, count) }
    }

    deinit {
        // Wipes before it frees.
        sodium_free(memory)
    }

    /// The bytes for the time of `body`; they must not be kept.
    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        body(UnsafePointer(memory))
    }

    /// A copy for writing into a key file.
    func copy() -> [UInt8] {
        Array(UnsafeBufferPointer(start: memory, count: count))
    }
}
