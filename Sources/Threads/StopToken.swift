/// The one way to ask a thread to end: it is told once, for good, and every wait on it returns at once.
package final class StopToken: Sendable {
    private let stopped = Condition(false)

    package init() {}

    /// Asks all who hold this token to end. Asking again changes nothing.
    package func stop() {
        stopped.change { $0 = true }
    }

    package var isStopped: Bool {
        stopped.wait(timeoutMilliseconds: 0) { $0 } ?? false
    }

    /// Sleeps until someone asks to stop.
    package func wait() {
        _ = stopped.wait { $0 ? true : nil }
    }

    /// Sleeps for the given time, or less when someone asks to stop; true when it is time to end.
    package func wait(milliseconds: Int) -> Bool {
        stopped.wait(timeoutMilliseconds: milliseconds) { $0 ? true : nil } ?? false
    }
}
