internal import CMicrohttpd

/// One libmicrohttpd daemon on one listening socket.
// @unchecked: the handle is set once; libmicrohttpd lets any thread quiesce and stop a daemon, and `Server`
// does it under its lock, once.
final class Daemon: @unchecked Sendable {
    private let handle: OpaquePointer
    private let socket: ListenSocket
    /// The callbacks' context: must live until the daemon has stopped.
    private let service: Service

    init(_ service: Service, on socket: ListenSocket) throws(ServerFault) {
        // POLL: select() would trap on a descriptor above 1023, and each connection's thread polls one
        // descriptor.
        let flags =
            MHD_USE_THREAD_PER_CONNECTION.rawValue | MHD_USE_INTERNAL_POLLING_THREAD.rawValue
            | MHD_USE_POLL.rawValue | MHD_USE_ITC.rawValue
        let callbacks = frontdesk_mhd_callbacks(
            access: requestGrew, request_line: requestLineArrived, completed: requestCompleted,
            connection: connectionChanged, context: Unmanaged.passUnretained(service).toOpaque())
        // Twice as many as we serve: at its own limit libmicrohttpd drops the newcomer, while we drop the
        // oldest incomplete one, whose thread needs a moment to go.
        let limit = UInt32(service.configuration.maxConnections * 2)
        guard
            let handle = frontdesk_mhd_start(
                flags, socket.descriptor, service.configuration.headerBytes, limit,
                service.configuration.threadStackBytes, callbacks)
        else { throw .daemonRefused }
        self.handle = handle
        self.socket = socket
        self.service = service
    }

    /// Takes no new connections. Those in the kernel's queue wait for the next process, if it has the socket
    /// too.
    func quiesce() { MHD_quiesce_daemon(handle) }

    /// Ends all connections and waits for their threads; a handler that is waiting must have been woken
    /// before.
    func stop() {
        MHD_stop_daemon(handle)
        socket.close()
    }
}
