internal import Threads

/// Counts of requests by route and class of status, and how long they took, as Prometheus reads them.
///
/// All cells exist from the start, so that counting one request touches three integers under a lock and
/// allocates nothing. A route that is not in the table counts as `other`: labels cannot grow.
package struct Metrics: Sendable {
    /// Upper bounds in microseconds. 300 ms is the limit that the operator feels.
    private static let bounds = [
        100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 300_000, 1_000_000,
    ]
    private static let classes = ["1xx", "2xx", "3xx", "4xx", "5xx"]

    private struct Cells {
        var requests: [UInt64]
        var buckets: [UInt64]
        var microseconds: UInt64 = 0
    }

    private let routes: [String]
    private let places: [String: Int]
    private let cells: Lock<Cells>

    package init(routes patterns: [String]) {
        routes = patterns + ["other"]
        places = Dictionary(patterns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        cells = Lock(
            Cells(
                requests: Array(repeating: 0, count: (patterns.count + 1) * Self.classes.count),
                buckets: Array(repeating: 0, count: Self.bounds.count + 1)))
    }

    package func count(route: String?, status: Int, microseconds: Int) {
        let place = route.flatMap { places[$0] } ?? routes.count - 1
        let cell = place * Self.classes.count + min(max(status / 100, 1), 5) - 1
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        cells.withLock { cells in
            cells.requests[cell] += 1
            cells.buckets[bucket] += 1
            cells.microseconds += UInt64(max(0, microseconds))
        }
    }

    /// The exposition text, for `/metrics`.
    package var text: String {
        let now = cells.withLock { $0 }
        var text = """
            # HELP frontdesk_http_requests_total Requests answered, by route and class of status.
            # TYPE frontdesk_http_requests_total counter

            """
        for (place, route) in routes.enumerated() {
            for (index, name) in Self.classes.enumerated() {
                let count = now.requests[place * Self.classes.count + index]
                guard count > 0 else { continue }
                text += "frontdesk_http_requests_total{route=\"\(route)\",status=\"\(name)\"} \(count)\n"
            }
        }
        text += """
            # HELP frontdesk_http_request_duration_seconds Time from the complete request to its answer.
            # TYPE frontdesk_http_request_duration_seconds histogram

            """
        var sum: UInt64 = 0
        for (index, count) in now.buckets.enumerated() {
            sum += count
            let bound = index < Self.bounds.count ? Self.seconds(UInt64(Self.bounds[index])) : "+Inf"
            text += "frontdesk_http_request_duration_seconds_bucket{le=\"\(bound)\"} \(sum)\n"
        }
        text += "frontdesk_http_request_duration_seconds_sum \(Self.seconds(now.microseconds))\n"
        text += "frontdesk_http_request_duration_seconds_count \(sum)\n"
        return text
    }

    /// 2500 → 0.0025: integers only, so that no rounding shows in a label.
    private static func seconds(_ microseconds: UInt64) -> String {
        let whole = microseconds / 1_000_000
        var part = String(microseconds % 1_000_000)
        part = String(repeating: "0", count: 6 - part.utf8.count) + part
        while part.hasSuffix("0") { part.removeLast() }
        return part.isEmpty ? "\(whole)" : "\(whole).\(part)"
    }
}
