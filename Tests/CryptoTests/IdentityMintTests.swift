import Crypto
import Testing
import Threads

@Suite struct `Minting ids` {
    /// 2026-11-21 00:00:00 UTC.
    static let now: Int64 = 1_795_219_200_000

    @Test func `puts time, version, variant and chance where RFC 9562 wants them`() {
        let mint = IdentityMint(
            nowMilliseconds: { 0x0123_4567_89ab }, random: { .init(repeating: 0xff, count: $0) })
        let id = mint.mint()
        #expect(id.high == 0x0123_4567_89ab_77ff)
        #expect(id.low == 0xbfff_ffff_ffff_ffff)
    }

    @Test func `rises within one millisecond, even past the end of the counter`() {
        let mint = IdentityMint(nowMilliseconds: { Self.now })
        let ids = (0..<10_000).map { _ in mint.mint().high }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func `rises when the clock is set back`() {
        let clock = Lock(Self.now)
        let mint = IdentityMint(nowMilliseconds: { clock.withLock { $0 } })
        let before = mint.mint().high
        clock.withLock { $0 -= 3_600_000 }
        #expect(mint.mint().high > before)
        clock.withLock { $0 += 3_600_001 }
        #expect(mint.mint().high >> 16 == UInt64(Self.now + 1))
    }

    @Test func `never gives the same twice to several threads`() throws {
        let mint = IdentityMint(nowMilliseconds: { Self.now })
        let seen = Lock(Set<UInt64>())
        let threads = try (0..<4).map { number in
            try Thread.start(named: "mint \(number)") {
                let mine = (0..<1000).map { _ in mint.mint().high }
                seen.withLock { $0.formUnion(mine) }
            }
        }
        for thread in threads { thread.join() }
        #expect(seen.withLock { $0.count } == 4000)
    }

    @Test func `random bytes are as many as asked for and never the same`() {
        #expect(SystemRandom.bytes(0).isEmpty)
        #expect(SystemRandom.bytes(33).count == 33)
        #expect(SystemRandom.bytes(16) != SystemRandom.bytes(16))
    }
}
