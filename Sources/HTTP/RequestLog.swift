/// Tells one line about each request to whoever keeps the journal and the metrics.
///
/// The route's pattern is told, never the path: an id or a name in a path must not get into the journal.
package struct RequestLog: Sendable {
    package struct Line: Sendable {
        /// `OTHER` for a method that no route has, so that nobody can write words of their own into the
        /// journal.
        package let method: String
        /// nil when no route was reached.
        package let route: String?
        package let status: Int
        package let microseconds: Int
        package let requestId: String
    }

    private let nanoseconds: @Sendable () -> UInt64
    private let write: @Sendable (Line) -> Void

    /// - Parameter nanoseconds: a clock that never goes back.
    package init(
        nanoseconds: @escaping @Sendable () -> UInt64 = Stopwatch.nanoseconds,
        write: @escaping @Sendable (Line) -> Void
    ) {
        self.nanoseconds = nanoseconds
        self.write = write
    }

    package func callAsFunction(_ next: @escaping Handler) -> Handler {
        { request in
            let start = nanoseconds()
            let response = next(request)
            let line = Line(
                method: request.strangeMethod ? "OTHER" : request.method.rawValue, route: response.route,
                status: response.status, microseconds: Int((nanoseconds() &- start) / 1000),
                requestId: request.id)
            write(line)
            return response
        }
    }
}
