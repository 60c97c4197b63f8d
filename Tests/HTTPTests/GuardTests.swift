import HTTP
import Testing

@Suite struct `The host guard` {
    struct Pair: Sendable, CustomTestStringConvertible {
        let host: String?
        let origin: String?
        let status: Int

        init(_ host: String?, _ origin: String?, _ status: Int) {
            self.host = host
            self.origin = origin
            self.status = status
        }

        var testDescription: String { "\(host ?? "none") from \(origin ?? "none")" }
    }

    private static let here = "127.0.0.1:8470"
    private static let home = "http://127.0.0.1:8470"

    static let pairs: [Pair] = [
        Pair(here, nil, 200), Pair(here, home, 200), Pair("[::1]:8470", "http://[::1]:8470", 200),
        Pair("localhost:8470", "http://localhost:8470", 200), Pair("localhost:8470", home, 200),
        // A page of an outside site, asking us straight.
        Pair(here, "http://evil.example", 403), Pair(here, "https://evil.example", 403),
        Pair(here, "null", 403), Pair(here, "", 403), Pair(here, "file://", 403),
        // The same machine, another program.
        Pair(here, "http://127.0.0.1", 403), Pair(here, "http://127.0.0.1:80", 403),
        Pair(here, "http://127.0.0.1:3000", 403), Pair(here, "http://localhost:3000", 403),
        Pair(here, "https://127.0.0.1:8470", 403), Pair(here, "http://127.0.0.1:8470/", 403),
        Pair(here, "http://127.0.0.1:8470.evil.example", 403), Pair(here, "http://evil.example:8470", 403),
        Pair(here, "HTTP://127.0.0.1:8470", 403), Pair(here, "\(home) http://evil.example", 403),
        // Rebinding: an outside name that points here, host and origin agreeing.
        Pair("evil.example:8470", "http://evil.example:8470", 421), Pair("evil.example:8470", nil, 421),
        Pair("evil.example", nil, 421), Pair("evil.example:8470", home, 421),
        // Names that look like ours.
        Pair("127.0.0.1", nil, 421), Pair("127.0.0.1:80", nil, 421), Pair("127.0.0.1:84700", nil, 421),
        Pair("127.0.0.2:8470", nil, 421), Pair("127.1:8470", nil, 421), Pair("2130706433:8470", nil, 421),
        Pair("0.0.0.0:8470", nil, 421), Pair("localhost", nil, 421), Pair("localhost.:8470", nil, 421),
        Pair("localhost.evil.example:8470", nil, 421), Pair("LOCALHOST:8470", nil, 421),
        Pair("::1:8470", nil, 421),
        Pair("[::1]", nil, 421), Pair("[0:0:0:0:0:0:0:1]:8470", nil, 421),
        Pair("user@127.0.0.1:8470", nil, 421),
        Pair(" 127.0.0.1:8470", nil, 421), Pair("127.0.0.1:8470,evil.example", nil, 421), Pair("", nil, 421),
        Pair(nil, nil, 421), Pair(nil, home, 421),
    ]

    @Test(arguments: pairs) func `holds host and origin to its lists`(_ pair: Pair) {
        var headers: Headers = ["Cookie": "frontdesk_session=x"]
        if let host = pair.host { headers.add("Host", host) }
        if let origin = pair.origin { headers.add("origin", origin) }
        #expect(guarded(Given.request(headers: headers)).status == pair.status)
    }

    @Test func `believes neither of two hosts, nor of two origins`() {
        #expect(guarded(Given.request(headers: ["Host": Self.here, "Host": Self.here])).status == 421)
        let origins: Headers = ["Host": Self.here, "Origin": Self.home, "Origin": Self.home]
        #expect(guarded(Given.request(headers: origins)).status == 403)
    }

    private func guarded(_ request: Request) -> Response {
        let guardian = HostGuard(
            hosts: [Self.here, "[::1]:8470", "localhost:8470"],
            origins: [Self.home, "http://[::1]:8470", "http://localhost:8470"], problem: Given.problem)
        return guardian(Given.echo)(request)
    }
}

@Suite struct `The write guard` {
    struct Write: Sendable, CustomTestStringConvertible {
        let method: Method
        let headers: Headers
        let body: String
        let status: Int

        init(_ method: Method, _ headers: Headers, body: String = "{}", _ status: Int) {
            self.method = method
            self.headers = headers
            self.body = body
            self.status = status
        }

        var testDescription: String {
            "\(method.rawValue) \(headers.lines.map { "\($0.name): \($0.value)" })"
        }
    }

    static let writes: [Write] = [
        Write(.post, ["Content-Type": "application/json"], 200),
        Write(.put, ["Content-Type": "application/json; charset=utf-8"], 200),
        Write(.post, ["Content-Type": "Application/JSON ;charset=utf-8"], 200),
        Write(.delete, [:], body: "", 200),
        Write(.delete, ["Content-Type": "application/json"], body: "", 200),
        Write(.post, ["Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"], 200),
        Write(.get, [:], body: "", 200),
        Write(.get, ["Sec-Fetch-Site": "cross-site"], body: "", 200),
        Write(.post, [:], 415), Write(.put, [:], body: "", 415), Write(.delete, [:], 415),
        Write(.delete, ["Content-Type": "text/plain"], body: "", 415),
        Write(.post, ["Content-Type": "application/x-www-form-urlencoded"], 415),
        Write(.post, ["Content-Type": "multipart/form-data; boundary=x"], 415),
        Write(.post, ["Content-Type": "text/plain"], 415), Write(.post, ["Content-Type": "text/json"], 415),
        Write(.post, ["Content-Type": "application/jsonp"], 415),
        Write(.post, ["Content-Type": "text/plain; application/json"], 415),
        Write(.post, ["Content-Type": "application/json, text/plain"], 415),
        Write(.post, ["Content-Type": ""], 415),
        Write(.post, ["Content-Type": "application/json", "Content-Type": "text/plain"], 415),
        Write(.post, ["Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"], 403),
        Write(.post, ["Content-Type": "application/json", "Sec-Fetch-Site": "same-site"], 403),
        Write(.post, ["Content-Type": "application/json", "Sec-Fetch-Site": "none"], 403),
        Write(.delete, ["Sec-Fetch-Site": "cross-site"], body: "", 403),
        Write(
            .post,
            [
                "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin",
                "Sec-Fetch-Site": "cross-site",
            ], 403),
    ]

    @Test(arguments: writes) func `takes only what a form on another page cannot send`(_ write: Write) {
        let guarded = WriteGuard(problem: Given.problem)(Given.echo)
        let request = Given.request(write.method, headers: write.headers, body: write.body)
        #expect(guarded(request).status == write.status)
    }

    @Test func `takes more where a route says so`() {
        let guarded = WriteGuard(
            takes: { $0 == .post && $1 == "/import" ? ["text/csv"] : [] }, problem: Given.problem)(Given.echo)
        let headers: Headers = ["Content-Type": "text/csv; charset=utf-8"]
        #expect(guarded(Given.request(.post, "/import", headers: headers)).status == 200)
        #expect(guarded(Given.request(.post, "/other", headers: headers)).status == 415)
    }
}

@Suite struct `Security headers` {
    @Test func `are on every answer, and data is not stored`() {
        let answer = SecurityHeaders()(Given.echo)(Given.request())
        #expect(answer.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'; ") == true)
        #expect(answer.headers["Content-Security-Policy"]?.contains("unsafe") == false)
        #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
        #expect(answer.headers["Referrer-Policy"] == "no-referrer")
        #expect(answer.headers["Cross-Origin-Opener-Policy"] == "same-origin")
        #expect(answer.headers["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(answer.headers["Permissions-Policy"] != nil)
        #expect(answer.headers["Cache-Control"] == "no-store")
    }

    @Test func `leave a caching rule that the handler gave`() {
        let answer = SecurityHeaders()({ _ in Response(status: 200, headers: ["cache-control": "no-cache"]) }
        )(
            Given.request())
        #expect(answer.headers.all("Cache-Control") == ["no-cache"])
    }
}
