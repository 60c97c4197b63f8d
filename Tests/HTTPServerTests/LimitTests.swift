import Glibc
import HTTP
import HTTPServer
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Limits` {
    private func quick() -> Configuration {
        var configuration = Configuration()
        configuration.headerSeconds = 1
        configuration.graceSeconds = 1
        configuration.idleSeconds = 2
        configuration.watchMilliseconds = 50
        configuration.maxBodyBytes = 1000
        return configuration
    }

    @Test func `a stated length over the limit is refused before the body`() throws {
        let house = try House(quick())
        let client = house.client()
        client.send("POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n")
        #expect(client.answer()?.status == 413)
        #expect(client.endsWithin(5))
        #expect(house.seen() == [])
    }

    @Test func `a body that grows over the limit is cut off`() throws {
        let house = try House(quick())
        let client = house.client()
        let chunk = "190\r\n\(String(repeating: "a", count: 400))\r\n"
        client.send(
            "POST / HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)\(chunk)")
        #expect(client.answer()?.status == 413)
        #expect(client.endsWithin(5))
        #expect(house.seen() == [])
    }

    @Test func `a body of exactly the limit is taken`() throws {
        let house = try House(quick())
        let client = house.client()
        let body = String(repeating: "a", count: 1000)
        client.send("POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 1000\r\n\r\n\(body)")
        #expect(client.answer()?.body == "/ 1000")
    }

    @Test func `a route may have a limit of its own`() throws {
        var configuration = quick()
        configuration.bodyLimit = { method, path in method == .post && path == "/import" ? 5000 : nil }
        let house = try House(configuration)
        let body = String(repeating: "a", count: 5000)
        for (path, status) in [("/import", 200), ("/other", 413)] {
            let client = house.client()
            client.send("POST \(path) HTTP/1.1\r\nHost: desk\r\nContent-Length: 5000\r\n\r\n\(body)")
            #expect(client.answer()?.status == status)
        }
    }

    @Test(arguments: [
        "", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: desk\r\nX: ",
        "GET /done HTTP/1.1\r\nHost: desk\r\n\r\nGET / HTTP/1.1\r\nHo",
    ]) func `a header that does not end ends the connection`(_ start: String) throws {
        let house = try House(quick())
        let client = house.client()
        client.send(start)
        let begun = now()
        // 4 s: the deadline of one, or the two of an idle connection, and a slow machine.
        #expect(client.endsWithin(6))
        #expect(now() - begun > 0.8)
        #expect(now() - begun < 4)
    }

    @Test func `a late header is told so`() throws {
        let house = try House(quick())
        let client = house.client()
        client.send("GET / HTTP/1.1\r\nHost: desk\r\n")
        #expect(client.answer()?.status == 408)
        #expect(client.endsWithin(5))
    }

    @Test func `a header that drips on a kept connection has the same deadline`() throws {
        let house = try House(quick())
        let client = house.client()
        client.send("GET / HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(client.answer()?.status == 200)
        #expect(drip(on: client, for: 6) < 4)
        #expect(house.seen() == ["/"])
    }

    @Test func `a body below the floor ends the connection`() throws {
        let house = try House(quick())
        let client = house.client()
        client.send("POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 500\r\n\r\n")
        #expect(drip(on: client, for: 6) < 4)
        #expect(house.seen() == [])
    }

    @Test func `a reader that does not read is not waited for`() throws {
        var configuration = quick()
        configuration.floorBytesPerSecond = 1 << 30
        let house = try House(configuration) { _ in
            Response(status: 200, body: [UInt8](repeating: 97, count: 50_000_000))
        }
        let client = house.client()
        client.send("GET / HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(eventually { house.seen() == ["/"] })
        #expect(eventually(6) { house.server.connectionCount == 0 })
    }

    @Test func `a handler may take longer than any of these`() throws {
        let house = try House(quick()) { _ in
            takeTime(milliseconds: 1500)
            return Response(status: 200)
        }
        #expect(house.get("/slow")?.status == 200)
    }

    @Test func `a full house lets the oldest incomplete request go first`() throws {
        var configuration = Configuration()
        configuration.maxConnections = 8
        let house = try House(configuration)
        let kept = house.client()
        kept.send("GET /kept HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(kept.answer()?.status == 200)
        let incomplete = (0..<7).map { _ in
            let client = house.client()
            client.send("GET / HTTP/1.1\r\n")
            return client
        }
        #expect(eventually { house.server.connectionCount == 8 })
        #expect(house.get("/new")?.status == 200)
        #expect(incomplete[0].endsWithin(2))
        kept.send("GET /still HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(kept.answer()?.status == 200)
        incomplete[6].send("Host: desk\r\n\r\n")
        #expect(incomplete[6].answer()?.status == 200)
    }

    /// Sends a byte now and then until the other side is gone; the seconds that took.
    private func drip(on client: RawClient, for seconds: Double) -> Double {
        let begun = now()
        _ = eventually(seconds) {
            takeTime(milliseconds: 100)
            return !client.send("G")
        }
        return now() - begun
    }
}
