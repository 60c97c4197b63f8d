internal import Glibc

/// K-15: the thread that looks at every connection twice a second.
///
/// libmicrohttpd only has a timeout for silence, and a client that sends a byte a second is never silent.
// @unchecked: the thread's handle is written before the object is shared; the pipe's ends never change.
final class Watchdog: @unchecked Sendable {
    private let connections: Connections
    private let intervalMilliseconds: Int32
    private let stopEnd: Int32
    private let watchEnd: Int32
    private var thread = pthread_t()

    init(_ connections: Connections, everyMilliseconds: Int) throws(ServerFault) {
        self.connections = connections
        intervalMilliseconds = Int32(everyMilliseconds)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .threadRefused(errno: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        watchEnd = ends[0]
        stopEnd = ends[1]
        // Retained for the thread, which takes it over.
        let context = Unmanaged.passRetained(self)
        let status = pthread_create(&thread, nil, runWatchdog, context.toOpaque())
        guard status == 0 else {
            context.release()
            close(ends[0])
            close(ends[1])
            throw .threadRefused(errno: status)
        }
    }

    /// Called once. Closing one end of the pipe wakes the thread at the other.
    func stop() {
        close(stopEnd)
        pthread_join(thread, nil)
        close(watchEnd)
    }

    fileprivate func run() {
        var end = pollfd(fd: watchEnd, events: Int16(POLLIN), revents: 0)
        while poll(&end, 1, intervalMilliseconds) <= 0 {
            connections.sweep(now: Clock.milliseconds)
        }
    }
}

private func runWatchdog(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // Retained: `init` gave this thread a reference of its own, and it is given back when the thread ends.
    if let context { Unmanaged<Watchdog>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}
