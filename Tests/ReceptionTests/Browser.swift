import DeskFixture
import Domain
import HTTP
import Testing
import Wire

/// A browser at the console: keeps cookies and the session's token, and holds every answer to what is
/// published.
final class Browser {
    let console: TestConsole
    var cookies: [String: String] = [:]
    var token: String?
    var headers: [(name: String, value: String)] = []
    private var keys: UInt64 = 0

    init(_ console: TestConsole) { self.console = console }

    /// A browser whose operator is signed in at a desk that is set up.
    static func signedIn(_ console: TestConsole, _ login: String) throws -> Browser {
        let browser = Browser(console)
        try browser.signIn(login)
        return browser
    }

    func signIn(_ login: String) throws {
        let answer = try post(
            "/api/v1/session", ["login": .string(login), "password": .string(TestDesk.password)])
        #expect(answer.status == 201)
        token = answer.json["token"]?.text
    }

    struct Answer {
        let status: Int
        let json: JSON
        let headers: Headers
        let body: [UInt8]

        var code: String? { json["code"]?.text }
        var fields: [String] { (json["fields"]?.elements ?? []).compactMap { $0["name"]?.text } }
        subscript(_ path: String...) -> JSON { path.reduce(json) { $0[$1] ?? .null } }
    }

    func get(_ path: String, _ query: [(name: String, value: String)] = []) throws -> Answer {
        try send(.get, path, query: query)
    }

    /// With a key of its own, as the page does; another one only when the test says which.
    func post(_ path: String, _ body: JSON = [:], key: String? = nil) throws -> Answer {
        keys += 1
        let fresh = ID<Answer>(high: 0x0193_6b0a_7c00_7000, low: 0x8fff_0000_0000_0000 | keys).text
        return try send(.post, path, body, key: key ?? fresh)
    }

    func put(_ path: String, _ body: JSON) throws -> Answer { try send(.put, path, body) }
    func delete(_ path: String) throws -> Answer { try send(.delete, path) }

    func send(
        _ method: Method, _ path: String, query: [(name: String, value: String)] = [], _ body: JSON? = nil,
        key: String? = nil
    ) throws -> Answer {
        try send(method, path, query: query, bytes: body?.bytes ?? [], key: key)
    }

    func send(
        _ method: Method, _ path: String, query: [(name: String, value: String)] = [], bytes: [UInt8],
        key: String? = nil
    ) throws -> Answer {
        var lines = headers
        if !cookies.isEmpty {
            let line = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
            lines.append((name: "Cookie", value: line))
        }
        if let token, method.writes { lines.append((name: "X-Frontdesk-Token", value: token)) }
        if let key { lines.append((name: "Idempotency-Key", value: key)) }
        let response = console.answer(
            Request(method: method, path: path, query: query, headers: Headers(lines), body: bytes, id: "r-1")
        )
        remember(response)
        let json: JSON = response.body.isEmpty || !isJSON(response) ? .null : try JSON(parsing: response.body)
        try Publication(console).check(method, response, json)
        return Answer(status: response.status, json: json, headers: response.headers, body: response.body)
    }

    private func isJSON(_ response: Response) -> Bool {
        response.headers["Content-Type"]?.contains("json") == true
    }

    private func remember(_ response: Response) {
        for line in response.headers.all("Set-Cookie") {
            let pair = line.split(separator: ";")[0].split(separator: "=", maxSplits: 1).map(String.init)
            cookies[pair[0]] = pair.count > 1 && !pair[1].isEmpty ? pair[1] : nil
        }
    }
}

/// What the OpenAPI document promises of an answer.
struct Publication {
    private let console: TestConsole

    init(_ console: TestConsole) { self.console = console }

    func check(_ method: Method, _ response: Response, _ json: JSON) throws {
        guard let pattern = response.route, pattern.hasPrefix("/api/"), pattern != "/api/v1/openapi.json",
            let route = console.routes.first(where: { $0.pattern == pattern && $0.method == method })
        else { return }
        let place = "\(method.rawValue) \(pattern) \(response.status)"
        let published = console.document["paths"]?[pattern]?[method.rawValue.lowercased()]?["responses"]
        #expect(published?["\(response.status)"] != nil, "\(place) is not in the document")
        if response.status >= 400 {
            #expect(OpenAPI.problem.violations(in: json) == [], "\(place)")
            #expect(json["status"]?.integer == Int64(response.status), "\(place)")
            #expect(response.headers["Content-Type"] == "application/problem+json", "\(place)")
            #expect(json["detail"]?.text?.hasPrefix("problem.") == false, "\(place) has no text")
            let texts = [json["title"], json["detail"]] + (json["fields"]?.elements ?? []).map { $0["text"] }
            #expect(texts.allSatisfy { $0?.text?.contains("{") == false }, "\(place) shows a placeholder")
        } else {
            let answer = try #require(
                route.operation.answers.first { $0.status == response.status }, "\(place)")
            let type = response.headers["Content-Type"] ?? answer.contentType
            if answer.contentType != "application/json" {
                #expect(type.hasPrefix(answer.contentType), "\(place)")
            } else if let schema = answer.schema {
                #expect(schema.violations(in: json) == [], "\(place)")
            } else {
                #expect(response.body.isEmpty, "\(place)")
            }
        }
    }
}
