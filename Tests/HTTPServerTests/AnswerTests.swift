import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct `An answer` {
    private func mixed() throws -> House {
        try House { request in
            switch request.path {
            case "/empty": Response(status: 204)
            case "/same": Response(status: 304, headers: ["ETag": "\"a\""], body: Array("page".utf8))
            case "/split": Response(status: 200, headers: ["X": "a\r\nSet-Cookie: evil=1"])
            case "/large": Response(status: 200, body: [UInt8](repeating: 97, count: 3_000_000))
            case "/strange": Response(status: request.strangeMethod ? 405 : 200)
            default: Response(status: 200, headers: ["Content-Type": "text/plain"], body: Array("page".utf8))
            }
        }
    }

    @Test func `to HEAD states the length and has no body`() throws {
        let house = try mixed()
        let client = house.client()
        client.send("HEAD / HTTP/1.1\r\nHost: desk\r\n\r\nGET / HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(client.answer(head: true)?.headers["content-length"] == "4")
        #expect(client.answer()?.body == "page")
    }

    @Test func `without a body leaves the connection in step`() throws {
        let house = try mixed()
        let client = house.client()
        client.send("GET /same HTTP/1.1\r\nHost: desk\r\n\r\nGET /empty HTTP/1.1\r\nHost: desk\r\n\r\n")
        let same = client.answer()
        #expect(same?.status == 304)
        #expect(same?.headers["content-length"] == "4")
        let empty = client.answer()
        #expect(empty?.status == 204)
        #expect(empty?.headers["content-length"] == nil)
        client.send("GET / HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(client.answer()?.body == "page")
    }

    @Test func `with a line end in a header is never sent`() throws {
        let house = try mixed()
        let client = house.client()
        client.send("GET /split HTTP/1.1\r\nHost: desk\r\n\r\n")
        let text = client.rest()
        #expect(!text.contains("evil"))
        #expect(text.hasPrefix("HTTP/1.1 500 "))
    }

    @Test func `of three megabytes arrives whole`() throws {
        let house = try mixed()
        let client = house.client()
        client.send("GET /large HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(client.answer()?.body.utf8.count == 3_000_000)
    }

    @Test func `comes for each request on a kept connection, in order`() throws {
        let house = try House()
        let client = house.client()
        for number in 0..<20 {
            client.send("GET /\(number) HTTP/1.1\r\nHost: desk\r\n\r\n")
            #expect(client.answer()?.body == "/\(number) 0")
        }
        let bodies = (0..<20).map { "POST /p\($0) HTTP/1.1\r\nHost: desk\r\nContent-Length: 3\r\n\r\nabc" }
        client.send(bodies.joined())
        for number in 0..<20 { #expect(client.answer()?.body == "/p\(number) 3") }
    }

    @Test func `to an unknown method leaves the handler to say 405`() throws {
        let house = try mixed()
        let client = house.client()
        client.send("QUERY /strange HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(client.answer()?.status == 405)
    }

    @Test func `carries an id that no other request has`() throws {
        let house = try House { Response(status: 200, body: Array($0.id.utf8)) }
        let ids = (0..<50).compactMap { _ in house.get("/")?.body }
        #expect(Set(ids).count == 50)
        #expect(ids.allSatisfy { $0.utf8.count == 15 })
    }
}
