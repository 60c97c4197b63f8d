internal import Application
internal import Threads

/// Mints UUIDv7 ids (RFC 9562): 48 bits of milliseconds, then a counter of 12 bits, then 62 random bits.
///
/// Ids of one process only ever rise: within a millisecond by the counter, which starts in the lower half at
/// random, and when the wall clock is set back by staying at the latest millisecond seen. So lists sorted by
/// id keep the order of minting, though nothing may *rely* on an id for time.
package final class IdentityMint: Identities {
    private struct Last {
        var milliseconds: UInt64 = 0
        var counter: UInt16 = 0
    }

    private let nowMilliseconds: @Sendable () -> Int64
    private let random: @Sendable (Int) -> [UInt8]
    private let last = Lock(Last())

    package init(
        nowMilliseconds: @escaping @Sendable () -> Int64,
        random: @escaping @Sendable (_ count: Int) -> [UInt8] = SystemRandom.bytes
    ) {
        self.nowMilliseconds = nowMilliseconds
        self.random = random
    }

    /// The 16 bytes as two halves, most significant first.
    package func mint() -> (high: UInt64, low: UInt64) {
        let chance = random(10)
        precondition(chance.count == 10, "the random source gave \(chance.count) bytes instead of 10")
        let now = UInt64(clamping: nowMilliseconds()) & 0xffff_ffff_ffff
        let fresh = (UInt16(chance[8]) << 8 | UInt16(chance[9])) & 0x7ff
        let stamp = last.withLock { last -> Last in
            if now > last.milliseconds {
                last = Last(milliseconds: now, counter: fresh)
            } else if last.counter < 0xfff {
                last.counter += 1
            } else {
                // 2048 and more ids in one millisecond: borrow from the next one.
                last = Last(milliseconds: last.milliseconds + 1, counter: fresh)
            }
            return last
        }
        let tail = chance.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (
            high: stamp.milliseconds << 16 | 0x7000 | UInt64(stamp.counter),
            low: 0x8000_0000_0000_0000 | tail & 0x3fff_ffff_ffff_ffff
        )
    }
}
