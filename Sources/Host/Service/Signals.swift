internal import Glibc
package import Threads

/// Signals as plain calls on a thread of ours, instead of interruptions anywhere.
package enum Signals {
    package enum Wish: Equatable, Sendable { case stop, reload }

    /// Holds the signals back. Call it on the main thread before any other thread is started: they inherit
    /// it.
    package static func hold() {
        // A browser that goes away in the middle of an answer must not end the program.
        signal(SIGPIPE, SIG_IGN)
        var set = heldSet()
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Stops the token at SIGTERM or SIGINT, and reloads at SIGHUP, for the rest of the process's life.
    ///
    /// The thread is not joined: it may always be in its wait, and the end of the process ends it.
    package static func listen(stop: StopToken, reload: @escaping @Sendable () -> Void) throws(Thread.Refused)
    {
        _ = try Thread.start(named: "signals") {
            while true {
                switch next() {
                case .stop: stop.stop()
                case .reload: reload()
                }
            }
        }
    }

    /// Waits for the next signal that is held back.
    static func next() -> Wish {
        var set = heldSet()
        while true {
            var number: Int32 = 0
            guard sigwait(&set, &number) == 0 else { continue }
            return number == SIGHUP ? .reload : .stop
        }
    }

    private static func heldSet() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGHUP)
        return set
    }
}
