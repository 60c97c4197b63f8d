import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `A lockout` {
    private static let now = Instant(milliseconds: 1_000_000)

    /// Minutes that the door is shut after the n-th failure.
    private static let minutes: [Int64] = [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]

    @Test func `begins with the fifth failure and doubles up to an hour`() throws {
        var (lockout, now) = (Lockout.none, Self.now)
        for minutes in Self.minutes {
            lockout = try lockout.attempt(at: now)
            let until = Instant(milliseconds: now.milliseconds + minutes * 60_000)
            #expect(lockout.until == (minutes == 0 ? nil : until))
            now = until
        }
        #expect(lockout.failures == Int64(Self.minutes.count))
    }

    @Test(arguments: [(0, 60), (1, 60), (1_000, 59), (59_000, 1), (59_999, 1)] as [(Int64, Int64)])
    func `refuses while the door is shut and says for how long`(passed: Int64, seconds: Int64) throws {
        let shut = Lockout(failures: 5, until: Instant(milliseconds: Self.now.milliseconds + 60_000))
        let refusal = try #require(throws: Refusal.self) {
            try shut.attempt(at: Instant(milliseconds: Self.now.milliseconds + passed))
        }
        #expect(refusal.code == .lockedOut && refusal.retryAfterSeconds == seconds)
        #expect(refusal.parameters == ["until_at": "1060000"])
    }

    @Test func `lets one more try through when the time is over`() throws {
        let shut = Lockout(failures: 5, until: Self.now)
        #expect(try shut.attempt(at: Self.now).failures == 6)
    }

    @Test func `never overflows, however patient the guesser`() throws {
        let many = Lockout(failures: 1_000_000_000, until: nil)
        #expect(
            try many.attempt(at: Self.now).until == Instant(milliseconds: Self.now.milliseconds + 3_600_000))
    }

    /// Seconds that the clock is set back by, and whether the door, shut for a minute, is open then.
    @Test(arguments: [(1, false), (3540, false), (3541, true), (86_400 * 365, true)] as [(Int64, Bool)])
    func `lasts no longer than the longest time when the clock is set back`(back: Int64, isOpen: Bool) throws
    {
        let clock = FakeClock()
        let shut = Lockout(failures: 5, until: Instant(milliseconds: clock.now.milliseconds + 60_000))
        clock.pass(seconds: -back)
        guard isOpen else {
            let refusal = try #require(throws: Refusal.self) { try shut.attempt(at: clock.now) }
            #expect(refusal.retryAfterSeconds == 60 + back)
            #expect(refusal.retryAfterSeconds ?? .max <= Lockout.longestMinutes * 60)
            return
        }
        let counted = try shut.attempt(at: clock.now)
        #expect(counted.failures == 6, "a jump of the clock forgives nothing")
        #expect(counted.until == Instant(milliseconds: clock.now.milliseconds + 120_000))
    }

    // MARK: At the door

    private func fail(_ desk: TestDesk, _ login: String = "admin") throws -> Refusal {
        try #require(throws: Refusal.self) { try desk.signIn(login, "не тот пароль") }
    }

    @Test func `shuts the door to the right password too, until its time is over`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        for _ in 0..<5 { #expect(try fail(desk).code == .signInFailed) }
        let refusal = try #require(throws: Refusal.self) { try desk.signIn("admin") }
        #expect(refusal.code == .lockedOut && refusal.retryAfterSeconds == 60)
        #expect(try desk.notices(.signInFailed) == 5 && desk.notices(.lockedOut) == 1)
        desk.clock.pass(seconds: 60)
        _ = try desk.signIn("admin")
        for _ in 0..<4 { #expect(try fail(desk).code == .signInFailed) }
        _ = try desk.signIn("admin")
        #expect(try desk.prove().isIntact)
    }

    @Test func `is of one login, and an unknown login has one as well`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        for _ in 0..<5 { #expect(try fail(desk, "nobody").code == .signInFailed) }
        #expect(try fail(desk, "nobody").code == .lockedOut)
        #expect(try fail(desk, "NOBODY ").code == .lockedOut)
        _ = try desk.signIn("admin")
    }

    @Test func `survives a restart`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        for _ in 0..<5 { _ = try fail(desk) }
        let again = DeskStore(
            database: desk.database, clock: desk.clock, identities: desk.identities, digest: TestDesk.digest)
        let refusal = try #require(throws: Refusal.self) {
            try SignIn(
                store: again, clock: desk.clock, identities: desk.identities, secrets: desk.secrets,
                sessionHours: 12)(
                    login: "admin", password: TestDesk.password, screen: "s", request: nil)
        }
        #expect(refusal.code == .lockedOut)
    }

    @Test func `does not count a comparison that did not happen`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        for _ in 0..<4 { _ = try fail(desk) }
        desk.secrets.becomeBusy()
        for _ in 0..<3 { #expect(try fail(desk).code == .tooBusy) }
        desk.secrets.becomeBusy(false)
        _ = try desk.signIn("admin")
    }

    @Test func `is lifted by a new password from the admin`() throws {
        let clinic = try Clinic()
        for _ in 0..<5 { _ = try fail(clinic.desk, "petrova") }
        try clinic.credentials.resetPassword(
            "жёлтый трамвай едет", of: clinic.petrova.id, by: clinic.adminAuthor)
        _ = try clinic.desk.signIn("petrova", "жёлтый трамвай едет")
    }
}
