import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `A session` {
    private func find(_ opened: OpenedSession, _ desk: TestDesk) throws -> Session? {
        try desk.store.keep { try $0.sessions.find(digest: desk.secrets.digest(of: opened.token)) }
    }

    private static let lock: Int64 = 300

    private static let standings: [(passed: Int64, locked: Bool, disabled: Bool, Session.Standing)] = [
        (0, false, false, .open), (299, false, false, .open), (300, false, false, .locked),
        (0, true, false, .locked),
        (299, true, false, .locked), (43_199, false, false, .locked), (43_200, false, false, .ended),
        (43_200, true, false, .ended), (0, false, true, .ended), (0, true, true, .ended),
    ]

    @Test(arguments: standings)
    func `stands by its lock, its idle time and its end`(
        passed: Int64, locked: Bool, disabled: Bool, expected: Session.Standing
    ) {
        let owner = Operator(
            id: ID(high: 1, low: 1), version: 1, login: "a", name: "А", roles: [.receptionist],
            disabled: disabled,
            createdAt: FakeClock.start)
        let session = Session(
            id: ID(high: 1, low: 2), owner: owner, hasPin: true, screen: "s", openedAt: FakeClock.start,
            expiresAt: Instant(milliseconds: FakeClock.start.milliseconds + 43_200_000), locked: locked,
            activeAt: FakeClock.start)
        let now = Instant(milliseconds: FakeClock.start.milliseconds + passed * 1000)
        #expect(session.standing(at: now, lockAfterSeconds: Self.lock) == expected)
    }

    /// Seconds that the clock is set back by, with the seconds that the session had been open and idle.
    private static let setBack: [(back: Int64, opened: Int64, idle: Int64, Session.Standing)] = [
        (0, 0, 0, .open), (60, 0, 0, .open), (61, 0, 0, .ended), (86_400 * 400, 0, 0, .ended),
        (60, 3600, 0, .open), (61, 3600, 0, .locked), (3600, 3600, 0, .locked), (3661, 3600, 0, .ended),
        (100, 3600, 50, .open), (111, 3600, 50, .locked), (3600, 3600, 3600, .open),
    ]

    @Test(arguments: setBack)
    func `is neither stretched nor kept open by a clock that is set back`(
        back: Int64, opened: Int64, idle: Int64, expected: Session.Standing
    ) {
        let owner = Operator(
            id: ID(high: 1, low: 1), version: 1, login: "a", name: "А", roles: [.receptionist],
            disabled: false, createdAt: FakeClock.start)
        let wall = FakeClock.start.milliseconds
        let openedAt = Instant(milliseconds: wall - opened * 1000)
        let session = Session(
            id: ID(high: 1, low: 2), owner: owner, hasPin: true, screen: "s", openedAt: openedAt,
            expiresAt: Instant(milliseconds: openedAt.milliseconds + 43_200_000), locked: false,
            activeAt: Instant(milliseconds: wall - idle * 1000))
        let now = Instant(milliseconds: wall - back * 1000)
        #expect(session.standing(at: now, lockAfterSeconds: 4000) == expected)
    }

    @Test func `is found by its secret, which is nowhere in the database`() throws {
        let clinic = try Clinic()
        let found = try #require(try find(clinic.session, clinic.desk))
        #expect(found == clinic.session.session)
        #expect(try clinic.desk.lines().allSatisfy { !$0.contains(clinic.session.token) })
        #expect(try clinic.desk.store.keep { try $0.sessions.find(digest: clinic.session.token) } == nil)
    }

    @Test(arguments: [
        ("petrova", "не тот"), ("nobody", TestDesk.password), ("former", TestDesk.password), ("", ""),
    ])
    func `is not opened by a wrong word, an unknown or a disabled login, all alike`(
        login: String, word: String
    ) throws {
        let clinic = try Clinic()
        let refusal = try #require(throws: Refusal.self) { try clinic.desk.signIn(login, word) }
        #expect(refusal == Refusal(.signInFailed))
        #expect(try clinic.desk.notices(.signInFailed) == 1)
    }

    @Test func `takes the place of the same operator's earlier one at this screen`() throws {
        let clinic = try Clinic()
        let elsewhere = try clinic.desk.signIn("petrova", on: "other")
        let again = try clinic.desk.signIn("Petrova ")
        #expect(try find(clinic.session, clinic.desk) == nil)
        #expect(try find(elsewhere, clinic.desk) != nil && find(again, clinic.desk) != nil)
    }

    @Test func `that has expired is cleared away with the next sign-in`() throws {
        let clinic = try Clinic()
        clinic.desk.clock.pass(seconds: 12 * 3600)
        _ = try clinic.desk.signIn("sidorova", on: "other")
        #expect(try find(clinic.session, clinic.desk) == nil)
    }

    @Test func `ends with its operator's sign-out, everywhere or here`() throws {
        let clinic = try Clinic()
        let (other, colleague) = (
            try clinic.desk.signIn("petrova", on: "b"), try clinic.desk.signIn("sidorova")
        )
        try SignOut(store: clinic.desk.store)(other.session, request: nil)
        #expect(try find(other, clinic.desk) == nil && find(clinic.session, clinic.desk) != nil)
        try SignOut(store: clinic.desk.store).everywhere(clinic.petrova.id, by: clinic.author)
        #expect(try find(clinic.session, clinic.desk) == nil && find(colleague, clinic.desk) != nil)
        #expect(try clinic.desk.notices(.signedOut) == 1 && clinic.desk.notices(.signedOutEverywhere) == 1)
    }

    @Test func `ends when its operator is disabled or gets a new password`() throws {
        let clinic = try Clinic()
        try clinic.credentials.resetPassword(
            "жёлтый трамвай едет", of: clinic.petrova.id, by: clinic.adminAuthor)
        #expect(try find(clinic.session, clinic.desk) == nil)
        let again = try clinic.desk.signIn("petrova", "жёлтый трамвай едет")
        _ = try clinic.changingOperator(
            .disable, of: clinic.petrova.id, baseVersion: 1, by: clinic.adminAuthor)
        #expect(try find(again, clinic.desk) == nil)
    }

    @Test func `stays, alone of all, when its operator changes the own password in it`() throws {
        let clinic = try Clinic()
        let other = try clinic.desk.signIn("petrova", on: "b")
        let new = "жёлтый трамвай едет"
        try clinic.credentials.changeOwnPassword(
            old: TestDesk.password, new: new, repeated: new, session: clinic.session.session, request: nil)
        #expect(try find(clinic.session, clinic.desk) != nil && find(other, clinic.desk) == nil)
        #expect(throws: Refusal(.signInFailed)) { try clinic.desk.signIn("petrova") }
        _ = try clinic.desk.signIn("petrova", new, on: "b")
    }

    @Test func `guesses at the old password are counted`() throws {
        let clinic = try Clinic()
        let new = "жёлтый трамвай едет"
        func change() throws -> Refusal {
            try #require(throws: Refusal.self) {
                try clinic.credentials.changeOwnPassword(
                    old: "не тот", new: new, repeated: new, session: clinic.session.session, request: nil)
            }
        }
        for _ in 0..<5 { #expect(try change().code == .oldPasswordWrong) }
        #expect(try change().code == .lockedOut)
    }

    @Test func `knows the operator as the operator is now`() throws {
        let clinic = try Clinic()
        let changed = try clinic.changingOperator(
            .details(name: "Иначе", roles: [.senior]), of: clinic.petrova.id, baseVersion: 1,
            by: clinic.adminAuthor)
        #expect(try find(clinic.session, clinic.desk)?.owner == changed)
    }

    @Test func `tells the audit of a patient once`() throws {
        let clinic = try Clinic()
        let reading = ReadCard(store: clinic.desk.store)
        let other = try clinic.desk.signIn("sidorova", on: "b").session
        for _ in 0..<3 {
            try reading.noteView(of: clinic.patient.id, in: clinic.session.session, request: "r")
        }
        #expect(try clinic.desk.notices(.patientViewed) == 1)
        try reading.noteView(of: clinic.other.id, in: clinic.session.session, request: "r")
        try reading.noteView(of: clinic.patient.id, in: other, request: "r")
        #expect(try clinic.desk.notices(.patientViewed) == 3)
        let row = try #require(try clinic.desk.audit().last)
        #expect(row.subject == clinic.patient.id.text && row.author == clinic.colleague.id.text)
        #expect(row.operation == nil && row.after == nil)
        #expect(throws: Refusal(.patientNotFound)) {
            try reading.noteView(of: ID(high: 1, low: 1), in: other, request: "r")
        }
    }
}
