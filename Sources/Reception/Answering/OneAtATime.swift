internal import Domain
internal import Threads

/// Lets one through and sends the others away for a moment: a walk through the whole history holds a reader
/// as long as it takes, and four of them would hold all.
final class OneAtATime: Sendable {
    private let isTaken = Lock(false)

    func alone<Value>(_ body: () throws -> Value) throws -> Value {
        let isFree: Bool = isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
        guard isFree else { throw Refusal(.tooBusy, retryAfterSeconds: 5) }
        defer { isTaken.withLock { $0 = false } }
        return try body()
    }
}
