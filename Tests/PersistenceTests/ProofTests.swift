import Application
import DeskFixture
import Domain
import SQL
import Testing
import Threads

/// What happens while a password waits to be compared, which takes its time.
@Suite struct `A password that is being compared` {
    private static let new = "жёлтый трамвай едет"

    private func signIn(_ clinic: Clinic, meanwhile: @escaping @Sendable () throws -> Void) throws
        -> OpenedSession
    {
        let desk = clinic.desk
        return try SignIn(
            store: desk.store, clock: desk.clock, identities: desk.identities,
            secrets: SlowSecrets(desk.secrets, meanwhile), sessionHours: 12)(
                login: "petrova", password: TestDesk.password, screen: "elsewhere", request: "r")
    }

    private func sessions(_ clinic: Clinic) throws -> Int {
        try clinic.desk.rows("SELECT id FROM session WHERE screen = 'elsewhere'") { $0.text(0) }.count
    }

    @Test func `opens a session when nothing happens meanwhile`() throws {
        let clinic = try Clinic()
        _ = try signIn(clinic) {}
        #expect(try sessions(clinic) == 1)
    }

    @Test func `opens nothing when the admin gives another one meanwhile`() throws {
        let clinic = try Clinic()
        #expect(throws: Refusal(.signInFailed)) {
            try signIn(clinic) {
                try clinic.credentials.resetPassword(
                    Self.new, of: clinic.petrova.id, by: clinic.adminAuthor)
            }
        }
        #expect(try sessions(clinic) == 0)
        _ = try clinic.desk.signIn("petrova", Self.new)
    }

    @Test func `opens nothing when its operator is disabled meanwhile`() throws {
        let clinic = try Clinic()
        #expect(throws: Refusal(.signInFailed)) {
            try signIn(clinic) {
                _ = try clinic.changingOperator(
                    .disable, of: clinic.petrova.id, baseVersion: 1, by: clinic.adminAuthor)
            }
        }
        #expect(try sessions(clinic) == 0)
    }
}

/// Secrets during whose first comparison something else happens.
private final class SlowSecrets: Secrets, Sendable {
    private let inner: FakeSecrets
    private let meanwhile: Lock<(@Sendable () throws -> Void)?>

    init(_ inner: FakeSecrets, _ meanwhile: @escaping @Sendable () throws -> Void) {
        self.inner = inner
        self.meanwhile = Lock(meanwhile)
    }

    func token() -> String { inner.token() }
    func digest(of token: String) -> String { inner.digest(of: token) }
    func same(_ one: String, _ other: String) -> Bool { inner.same(one, other) }
    func spokenCode() -> String { inner.spokenCode() }
    func hash(_ word: String) throws -> String { try inner.hash(word) }

    func verify(_ word: String, against hash: String?) throws -> Bool {
        let right = try inner.verify(word, against: hash)
        let happens = meanwhile.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        try happens?()
        return right
    }
}
