import Application
import DeskFixture
import HTTP
import Testing
import Wire

@Suite struct `A page` {
    private static let open = ["/sign-in", "/setup", "/help"]
    private static let closed = [
        "/", "/desk", "/register", "/patients", "/patient", "/merge", "/visits", "/shift", "/settings",
        "/operators",
        "/journal", "/mail-profiles", "/calendar", "/read-back",
        "/import",
        "/blanks",
        "/catalogues",
    ]

    private func elsewhere(_ browser: Browser, _ path: String) throws -> String? {
        let answer = try browser.get(path)
        guard answer.status == 303 else {
            #expect(
                answer.status == 200 && answer.headers["Content-Type"] == "text/html; charset=utf-8",
                "\(path)")
            return nil
        }
        #expect(answer.headers["Cache-Control"] == "no-store")
        return answer.headers["Location"]
    }

    @Test(arguments: open + closed)
    func `of a new desk leads to the setup`(path: String) throws {
        let browser = Browser(try TestConsole())
        #expect(try elsewhere(browser, path) == (path == "/setup" || path == "/help" ? nil : "/setup"))
    }

    @Test(arguments: open + closed)
    func `leads whoever is not signed in to the door`(path: String) throws {
        let console = try TestConsole()
        try console.desk.setUp()
        let expected = path == "/sign-in" || path == "/help" ? nil : "/sign-in"
        #expect(try elsewhere(Browser(console), path) == expected)
        let stranger = Browser(console)
        stranger.cookies["frontdesk_session"] = "planted"
        #expect(try elsewhere(stranger, path) == expected)
    }

    @Test(arguments: closed)
    func `is shown to whoever is signed in, in the language asked for`(path: String) throws {
        let console = try TestConsole()
        try console.desk.setUp()
        let browser = try Browser.signedIn(console, "admin")
        #expect(try elsewhere(browser, path) == nil)
        #expect(try browser.get(path).headers["Content-Language"] == "ru")
        browser.cookies["frontdesk_language"] = "en"
        #expect(try browser.get(path).headers["Content-Language"] == "en")
    }

    @Test func `has a word for each way in which the search finds somebody`() throws {
        let console = try TestConsole()
        try console.desk.setUp()
        let page = String(decoding: try Browser.signedIn(console, "admin").get("/desk").body, as: UTF8.self)
        let wordless = FoundBy.Kind.allCases.filter { !page.contains("data-key=\"found.by.\($0.rawValue)\"") }
        #expect(wordless == [])
    }

    @Test func `that there is not is a problem, like a file of another version`() throws {
        let browser = Browser(try TestConsole())
        for path in ["/nowhere", "/out-of-order", "/assets/0000/css/app.css", "/api/v1/nowhere", "/desk/"] {
            let answer = try browser.get(path)
            #expect(answer.status == 404 && answer.code == "not_found", "\(path)")
        }
    }
}

@Suite struct `The OpenAPI document` {
    @Test func `is made from the table: each route is in it, and nothing else`() throws {
        let console = try TestConsole()
        var published: Set<String> = []
        for path in console.document["paths"]?.members ?? [] {
            for method in path.value.members ?? [] {
                published.insert("\(method.name.uppercased()) \(path.name)")
            }
        }
        let routes = console.routes.filter { $0.pattern != "/api/v1/openapi.json" }
        #expect(published == Set(routes.map { "\($0.method.rawValue) \($0.pattern)" }))
        #expect(published.count == routes.count && routes.count > 40)
    }

    @Test func `is open to anybody, in a desk that is not set up too`() throws {
        let answer = try Browser(try TestConsole()).get("/api/v1/openapi.json")
        #expect(answer.status == 200 && answer["openapi"] == "3.1.0" && answer["info", "version"] == "1.2.3")
    }

    @Test func `asks a key of every POST that makes history and of no other request`() throws {
        let sessions: Set<String> = [
            "/api/v1/session", "/api/v1/session/switch", "/api/v1/session/lock", "/api/v1/session/unlock",
            "/api/v1/patients/search", "/api/v1/patients/check", "/api/v1/patients/alike",
            "/api/v1/consents/search", "/api/v1/merges/preview",
            "/api/v1/patients/age-hint",
            "/api/v1/patients/take-apart", "/api/v1/scans",
            "/api/v1/setup",
        ]
        for route in try TestConsole().routes {
            let expected = route.method == .post && !sessions.contains(route.pattern)
            #expect(route.operation.keyed == expected, "\(route.method.rawValue) \(route.pattern)")
        }
    }
}
