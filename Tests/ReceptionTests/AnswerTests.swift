import DeskFixture
import Domain
import HTTP
import Localization
import Persistence
import Reception
import SQL
import SQLiteEngine
import Testing
import Threads
import Wire

@Suite struct `An answer` {
    private func console() throws -> TestConsole {
        let console = try TestConsole()
        try console.desk.setUp()
        _ = try console.desk.add("petrova")
        return console
    }

    // MARK: Language

    private static let languages: [(cookie: String?, accepted: String?, title: String)] = [
        (nil, nil, "ru"), (nil, "en-GB,en;q=0.9", "en"), ("en", "ru", "en"), ("ru", "en", "ru"),
        ("xx", "en", "en"),
        (nil, "de", "ru"),
    ]

    @Test(arguments: languages)
    func `is in the language of the cookie, else of the browser, else of the house`(
        cookie: String?, accepted: String?, title: String
    ) throws {
        let browser = Browser(try console())
        browser.cookies["frontdesk_language"] = cookie
        if let accepted { browser.headers = [(name: "Accept-Language", value: accepted)] }
        let language = try #require(Language(rawValue: title))
        let expected = try Words.catalogue.get().text("problem.signed_out.title", language)
        #expect(try browser.get("/api/v1/session")["title"].text == expected)
    }

    @Test func `is in the language that was chosen, from then on`() throws {
        let browser = try Browser.signedIn(try console(), "petrova")
        #expect(try browser.get("/api/v1/session")["language"].text == "ru")
        #expect(try browser.put("/api/v1/language", ["language": "en"]).status == 204)
        #expect(try browser.get("/api/v1/session")["language"].text == "en")
        #expect(try browser.put("/api/v1/language", ["language": "de"]).code == "body_not_of_schema")
    }

    // MARK: Problems

    @Test func `to what is wrong by field says each in words`() throws {
        let browser = try Browser.signedIn(try console(), "petrova")
        let bad = Given.walkIn(["surname": "Иван0ва", "birth_date": "31.02.1990"])
        let answer = try browser.post("/api/v1/patients", bad)
        #expect(answer.status == 422 && answer.code == "fields_invalid")
        #expect(answer.fields == ["surname", "birth_date"])
        #expect(answer["type"].text == "/problems/fields_invalid" && answer["instance"].text == "r-1")
        for field in answer["fields"].elements ?? [] {
            #expect(field["text"]?.text?.hasPrefix("field.") == false && field["severity"] == "error")
            #expect(field["text"]?.text?.contains("{") == false)
        }
    }

    @Test func `to a shut door says when to come again, by the clock on the wall`() throws {
        let console = try console()
        let browser = Browser(console)
        let wrong: JSON = ["login": "petrova", "password": "не тот"]
        for _ in 0..<5 { #expect(try browser.post("/api/v1/session", wrong).code == "sign_in_failed") }
        let answer = try browser.post("/api/v1/session", wrong)
        #expect(
            answer.status == 429 && answer["retry_after_seconds"] == 60
                && answer.headers["Retry-After"] == "60")
        #expect(answer["detail"].text?.contains("10:01") == true)
    }

    @Test(arguments: ["/api/v1/patients/x", "/api/v1/patients/\(ID<Patient>(high: 1, low: 1).text)/history"])
    func `for nobody's card is the same as for what is no id`(path: String) throws {
        let browser = try Browser.signedIn(try console(), "petrova")
        let answer = try browser.get(path)
        #expect(answer.status == 404 && answer.code == "patient_not_found")
    }

    @Test(arguments: [
        ("/api/v1/audit", "limit", "0"), ("/api/v1/audit", "limit", "201"), ("/api/v1/audit", "before", "x"),
        ("/api/v1/audit", "before", "-1"),
    ])
    func `to a query that makes no sense names it`(path: String, name: String, value: String) throws {
        let browser = try Browser.signedIn(try console(), "admin")
        let answer = try browser.get(path, [(name: name, value: value)])
        #expect(answer.status == 400 && answer.code == "query_wrong")
        #expect(answer["detail"].text?.contains(name) == true)
    }

    @Test func `when the store fails says so and tells the house, without a word about the patient`() throws {
        let console = try console()
        let browser = try Browser.signedIn(console, "petrova")
        _ = try browser.get("/api/v1/shift")
        try console.desk.database.close()
        let answer = try browser.post("/api/v1/patients", Given.walkIn())
        #expect(answer.status == 503 && answer.code == "store_failed")
        let reports = console.reports.withLock { $0 }
        #expect(reports.count == 1 && reports.allSatisfy { !$0.contains("Небывалова") })
    }

    // MARK: Keys

    @Test func `to a repeated request is the first one, byte for byte, and nothing is doubled`() throws {
        let console = try console()
        let browser = try Browser.signedIn(console, "petrova")
        let key = "01936b0a-7c00-7000-8000-00000000a001"
        let first = try browser.post("/api/v1/patients", Given.walkIn(), key: key)
        let after = try console.desk.lines()
        let second = try browser.post("/api/v1/patients", Given.walkIn(), key: key)
        #expect(first.status == 201 && second.status == 201 && first.json == second.json)
        #expect(first.headers["Location"] == second.headers["Location"])
        #expect(try console.desk.lines() == after)
        let other = try browser.post("/api/v1/patients", Given.walkIn(["surname": "Другова"]), key: key)
        #expect(other.status == 422 && other.code == "idempotency_key_reused")
        let elsewhere = try browser.post("/api/v1/visits", Given.visit(nil), key: key)
        #expect(elsewhere.code == "idempotency_key_reused")
    }

    @Test func `that refused may be asked for again with the same key`() throws {
        let browser = try Browser.signedIn(try console(), "petrova")
        let key = "01936b0a-7c00-7000-8000-00000000a001"
        #expect(try browser.post("/api/v1/patients", Given.walkIn(["surname": ""]), key: key).status == 422)
        #expect(try browser.post("/api/v1/patients", Given.walkIn(), key: key).status == 201)
    }
}

/// Bodies that several suites send.
enum Given {
    static func person(_ instead: [String: JSON] = [:]) -> JSON {
        let person: [(String, JSON)] = [
            ("surname", "Небывалова"), ("name", "Галина"), ("patronymic", "Сергеевна"),
            ("patronymic_absent", false),
            ("birth_date", "12.03.1986"), ("sex", "female"), ("phone", ""), ("email", ""), ("snils", ""),
            ("note", ""),
        ]
        return .object(person.map { JSON.Member($0.0, instead[$0.0] ?? $0.1) })
    }

    static func walkIn(_ instead: [String: JSON] = [:], visit: JSON = nil) -> JSON {
        ["person": person(instead), "accepted": [], "reason": nil, "draft": nil, "visit": visit]
    }

    static func visit(_ patient: String?) -> JSON {
        ["patient": JSON(patient), "reason": "Справка", "destination": "desk", "place": nil]
    }
}
