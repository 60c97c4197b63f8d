import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `A screen` {
    private func lock(_ clinic: Clinic, _ session: Session) throws {
        try LockScreen(store: clinic.desk.store, clock: clinic.desk.clock)(session, request: nil)
    }

    private func unlocking(_ clinic: Clinic) -> UnlockScreen {
        UnlockScreen(store: clinic.desk.store, clock: clinic.desk.clock, secrets: clinic.desk.secrets)
    }

    private func isLocked(_ clinic: Clinic, _ session: Session) throws -> Bool? {
        try clinic.desk.store.keep { try $0.sessions.find(session.id)?.locked }
    }

    @Test func `is locked once, and told once`() throws {
        let clinic = try Clinic()
        let session = clinic.session.session
        for _ in 0..<2 { try lock(clinic, session) }
        #expect(try isLocked(clinic, session) == true)
        #expect(try clinic.desk.notices(.screenLocked) == 1)
    }

    @Test(arguments: [UnlockScreen.Proof.pin(TestDesk.pin), .password(TestDesk.password)])
    func `opens to the PIN and to the password, and the idle time begins anew`(proof: UnlockScreen.Proof)
        throws
    {
        let clinic = try Clinic()
        let session = clinic.session.session
        try lock(clinic, session)
        clinic.desk.clock.pass(seconds: 1000)
        try unlocking(clinic)(session, with: proof, request: nil)
        let now = try clinic.desk.store.keep { try $0.sessions.find(session.id) }
        #expect(now?.locked == false && now?.activeAt == clinic.desk.clock.now)
        #expect(try clinic.desk.notices(.screenUnlocked) == 1)
    }

    @Test(arguments: [
        UnlockScreen.Proof.pin("730164"), .password("не тот"), .pin(""), .pin(TestDesk.password),
    ])
    func `stays shut to anything else, and counts it`(proof: UnlockScreen.Proof) throws {
        let clinic = try Clinic()
        let session = clinic.session.session
        try lock(clinic, session)
        for _ in 0..<5 {
            #expect(throws: Refusal(.pinWrong)) { try unlocking(clinic)(session, with: proof, request: nil) }
        }
        let refusal = try #require(throws: Refusal.self) {
            try unlocking(clinic)(session, with: .pin(TestDesk.pin), request: nil)
        }
        #expect(refusal.code == .lockedOut)
        #expect(try isLocked(clinic, session) == true)
        #expect(try clinic.desk.notices(.unlockFailed) == 5 && clinic.desk.notices(.lockedOut) == 1)
    }

    @Test func `of somebody without a PIN opens to the password only`() throws {
        let clinic = try Clinic()
        let session = clinic.session.session
        try clinic.desk.store.keep {
            try $0.credentials.setPin(nil, of: clinic.petrova.id, at: clinic.desk.clock.now)
        }
        try lock(clinic, session)
        #expect(throws: Refusal(.pinNotSet)) {
            try unlocking(clinic)(session, with: .pin("274913"), request: nil)
        }
        try unlocking(clinic)(session, with: .password(TestDesk.password), request: nil)
    }

    @Test func `of a session that has ended cannot be opened`() throws {
        let clinic = try Clinic()
        let session = clinic.session.session
        try SignOut(store: clinic.desk.store)(session, request: nil)
        #expect(throws: Refusal(.sessionGone)) {
            try unlocking(clinic)(session, with: .pin(TestDesk.pin), request: nil)
        }
    }

    // MARK: Changing places

    private func `switch`(
        _ clinic: Clinic, to: Session, from: Session?, screen: String = "screen", pin: String = TestDesk.pin
    ) throws -> OpenedSession {
        try SwitchOperator(store: clinic.desk.store, clock: clinic.desk.clock, secrets: clinic.desk.secrets)(
            to: to.id, from: from, screen: screen, pin: pin, request: nil)
    }

    @Test func `goes over to a colleague by PIN, and the one who leaves is locked`() throws {
        let clinic = try Clinic()
        let petrova = clinic.session
        try lock(clinic, petrova.session)
        let colleague = try clinic.desk.signIn("sidorova")
        let back = try `switch`(clinic, to: petrova.session, from: colleague.session)
        #expect(back.session.id == petrova.session.id && back.token != petrova.token)
        #expect(try isLocked(clinic, back.session) == false && isLocked(clinic, colleague.session) == true)
        let digests = [petrova, back].map { clinic.desk.secrets.digest(of: $0.token) }
        let found = try clinic.desk.store.keep { shelf in
            try digests.map { try shelf.sessions.find(digest: $0)?.id }
        }
        #expect(found == [nil, back.session.id])
        #expect(try clinic.desk.notices(.operatorSwitched) == 1)
    }

    @Test func `keeps the draft of the one who left`() throws {
        let clinic = try Clinic()
        _ = try KeepDraft(store: clinic.desk.store, clock: clinic.desk.clock)(
            ID(high: 5, low: 5), form: .walkIn, subject: nil, content: ["surname": "Нов"],
            by: clinic.petrova.id)
        try lock(clinic, clinic.session.session)
        let colleague = try clinic.desk.signIn("sidorova")
        #expect(try clinic.desk.store.keep { try $0.drafts.all(of: clinic.colleague.id) }.isEmpty)
        let back = try `switch`(clinic, to: clinic.session.session, from: colleague.session)
        #expect(try clinic.desk.store.keep { try $0.drafts.all(of: back.session.owner.id) }.count == 1)
    }

    @Test func `goes to nobody by a wrong PIN, from another screen, or when the session is over`() throws {
        let clinic = try Clinic()
        let colleague = try clinic.desk.signIn("sidorova")
        let target = clinic.session.session
        #expect(throws: Refusal(.pinWrong)) {
            try `switch`(clinic, to: target, from: colleague.session, pin: "730164")
        }
        #expect(try isLocked(clinic, colleague.session) == false)
        #expect(throws: Refusal(.sessionGone)) {
            try `switch`(clinic, to: target, from: colleague.session, screen: "other")
        }
        clinic.desk.clock.pass(seconds: 12 * 3600)
        #expect(throws: Refusal(.sessionGone)) { try `switch`(clinic, to: target, from: nil) }
    }
}
