import Application
import DeskFixture
import Domain
import HTTP
import SQL
import Testing
import Threads
import Wire

/// The store refuses to write: whoever sits at the desk goes on reading (K-22).
@Suite struct `A desk whose store refuses to write` {
    private let console: TestConsole
    private let store: TroubledStore
    private let reception: Browser
    private let admin: Browser

    init() throws {
        let made = Lock<TroubledStore?>(nil)
        console = try TestConsole { inner in
            let store = TroubledStore(inner)
            made.withLock { $0 = store }
            return store
        }
        store = try #require(made.withLock { $0 })
        try console.desk.setUp()
        _ = try console.desk.add("petrova")
        reception = try Browser.signedIn(console, "petrova")
        admin = try Browser.signedIn(console, "admin")
        #expect(try reception.post("/api/v1/shift", ["take_over": nil]).status == 201)
        #expect(try reception.post("/api/v1/patients", Given.walkIn()).status == 201)
    }

    private static let questions = [
        "/api/v1/status", "/api/v1/session", "/api/v1/screen", "/api/v1/visits", "/api/v1/shift",
        "/api/v1/drafts", "/api/v1/settings",
    ]

    private func expectReading(_ browser: Browser, _ moment: Comment) throws {
        for path in Self.questions {
            let answer = try browser.get(path)
            #expect(answer.status == 200, moment)
            #expect(answer.code == nil, "\(path)")
        }
        let found = try browser.send(
            .post, "/api/v1/patients/search", ["text": "Небывалова", "limit": 5])
        #expect(found.status == 200 && found["items"].elements?.count == 1, moment)
    }

    private func expectNoWriting() throws {
        let refused = try reception.post("/api/v1/patients", Given.walkIn(["surname": "Другова"]))
        #expect([503, 507].contains(refused.status) && refused.code != nil)
    }

    @Test(arguments: [Fault.Kind.full, .readOnly])
    func `answers every question, now and when activity would be written`(kind: Fault.Kind) throws {
        store.refuseWriting(kind)
        try expectNoWriting()
        try expectReading(reception, "at once")
        for _ in 0..<3 {
            console.desk.clock.pass(seconds: 31)
            try expectReading(reception, "later")
        }
        #expect(try admin.get("/api/v1/operators").status == 200)
    }

    @Test(arguments: [Fault.Kind.full, .readOnly])
    func `answers the others after somebody's lock could not be written`(kind: Fault.Kind) throws {
        store.refuseWriting(kind)
        #expect([503, 507].contains(try admin.post("/api/v1/session/lock").status))
        try expectReading(reception, "after a failed lock")
        console.desk.clock.pass(seconds: 31)
        try expectReading(reception, "later")
    }

    @Test func `hides the screen that could not be locked on the disk`() throws {
        store.refuseWriting(.full)
        _ = try reception.post("/api/v1/session/lock")
        #expect(try reception.get("/api/v1/visits").status == 423)
        #expect(try reception.get("/api/v1/session").json["locked"] == true)
        store.refuseWriting(nil)
        #expect(try reception.get("/api/v1/visits").status == 423, "only the operator opens it again")
        let proof: JSON = ["pin": .string(TestDesk.pin)]
        #expect(try reception.post("/api/v1/session/unlock", proof).status == 200)
        #expect(try reception.get("/api/v1/visits").status == 200)
    }

    @Test func `locks an idle screen all the same, and activity counts though it cannot be kept`() throws {
        store.refuseWriting(.full)
        for _ in 0..<3 {
            console.desk.clock.pass(seconds: 200)
            #expect(try reception.get("/api/v1/visits").status == 200)
            // Everybody is forgotten by an attempt that fails; the activity must not be.
            _ = try Browser(console).post("/api/v1/session", ["login": "petrova", "password": "не тот"])
        }
        console.desk.clock.pass(seconds: 301)
        #expect(try reception.get("/api/v1/visits").status == 423)
    }

    @Test func `works again, without a restart, when there is room`() throws {
        store.refuseWriting(.full)
        try expectNoWriting()
        store.refuseWriting(nil)
        let made = try reception.post("/api/v1/patients", Given.walkIn(["surname": "Другова"]))
        #expect(made.status == 201)
        #expect(try console.desk.prove().isIntact)
    }

    // MARK: The proof of the journal

    @Test func `and one at which a proof is under way refuses a second proof`() throws {
        let other = try Browser.signedIn(console, "admin")
        for browser in [admin, other] { #expect(try browser.get("/api/v1/session").status == 200) }
        let stage = Condition((isProving: false, mayGoOn: false))
        store.beforeNextReading {
            stage.change { $0.isProving = true }
            _ = stage.wait(timeoutMilliseconds: 10_000) { $0.mayGoOn ? true : nil }
        }
        let answers = Lock([Int]())
        let (console, cookies) = (console, admin.cookies)
        let first = try Thread.start(named: "proof") {
            let browser = Browser(console)
            browser.cookies = cookies
            let status = (try? browser.get("/api/v1/audit/proof").status) ?? 0
            answers.withLock { $0.append(status) }
        }
        #expect(stage.wait(timeoutMilliseconds: 10_000) { $0.isProving ? true : nil } == true)
        let second = try other.get("/api/v1/audit/proof")
        stage.change { $0.mayGoOn = true }
        first.join()
        #expect(second.status == 503 && second.code == "too_busy")
        #expect(answers.withLock { $0 } == [200])
        #expect(try other.get("/api/v1/audit/proof").status == 200)
    }

    // MARK: Reading the journal

    @Test func `and the journal notes whoever reads its newest page, however it is asked for`() throws {
        let notices = {
            try console.desk.rows("SELECT count(*) FROM audit WHERE action = 'journal_read'") {
                $0.integer(0)
            }[0]
        }
        let newest = try #require(try admin.get("/api/v1/audit")["items"].elements?.first?["seq"]?.integer)
        var noted = try notices()
        #expect(noted == 1)
        for before in [Int64.max, newest + 100] {
            let page = try admin.get("/api/v1/audit", [(name: "before", value: "\(before)")])
            #expect(page.status == 200 && page["items"].elements?.isEmpty == false)
            #expect(try notices() == noted + 1, "\(before)")
            noted = try notices()
        }
    }
}
