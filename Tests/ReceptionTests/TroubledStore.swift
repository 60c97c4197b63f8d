import Application
import Domain
import Persistence
import Threads

/// A store in the test's hands: it can refuse to write, and hold up a look.
final class TroubledStore: Store, AnswerOnce, Sendable {
    private let inner: DeskStore
    private let fault = Lock<Fault.Kind?>(nil)
    private let beforeReading = Lock<(@Sendable () -> Void)?>(nil)

    init(_ inner: DeskStore) { self.inner = inner }

    /// From now on nothing can be written, as on a full disk; nil makes it well again.
    func refuseWriting(_ kind: Fault.Kind?) { fault.withLock { $0 = kind } }

    /// Runs within the next look, and only that one.
    func beforeNextReading(_ happens: @escaping @Sendable () -> Void) {
        beforeReading.withLock { $0 = happens }
    }

    private func check() throws {
        if let kind = fault.withLock({ $0 }) { throw Fault(kind, "the test wants it so") }
    }

    func change<Value: Sendable>(
        by author: Author, _ body: (any Changing) throws -> Changed<Value>
    ) throws -> Value {
        try check()
        return try inner.change(by: author, body)
    }

    func keep<Value: Sendable>(_ body: (any Keeping) throws -> Value) throws -> Value {
        try check()
        return try inner.keep(body)
    }

    func read<Value: Sendable>(_ body: (any Reading) throws -> Value) throws -> Value {
        let happens = beforeReading.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        happens?()
        return try inner.read(body)
    }

    func answer(
        _ request: KeyedRequest, at now: Instant, _ body: (any Store) throws -> StoredAnswer
    ) throws -> StoredAnswer {
        try check()
        return try inner.answer(request, at: now, body)
    }
}
