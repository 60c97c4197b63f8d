import HTTP
import HTTPServer
import Threads

/// A running server that notes what reaches its handler.
final class House: Sendable {
    let server: Server
    let port: Int
    private let notes: Lock<[String]>

    init(
        _ configuration: Configuration = Configuration(),
        handler: @escaping Handler = {
            Response(status: 200, body: Array("\($0.path) \($0.body.count)".utf8))
        }
    ) throws {
        let notes = Lock<[String]>([])
        self.notes = notes
        server = Server(
            configuration: configuration, sockets: [try ListenSocket(address: "127.0.0.1", port: 0)],
            handler: { request in
                notes.withLock { $0.append(request.path) }
                return handler(request)
            })
        try server.start()
        port = server.ports[0]
    }

    deinit { server.stop(drainSeconds: 0) }

    /// The paths that the handler has seen since the last look.
    func seen() -> [String] {
        notes.withLock { notes in
            defer { notes = [] }
            return notes
        }
    }

    func client() -> RawClient { RawClient(port: port, keeping: self) }

    func get(_ path: String) -> RawClient.Answer? {
        let client = client()
        client.send("GET \(path) HTTP/1.1\r\nHost: desk\r\n\r\n")
        return client.answer()
    }
}
