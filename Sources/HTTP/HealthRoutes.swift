internal import Wire

/// What a service manager and a monitoring system ask of every program of ours.
package enum HealthRoutes {
    /// - Parameters:
    ///   - isReady: whether work can be taken in now.
    ///   - metrics: the exposition text of Prometheus.
    package static func routes(
        isReady: @escaping @Sendable () -> Bool, metrics: @escaping @Sendable () -> String
    ) -> [Route] {
        [
            Route(.get, "/healthz", health) { _ in text(200, "ok\n") },
            Route(.get, "/readyz", readiness) { _ in
                isReady() ? text(200, "ready\n") : text(503, "not ready\n")
            },
            Route(.get, "/metrics", figures) { _ in
                Response(
                    status: 200, headers: ["Content-Type": "text/plain; version=0.0.4; charset=utf-8"],
                    body: Array(metrics().utf8))
            },
        ]
    }

    private static func text(_ status: Int, _ words: String) -> Response {
        Response(
            status: status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(words.utf8))
    }

    private static let line = Schema.text(max: 100_000)

    private static let health = Operation(
        "readHealth", "Whether the program runs", tag: "health", signedIn: false,
        answers: [(200, "text/plain", line)])

    private static let readiness = Operation(
        "readReadiness", "Whether work can be taken in now", tag: "health", signedIn: false,
        answers: [(200, "text/plain", line)])

    private static let figures = Operation(
        "readMetrics", "Figures for Prometheus", tag: "health", signedIn: false,
        answers: [(200, "text/plain", line)])
}
