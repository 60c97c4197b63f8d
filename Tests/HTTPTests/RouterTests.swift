import HTTP
import Testing

@Suite struct `The router` {
    private let router = Router(
        [
            Given.route(.get, "/") { _ in Given.text("home") },
            Given.route(.get, "/api/v1/patients/{id}", Given.echo),
            Given.route(.put, "/api/v1/patients/{id}", Given.echo),
            Given.route(.get, "/api/v1/patients/{id}/visits", Given.echo),
            Given.route(.post, "/api/v1/patients/search") { _ in Given.text("search") },
            Given.route(.get, "/api/v1/patients/search/{word}", Given.echo),
            Given.route(.get, "/assets/{tree}/{file*}", Given.echo),
        ], problem: Given.problem)

    private func answer(_ method: Method, _ path: String) -> Response { router(Given.request(method, path)) }

    @Test func `finds a plain path and one with names`() {
        #expect(answer(.get, "/").text == "home")
        #expect(answer(.get, "/api/v1/patients/7").text == "GET /api/v1/patients/7 id=7")
        #expect(answer(.get, "/api/v1/patients/7/visits").text == "GET /api/v1/patients/7/visits id=7")
    }

    @Test func `goes back to a name when a word leads nowhere`() {
        #expect(
            answer(.get, "/api/v1/patients/search/visits").text
                == "GET /api/v1/patients/search/visits word=visits")
        #expect(answer(.get, "/api/v1/patients/searching/visits").text.hasSuffix("id=searching"))
    }

    @Test func `gives a name exactly what stood between the slashes`() {
        #expect(answer(.get, "/api/v1/patients/%41 é\u{301}{id}").text.hasSuffix("id=%41 é\u{301}{id}"))
        #expect(answer(.get, "/assets/abc/js/elements/x.js").text.hasSuffix("file=js/elements/x.js tree=abc"))
    }

    @Test func `sees a slash that a combining mark follows`() {
        #expect(answer(.get, "/api/v1/patients/\u{301}").text.hasSuffix("id=\u{301}"))
    }

    @Test(arguments: [
        "", "api", "/nope", "//", "/api/v1/patients", "/api/v1/patients/", "/api/v1/patients//visits",
        "/api/v1/patients/7/", "/api/v1/patients/7/visits/", "/assets/abc", "/API/v1/patients/7",
    ]) func `says 404 where nothing is`(_ path: String) {
        let answer = answer(.get, path)
        #expect(answer.status == 404)
        #expect(answer.headers["Content-Type"] == "application/problem+json")
        #expect(answer.route == nil)
    }

    @Test func `knows what a route takes besides JSON, by method and by place`() {
        let takingCSV = Operation("import", "summary", tag: "tag", takes: ["text/csv"], answers: [])
        let router = Router(
            [
                Route(.put, "/lists/{number}", takingCSV, Given.echo),
                Given.route(.post, "/lists/{number}", Given.echo), Given.route(.put, "/lists", Given.echo),
            ], problem: Given.problem)
        #expect(router.takes(.put, "/lists/7") == ["text/csv"])
        #expect(router.takes(.post, "/lists/7") == [] && router.takes(.put, "/lists") == [])
        #expect(router.takes(.put, "/lists/7/more") == [])
    }

    @Test func `says 405 and what is allowed`() {
        let answer = answer(.delete, "/api/v1/patients/7")
        #expect(answer.status == 405)
        #expect(answer.headers["Allow"] == "GET, HEAD, PUT")
        #expect(answer.route == "/api/v1/patients/{id}")
        #expect(self.answer(.get, "/api/v1/patients/search").headers["Allow"] == "POST")
    }

    @Test func `says 405 to a method that nobody knows`() {
        var request = Given.request(.get, "/api/v1/patients/7")
        request.strangeMethod = true
        #expect(router(request).status == 405)
    }

    @Test func `answers HEAD by GET, and keeps the length true`() {
        let answer = answer(.head, "/api/v1/patients/7")
        #expect(answer.status == 200)
        #expect(answer.text == "HEAD /api/v1/patients/7 id=7")
        #expect(self.answer(.head, "/api/v1/patients/search").status == 405)
    }

    @Test func `tells the pattern, not the path`() {
        #expect(answer(.get, "/api/v1/patients/7").route == "/api/v1/patients/{id}")
        #expect(Set(router.patterns).count == 6)
    }
}
