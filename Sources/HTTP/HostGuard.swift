/// K-02: answers only under its own names, and only pages of its own.
///
/// A page on an outside site can point a name of its own at 127.0.0.1 (DNS rebinding); the browser then sends
/// that name as `Host`. So `Host` must equal an entry of a fixed list, port included, before any cookie is
/// looked at. `Origin` is held to a fixed list of its own and not to `Host`: the attacker controls both and
/// would make them agree.
package struct HostGuard: Sendable {
    private let hosts: Set<String>
    private let origins: Set<String>
    private let problem: ProblemWriter

    /// - Parameters:
    ///   - hosts: such as `127.0.0.1:8470`, `[::1]:8470`, `localhost:8470`.
    ///   - origins: such as `http://127.0.0.1:8470`.
    package init(hosts: [String], origins: [String], problem: @escaping ProblemWriter) {
        self.hosts = Set(hosts)
        self.origins = Set(origins)
        self.problem = problem
    }

    package func callAsFunction(_ next: @escaping Handler) -> Handler {
        { request in
            if let kind = refusal(of: request.headers) { return problem(request, kind) }
            return next(request)
        }
    }

    private func refusal(of headers: Headers) -> ProblemKind? {
        guard let host = headers.only("Host"), hosts.contains(host) else { return .hostUnknown }
        guard headers.has("Origin") else { return nil }
        guard let origin = headers.only("Origin"), origins.contains(origin) else { return .foreignOrigin }
        return nil
    }
}
