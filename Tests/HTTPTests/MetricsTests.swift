import HTTP
import Testing
import Threads

@Suite struct `Metrics of requests` {
    @Test func `count by route and class of status`() {
        let metrics = Metrics(routes: ["/a/{id}", "/b"])
        metrics.count(route: "/a/{id}", status: 200, microseconds: 80)
        metrics.count(route: "/a/{id}", status: 204, microseconds: 2400)
        metrics.count(route: "/b", status: 503, microseconds: 2_000_000)
        metrics.count(route: "/a/7", status: 404, microseconds: 1)
        metrics.count(route: nil, status: 421, microseconds: 1)
        let lines = metrics.text.split(separator: "\n")
        #expect(lines.contains("frontdesk_http_requests_total{route=\"/a/{id}\",status=\"2xx\"} 2"))
        #expect(lines.contains("frontdesk_http_requests_total{route=\"/b\",status=\"5xx\"} 1"))
        #expect(lines.contains("frontdesk_http_requests_total{route=\"other\",status=\"4xx\"} 2"))
        #expect(lines.contains("frontdesk_http_request_duration_seconds_bucket{le=\"0.0001\"} 3"))
        #expect(lines.contains("frontdesk_http_request_duration_seconds_bucket{le=\"0.0025\"} 4"))
        #expect(lines.contains("frontdesk_http_request_duration_seconds_bucket{le=\"1\"} 4"))
        #expect(lines.contains("frontdesk_http_request_duration_seconds_bucket{le=\"+Inf\"} 5"))
        #expect(lines.contains("frontdesk_http_request_duration_seconds_sum 2.002482"))
        #expect(lines.contains("frontdesk_http_request_duration_seconds_count 5"))
    }

    @Test func `have their histogram before the first request`() {
        let text = Metrics(routes: []).text
        #expect(text.contains("frontdesk_http_request_duration_seconds_bucket{le=\"+Inf\"} 0\n"))
        #expect(text.hasSuffix("frontdesk_http_request_duration_seconds_count 0\n"))
    }
}

@Suite struct `The request log` {
    @Test func `tells the pattern, the status and the time, and no path`() {
        let lines = Lock<[RequestLog.Line]>([])
        let clock = Lock<UInt64>(0)
        let log = RequestLog(
            nanoseconds: {
                clock.withLock { time in
                    time += 5_000_000
                    return time
                }
            }, write: { line in lines.withLock { $0.append(line) } })
        let router = Router([Given.route(.get, "/a/{id}", Given.echo)], problem: Given.problem)
        let handler = log { router($0) }
        _ = handler(Given.request(.get, "/a/7"))
        var strange = Given.request(.get, "/a/7")
        strange.strangeMethod = true
        _ = handler(strange)
        _ = handler(Given.request(.post, "/Иванов"))
        let told = lines.withLock { $0 }.map {
            "\($0.method) \($0.route ?? "-") \($0.status) \($0.microseconds) \($0.requestId)"
        }
        #expect(told == ["GET /a/{id} 200 5000 id", "OTHER /a/{id} 405 5000 id", "POST - 404 5000 id"])
    }
}
