package import Threads

/// Runs the workers of a program: starts them in order, stops them in reverse, and lets none die unnoticed.
///
/// A worker that throws, or ends before it was asked to, ends the program with a failure: systemd starts a
/// whole one again, which is simpler and safer than a half one that goes on.
package struct Supervisor: Sendable {
    private struct Running {
        let worker: Worker
        let token: StopToken
        let thread: Thread
    }

    private let journal: Journal

    package init(journal: Journal) {
        self.journal = journal
    }

    /// Returns when `stop` is asked for and every worker has ended; false when a worker was the reason.
    ///
    /// `started` is called once all of them run: the moment to tell systemd that we are ready.
    package func run(_ workers: [Worker], until stop: StopToken, started: () -> Void) -> Bool {
        let failed = Lock(false)
        var running: [Running] = []
        for worker in workers {
            let token = StopToken()
            do {
                let thread = try Thread.start(named: worker.name, stackBytes: worker.stackBytes) {
                    guard !finished(worker, token) else { return }
                    failed.withLock { $0 = true }
                    stop.stop()
                }
                running.append(Running(worker: worker, token: token, thread: thread))
            } catch {
                journal.event(
                    "worker.refused", "a worker could not be started", .code(worker.name),
                    .errno(error.errno),
                    level: .error)
                failed.withLock { $0 = true }
                stop.stop()
                break
            }
        }
        if !stop.isStopped { started() }
        stop.wait()
        for one in running.reversed() {
            one.token.stop()
            one.thread.join()
        }
        return !failed.withLock { $0 }
    }

    /// Whether the worker ended because it was asked to.
    private func finished(_ worker: Worker, _ token: StopToken) -> Bool {
        do {
            try worker.run(token)
            if token.isStopped { return true }
            journal.event("worker.ended", "a worker ended unasked", .code(worker.name), level: .error)
        } catch {
            // The type only: an error's text may quote what the database was given.
            let kind = "\(type(of: error))"
            journal.event("worker.failed", "a worker failed", .code(worker.name), .kind(kind), level: .error)
        }
        return false
    }
}
