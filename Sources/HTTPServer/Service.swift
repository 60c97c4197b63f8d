internal import CMicrohttpd
internal import Glibc
internal import HTTP
internal import Synchronization

/// What the callbacks need: the handler, the limits, the connections. One for all listening sockets.
final class Service: Sendable {
    let configuration: Configuration
    let connections: Connections
    private let handler: Handler
    private let refuse: ProblemWriter
    private let ids = RequestIds()
    private let stopping = Atomic(false)

    init(_ configuration: Configuration, handler: @escaping Handler, refuse: @escaping ProblemWriter) {
        self.configuration = configuration
        self.handler = handler
        self.refuse = refuse
        connections = Connections(configuration)
    }

    func stopKeepingAlive() { stopping.store(true, ordering: .relaxed) }

    func begin(_ connection: Connection, target: UnsafeBufferPointer<UInt8>) -> Exchange {
        connection.begin(now: Clock.milliseconds)
        return Exchange(connection: connection, id: ids.next(), target: target)
    }

    func answer(_ exchange: Exchange, on connection: OpaquePointer) -> MHD_Result {
        // The watchdog may have closed it this moment: then nobody is there to be answered, and nothing is
        // done.
        guard exchange.connection.advance(to: Phase(.handling, since: Clock.milliseconds)) else { return .NO }
        let response = handler(exchange.request())
        // The end of a chunked body is where libmicrohttpd is lenient (bare LF, folded trailers) and shows us
        // nothing. Whatever follows it on this connection is not read.
        let close = exchange.head?.chunked != false || stopping.load(ordering: .relaxed)
        return send(response, of: exchange, on: connection, close: close)
    }

    /// Answers before the body was read; libmicrohttpd closes the connection after such an answer.
    func refuse(_ exchange: Exchange, _ kind: ProblemKind, on connection: OpaquePointer) -> MHD_Result {
        send(refuse(exchange.request(), kind), of: exchange, on: connection, close: true)
    }

    /// While a body is arriving libmicrohttpd takes no answer, so this one goes out by hand ahead of the end.
    func cutOff(_ exchange: Exchange) -> MHD_Result {
        let text: StaticString =
            "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
        Glibc.send(exchange.connection.descriptor, text.utf8Start, text.utf8CodeUnitCount, flags)
        return .NO
    }

    private func send(
        _ response: Response, of exchange: Exchange, on connection: OpaquePointer, close: Bool
    ) -> MHD_Result {
        exchange.connection.bytes = response.body.count
        guard exchange.connection.advance(to: Phase(.sending, since: Clock.milliseconds)) else { return .NO }
        return Reply.queue(response, on: connection, close: close)
    }
}
