internal import Glibc
internal import Synchronization

/// Mints the ids that the journal and the reader's problem page share: 15 letters, which Swift keeps without
/// allocating. Seven of them tell one start of the program from another, eight count. They are no secret.
final class RequestIds: Sendable {
    private static let letters: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"

    private let start: UInt64
    private let counter = Atomic<UInt64>(0)

    init() {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        start = UInt64(bitPattern: Int64(now.tv_sec) << 10 ^ Int64(now.tv_nsec >> 20))
    }

    func next() -> String {
        let count = counter.wrappingAdd(1, ordering: .relaxed).newValue
        return String(unsafeUninitializedCapacity: 15) { buffer in
            for place in 0..<7 { buffer[place] = Self.letter(start >> UInt64(30 - 5 * place)) }
            for place in 0..<8 { buffer[7 + place] = Self.letter(count >> UInt64(35 - 5 * place)) }
            return 15
        }
    }

    private static func letter(_ bits: UInt64) -> UInt8 { letters.utf8Start[Int(bits & 31)] }
}
