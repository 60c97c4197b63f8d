import Glibc
import HTTP
import HTTPServer
import Testing
import Threads

@Suite(.timeLimit(.minutes(2))) struct `The server` {
    @Test(arguments: ["0.0.0.0", "::", "192.0.2.7", "::ffff:127.0.0.1", "localhost", ""])
    func `refuses to listen anywhere but on loopback`(_ address: String) {
        #expect(throws: ServerFault.notLoopback(address)) { try ListenSocket(address: address, port: 0) }
    }

    @Test func `says which port is taken`() throws {
        let first = try ListenSocket(address: "127.0.0.1", port: 0)
        #expect(throws: ServerFault.addressUnusable("127.0.0.1", port: first.port, errno: EADDRINUSE)) {
            try ListenSocket(address: "127.0.0.1", port: first.port)
        }
        close(first.descriptor)
    }

    @Test func `checks a descriptor before libmicrohttpd sees it`() throws {
        let unbound = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let file = open("/dev/null", O_RDONLY)
        for descriptor in [unbound, file, 4000] {
            #expect(throws: ServerFault.notListening(descriptor: descriptor)) {
                try ListenSocket(descriptor: descriptor)
            }
        }
        let good = try ListenSocket(address: "127.0.0.1", port: 0)
        #expect(try ListenSocket(descriptor: good.descriptor).port == good.port)
        for descriptor in [unbound, file, good.descriptor] { close(descriptor) }
    }

    @Test func `listens on several sockets at once`() throws {
        let sockets = [
            try ListenSocket(address: "127.0.0.1", port: 0), try ListenSocket(address: "127.0.0.1", port: 0),
            try ListenSocket(address: "::1", port: 0),
        ]
        let server = Server(sockets: sockets, handler: { _ in Response(status: 204) })
        try server.start()
        for port in server.ports.prefix(2) {
            let client = RawClient(port: port)
            client.send("GET / HTTP/1.1\r\nHost: desk\r\n\r\n")
            #expect(client.answer()?.status == 204)
        }
        server.stop(drainSeconds: 1)
    }

    @Test func `lets a request in hand finish when it stops`() throws {
        let house = try House { _ in
            takeTime(milliseconds: 400)
            return Response(status: 200)
        }
        let busy = house.client()
        let idle = house.client()
        busy.send("GET /busy HTTP/1.1\r\nHost: desk\r\n\r\n")
        #expect(eventually { house.seen() == ["/busy"] })
        let begun = now()
        house.server.stop(drainSeconds: 5)
        #expect(now() - begun < 3)
        let answer = busy.answer()
        #expect(answer?.status == 200)
        #expect(answer?.headers["connection"] == "close")
        #expect(idle.endsWithin(1))
    }

    @Test func `stops twice without harm, and never starts again`() throws {
        let house = try House()
        house.server.stop(drainSeconds: 0)
        house.server.stop(drainSeconds: 0)
        try house.server.start()
        #expect(house.server.connectionCount == 0)
    }

    @Test func `answers eight threads at once, each with its own answer`() throws {
        let house = try House()
        let port = house.port
        let wrong = Lock(0)
        let workers = (0..<8).map { worker in
            Worker {
                let client = RawClient(port: port)
                for number in 0..<300 {
                    let body = String(repeating: "b", count: number)
                    client.send("POST /\(worker)/\(number) HTTP/1.1\r\nHost: desk\r\n")
                    client.send("Content-Length: \(number)\r\n\r\n\(body)")
                    if client.answer()?.body != "/\(worker)/\(number) \(number)" {
                        wrong.withLock { $0 += 1 }
                    }
                }
            }
        }
        for worker in workers { worker.join() }
        #expect(wrong.withLock { $0 } == 0)
        #expect(Set(house.seen()).count == 2400)
    }

    @Test func `forgets every connection that ends`() throws {
        let house = try House()
        for _ in 0..<200 { _ = house.client() }
        for _ in 0..<50 { _ = house.get("/") }
        #expect(eventually { house.server.connectionCount == 0 })
    }
}
