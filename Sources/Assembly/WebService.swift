package import HTTP
internal import HTTPServer
package import Host
package import Threads

/// A program's web side: the guards around its routes, the sockets, and the workers beside them, from start
/// to stop.
package struct WebService: Sendable {
    let name: String
    let settings: HTTPConfiguration
    let journal: Journal
    let metrics: Metrics
    let problem: ProblemWriter
    let router: Router

    package init(
        name: String, settings: HTTPConfiguration, journal: Journal, metrics: Metrics, routes: [Route],
        problem: @escaping ProblemWriter
    ) {
        self.name = name
        self.settings = settings
        self.journal = journal
        self.metrics = metrics
        self.problem = problem
        router = Router(routes, problem: problem)
    }

    /// Serves until a signal asks to stop; false when something of our own was the reason.
    ///
    /// `stopping` runs when no request can come any more: the moment to close the store. `answering` is for a
    /// program that changes what it serves while it runs; usually the routes answer.
    package func run(
        answering: Handler? = nil, workers: [Worker], isAlive: @escaping @Sendable () -> Bool,
        ready: @escaping () -> Void,
        stopping: () throws -> Void
    ) throws -> Bool {
        let sockets = try listen()
        let protect = SecurityHeaders()
        let server = Server(
            configuration: configuration, sockets: sockets, handler: answering ?? handler,
            refuse: { request, kind in protect.protect(problem(request, kind)) })
        let stop = StopToken()
        try Signals.listen(stop: stop, reload: {})
        try server.start()
        let watchdog = ServiceManager.watchdog(isAlive: isAlive)
        let whole = Supervisor(journal: journal).run(workers + [watchdog].compactMap { $0 }, until: stop) {
            for socket in sockets { journal.event("http.listening", "listening", .port(UInt16(socket.port))) }
            ServiceManager.notify(.ready, status: "\(name) listens on port \(sockets.first?.port ?? 0)")
            ready()
        }
        ServiceManager.notify(.stopping, status: "finishing what is in hand")
        server.stop(drainSeconds: 5)
        try stopping()
        journal.event("program.stopped", "stopped")
        return whole
    }

    /// The order matters: whoever asks for another host is sent away before a cookie is read, and whatever is
    /// answered, by whom ever, carries the security headers and is counted.
    package var handler: Handler {
        let log = RequestLog { line in
            metrics.count(route: line.route, status: line.status, microseconds: line.microseconds)
            write(line)
        }
        let hosts = HostGuard(
            hosts: settings.hosts, origins: settings.hosts.map { "http://" + $0 }, problem: problem)
        let writes = WriteGuard(takes: router.takes, problem: problem)
        return log(SecurityHeaders()(hosts(writes { router($0) })))
    }

    /// Failures always, and who was turned away at the door; the rest only when somebody wants to know.
    private func write(_ line: RequestLog.Line) {
        let level: JournalLevel =
            switch line.status {
            case 500...: .warning
            case 401 where line.method != "GET", 403, 421, 429: .notice
            default: .debug
            }
        guard journal.isRecording(level) else { return }
        journal.record(
            "http.request", "request answered",
            [
                .request(line.requestId), .method(line.method), .route(line.route ?? "/-"),
                .status(line.status),
                .microseconds(Int64(line.microseconds)),
            ], level: level)
    }

    private var configuration: HTTPServer.Configuration {
        var configuration = HTTPServer.Configuration()
        configuration.maxConnections = settings.maximumConnections
        configuration.maxBodyBytes = settings.maximumBodyBytes
        return configuration
    }

    private func listen() throws -> [ListenSocket] {
        let handed = try ServiceManager.listenSockets()
        if !handed.isEmpty { return try handed.map { try ListenSocket(descriptor: $0) } }
        return try settings.listen.compactMap(open)
    }

    /// A machine without IPv6 still has a desk, as long as one address can be had.
    private func open(_ address: ListenAddress) throws -> ListenSocket? {
        do {
            return try ListenSocket(address: address.host, port: Int(address.port))
        } catch {
            guard address.isIPv6, settings.listen.count > 1, error.isAddressMissing else { throw error }
            journal.event("http.no_ipv6", "this machine has no IPv6; listening on IPv4 only", level: .notice)
            return nil
        }
    }
}
