import DeskFixture
import Domain
import HTTP
import Testing
import Wire

@Suite struct `A route that needs a session` {
    /// Every described route that is not open, with ids that nobody has.
    private static func guarded(_ console: TestConsole) -> [(Method, String, Operation)] {
        console.routes.filter(\.operation.signedIn).map { route in
            let path = route.pattern.split(separator: "{").first.map(String.init) ?? route.pattern
            let rest = route.pattern.split(separator: "}").dropFirst().first.map(String.init) ?? ""
            let id = route.pattern.contains("{") ? ID<Operator>(high: 1, low: 1).text : ""
            return (route.method, path + id + rest, route.operation)
        }
    }

    /// These answer a locked screen too: looking at it, locking, unlocking and leaving.
    private static let seated: Set<String> = ["readSession", "signOut", "lockScreen", "unlockScreen"]

    private func console() throws -> TestConsole {
        let console = try TestConsole()
        try console.desk.setUp()
        _ = try console.desk.add("petrova")
        return console
    }

    private func ask(_ browser: Browser, _ method: Method, _ path: String) throws -> Browser.Answer {
        method == .post ? try browser.post(path) : try browser.send(method, path, method == .put ? [:] : nil)
    }

    @Test func `answers nobody else`() throws {
        let console = try console()
        let stranger = Browser(console)
        stranger.cookies["frontdesk_session"] = "planted"
        for browser in [Browser(console), stranger] {
            for (method, path, operation) in Self.guarded(console) {
                let answer = try ask(browser, method, path)
                #expect(answer.status == 401 && answer.code == "signed_out", "\(operation.name)")
            }
        }
    }

    @Test(arguments: ["lock", "idle"])
    func `answers a locked screen only what it must`(how: String) throws {
        let console = try console()
        for (method, path, operation) in Self.guarded(console) where !Self.seated.contains(operation.name) {
            let browser = try Browser.signedIn(console, "admin")
            if how == "lock" {
                #expect(try browser.post("/api/v1/session/lock").status == 204)
            } else {
                console.desk.clock.pass(seconds: 301)
            }
            let answer = try ask(browser, method, path)
            #expect(answer.status == 423 && answer.code == "screen_locked", "\(operation.name)")
            #expect(try browser.get("/api/v1/session").json["locked"] == true)
        }
    }

    @Test func `that writes takes the page's token and no other`() throws {
        let console = try console()
        let browser = try Browser.signedIn(console, "admin")
        let before = try console.desk.lines()
        for token in [nil, "", "wrong", "token-1"] as [String?] {
            browser.token = token
            for (method, path, operation) in Self.guarded(console) where method.writes {
                let answer = try ask(browser, method, path)
                #expect(answer.status == 403 && answer.code == "token_wrong", "\(operation.name)")
            }
        }
        #expect(try console.desk.lines() == before)
    }

    private static let administration: Set<String> = [
        "readOperators", "addOperator", "changeOperator", "disableOperator", "enableOperator",
        "resetPassword", "resetPin",
        "endSessions", "changeSettings", "readAudit", "proveAudit",
        "publishConsentText", "changeCalendar",
        "readStrictness", "changeStrictness",
        "addAttachmentPlace", "changeAttachmentPlace",
        "addInsurer", "changeInsurer", "addProgramme", "changeProgramme", "changeRequisites",
    ]
    /// For whoever answers for others: senior and admin.
    private static let lists: Set<String> = ["lists"]
    private static let seniority: Set<String> = ["strikeDeathNote", "seatPatientLate"]
    private static let desk: Set<String> = ["patients", "consents", "visits", "drafts"]

    @Test(arguments: ["admin", "petrova", "senior"])
    func `answers the roles that may ask it`(login: String) throws {
        let console = try console()
        _ = try console.desk.add("senior", [.senior])
        for (method, path, operation) in Self.guarded(console) {
            let browser = try Browser.signedIn(console, login)
            let answer = try ask(browser, method, path)
            let isAllowed =
                login == "admin"
                ? !Self.desk.contains(operation.tag)
                : !Self.administration.contains(operation.name)
                    && (login == "senior" || !Self.lists.contains(operation.tag))
                    && (login == "senior" || !Self.seniority.contains(operation.name))
            #expect((answer.code == "role_missing") == !isAllowed, "\(operation.name)")
            #expect((answer.status == 403) == !isAllowed, "\(operation.name)")
        }
    }

    @Test func `that makes history asks for a key that is one`() throws {
        let console = try console()
        _ = try console.desk.add("both", [.admin, .senior, .receptionist])
        let browser = try Browser.signedIn(console, "both")
        let before = try console.desk.lines()
        for (method, path, operation) in Self.guarded(console) where operation.keyed {
            let body = try #require(operation.request?.example)
            let missing = try browser.send(method, path, body)
            #expect(missing.status == 400 && missing.code == "idempotency_key_missing", "\(operation.name)")
            let odd = try browser.send(method, path, body, key: "5")
            #expect(odd.status == 400 && odd.code == "idempotency_key_malformed", "\(operation.name)")
        }
        #expect(try console.desk.lines() == before)
    }

    @Test func `that takes a body says what is wrong with it, place by place`() throws {
        let console = try console()
        _ = try console.desk.add("both", [.admin, .senior, .receptionist])
        let browser = try Browser.signedIn(console, "both")
        for (method, path, operation) in Self.guarded(console) where operation.request != nil {
            let strange = try ask(browser, method, path, ["strange": 5])
            #expect(strange.status == 400 && strange.code == "body_not_of_schema", "\(operation.name)")
            #expect(strange.fields.contains("strange"), "\(operation.name)")
            let list = try ask(browser, method, path, ["a list"])
            #expect(list.status == 400 && list.code == "body_not_of_schema", "\(operation.name)")
            let broken = try browser.send(method, path, bytes: Array("{\"a\":".utf8), key: "x")
            #expect(broken.status == 400 && broken.code == "body_not_json", "\(operation.name)")
        }
    }

    private func ask(_ browser: Browser, _ method: Method, _ path: String, _ body: JSON) throws
        -> Browser.Answer
    {
        method == .post ? try browser.post(path, body) : try browser.send(method, path, body)
    }
}

extension Schema {
    /// The smallest document of this shape.
    var example: JSON {
        switch self {
        case .bool: false
        case .integer(let minimum, _): .integer(minimum ?? 0)
        case .string(let least, _, _, _, let example):
            .string(least > 0 ? example ?? String(repeating: "x", count: least) : "")
        case .words(let words): .string(words.first ?? "")
        case .array: []
        case .object(let properties):
            .object(properties.filter(\.required).map { JSON.Member($0.name, $0.schema.example) })
        case .map: [:]
        case .orNull, .anything: nil
        case .named(_, let inner): inner.example
        }
    }
}
