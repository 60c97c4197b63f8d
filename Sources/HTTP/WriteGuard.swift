/// K-04 and K-14: a request that changes something must be one that a form on an outside page cannot send.
///
/// A form can send urlencoded, multipart and text/plain; JSON needs a preflight that nobody answers. The
/// token of the session is checked by whoever knows sessions.
package struct WriteGuard: Sendable {
    private let takes: @Sendable (Method, String) -> [String]
    private let problem: ProblemWriter

    /// - Parameter takes: media types, lower case, that the route at this path takes besides JSON.
    package init(
        takes: @escaping @Sendable (Method, String) -> [String] = { _, _ in [] },
        problem: @escaping ProblemWriter
    ) {
        self.takes = takes
        self.problem = problem
    }

    package func callAsFunction(_ next: @escaping Handler) -> Handler {
        { request in
            if request.method.writes, let kind = refusal(of: request) { return problem(request, kind) }
            return next(request)
        }
    }

    private func refusal(of request: Request) -> ProblemKind? {
        if request.headers.has("Sec-Fetch-Site"), request.headers.only("Sec-Fetch-Site") != "same-origin" {
            return .crossSite
        }
        guard request.headers.has("Content-Type") else {
            return request.method == .delete && request.body.isEmpty ? nil : .mediaTypeUnsupported
        }
        guard let type = request.headers.only("Content-Type").map(Self.mediaType) else {
            return .mediaTypeUnsupported
        }
        let known = type == "application/json" || takes(request.method, request.path).contains(type)
        return known ? nil : .mediaTypeUnsupported
    }

    /// `Application/JSON; charset=utf-8` → `application/json`
    static func mediaType(_ value: String) -> String {
        var bytes = Array(value.utf8.prefix { $0 != UInt8(ascii: ";") })
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes.map(Headers.lowered), as: UTF8.self)
    }
}
