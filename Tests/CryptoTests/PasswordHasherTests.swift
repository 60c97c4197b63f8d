import Crypto
import Glibc
import Testing
import Threads

/// One after the other: memory and time are measured here.
@Suite(.serialized) struct `Hashing passwords` {
    let hasher = PasswordHasher(pepper: SecretBytes([UInt8](repeating: 7, count: 32)))

    @Test func `lets the right one in and no other`() throws {
        let stored = try hasher.hash("верный пароль 1")
        #expect(try hasher.verify("верный пароль 1", against: stored))
        #expect(try !hasher.verify("верный пароль 2", against: stored))
        #expect(try !hasher.verify("", against: stored))
    }

    @Test func `stores Argon2id with three passes over 64 MiB and a salt of its own`() throws {
        let one = try hasher.hash("246810")
        let other = try hasher.hash("246810")
        #expect(one.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
        #expect(one != other)
    }

    @Test func `is worth nothing without the pepper`() throws {
        let stored = try hasher.hash("246810")
        let stranger = PasswordHasher(pepper: SecretBytes([UInt8](repeating: 8, count: 32)))
        #expect(try !stranger.verify("246810", against: stored))
    }

    @Test func `takes as long for nobody as for a wrong password, and says no`() throws {
        let stored = try hasher.hash("верный пароль 1")
        let wrong = try fastest { try hasher.verify("неверный пароль", against: stored) }
        let nobody = try fastest { try hasher.verify("неверный пароль", against: nil) }
        // Half to double: machines under test are noisy, but a check that is skipped would be thousands of
        // times less.
        #expect(
            nobody > wrong / 2 && nobody < wrong * 2,
            "\(wrong) µs for a wrong password, \(nobody) µs for nobody")
    }

    @Test func `a damaged hash is no match`() throws {
        let stored = try hasher.hash("верный пароль 1")
        #expect(try !hasher.verify("верный пароль 1", against: String(stored.dropLast(4))))
        #expect(try !hasher.verify("верный пароль 1", against: "nonsense"))
        #expect(try !hasher.verify("верный пароль 1", against: ""))
    }

    @Test func `gives its 64 MiB back at once`() throws {
        _ = try hasher.hash("прогрев")
        let before = try residentKiB()
        for _ in 0..<3 { _ = try hasher.hash("246810") }
        let kept = try residentKiB() - before
        #expect(kept < 4096, "\(kept) KiB stayed")
        // The control: they were really there in between.
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        #expect(usage.ru_maxrss - before > 60_000)
    }

    @Test func `tells who comes when the line is full, and serves the rest`() throws {
        let narrow = PasswordHasher(
            pepper: SecretBytes(randomCount: 32), atOnce: 1, line: 1, patienceMilliseconds: 60_000)
        let outcome = Lock((served: 0, busy: 0))
        let threads = try (0..<6).map { number in
            try Thread.start(named: "sign-in \(number)") {
                let served = (try? narrow.hash("246810")) != nil
                outcome.withLock { if served { $0.served += 1 } else { $0.busy += 1 } }
            }
        }
        for thread in threads { thread.join() }
        // At least one inside and one in line; how many more depends on who comes when.
        let (served, busy) = outcome.withLock { $0 }
        #expect(served >= 2 && served + busy == 6)
    }

    /// The least of three, in microseconds; the answer must be no each time.
    private func fastest(_ body: () throws -> Bool) throws -> Int {
        try (0..<3).map { _ in
            let start = monotonicMicroseconds()
            let matched = try body()
            #expect(!matched)
            return monotonicMicroseconds() - start
        }.min() ?? 0
    }

    private func monotonicMicroseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }

    private func residentKiB() throws -> Int {
        let file = try #require(fopen("/proc/self/statm", "r"))
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        try #require(fgets(&line, 256, file) != nil)
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) }) * 4
    }
}
