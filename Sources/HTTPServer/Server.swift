internal import Glibc
package import HTTP
internal import Threads

/// Serves HTTP/1.1 on loopback, one thread per connection, through libmicrohttpd.
///
/// Before a handler sees a request, the gate has read it strictly (K-03) and its body is complete and within
/// its limit. A watchdog ends connections that take too long (K-15). TLS and other machines are not its
/// business (K-01).
package final class Server: Sendable {
    private enum State {
        case made([ListenSocket])
        case running([Daemon], Watchdog)
        case stopped
    }

    private let service: Service
    private let state: Lock<State>
    /// One port for each socket, in order; where 0 was asked for, the kernel's choice.
    package let ports: [Int]

    /// - Parameters:
    ///   - refuse: words the server's own refusals (400, 413). They pass no guard: give them what guards add.
    package init(
        configuration: Configuration = Configuration(), sockets: [ListenSocket], handler: @escaping Handler,
        refuse: @escaping ProblemWriter = Server.bare
    ) {
        service = Service(configuration, handler: handler, refuse: refuse)
        state = Lock(.made(sockets))
        ports = sockets.map(\.port)
    }

    @Sendable package static func bare(_ request: Request, _ kind: ProblemKind) -> Response {
        Problem(
            status: kind.status, code: kind.code, title: kind.code, detail: kind.code, instance: request.id
        ).response
    }

    deinit { stop(drainSeconds: 0) }

    /// All sockets or none: what was started before a failure is stopped again.
    package func start() throws(ServerFault) {
        try state.withLock { state throws(ServerFault) in
            guard case .made(let sockets) = state else { return }
            var daemons: [Daemon] = []
            do throws(ServerFault) {
                for socket in sockets { daemons.append(try Daemon(service, on: socket)) }
                let watchdog = try Watchdog(
                    service.connections, everyMilliseconds: service.configuration.watchMilliseconds)
                state = .running(daemons, watchdog)
            } catch {
                for daemon in daemons { daemon.stop() }
                for socket in sockets.dropFirst(daemons.count) { socket.close() }
                state = .stopped
                throw error
            }
        }
    }

    /// Takes no more connections, lets requests in hand finish for a while, then ends what is left. Handlers
    /// that wait for something must be woken by their owner first: the threads are joined.
    package func stop(drainSeconds: Int) {
        let running = state.withLock { state in
            defer { state = .stopped }
            return state
        }
        if case .made(let sockets) = running { for socket in sockets { socket.close() } }
        guard case .running(let daemons, let watchdog) = running else { return }
        service.stopKeepingAlive()
        for daemon in daemons { daemon.quiesce() }
        let deadline = Clock.milliseconds + UInt64(drainSeconds) * 1000
        repeat {
            service.connections.close(all: false)
            guard service.connections.busy > 0 else { break }
            usleep(5000)
        } while Clock.milliseconds < deadline
        watchdog.stop()
        for daemon in daemons { daemon.stop() }
    }

    /// Connections open now, for the metrics.
    package var connectionCount: Int { service.connections.count }
}
