/// What goes back: a value, so that middleware can add to it and tests can read it.
package struct Response: Sendable {
    package var status: Int
    package var headers: Headers
    /// The server leaves it out where HTTP forbids it (HEAD, 204, 304), and still states its true length.
    package var body: [UInt8]
    /// The pattern of the route that answered, for log and metrics. Never sent.
    package var route: String?

    package init(status: Int, headers: Headers = Headers(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// What the server calls for each complete request. It may block: each connection has a thread of its own.
package typealias Handler = @Sendable (Request) -> Response
