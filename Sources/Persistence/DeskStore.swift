package import Application
package import Domain
package import SQL

/// The desk's store: the one place that begins and ends transactions.
///
/// A change writes state, audit and outbox together, because the same event writes all three. What must
/// happen only after the commit (waking screens) hangs on `onCommit`.
package struct DeskStore: Store, AnswerOnce, Sendable {
    let database: any Database
    let scribe: Scribe
    private let runLengths = RunLengths()
    let onCommit: @Sendable () -> Void

    package init(
        database: any Database, clock: any Clock, identities: any Identities, digest: @escaping Digest,
        onCommit: @escaping @Sendable () -> Void = {}
    ) {
        self.database = database
        self.onCommit = onCommit
        scribe = Scribe(clock: clock, identities: identities, digest: digest)
    }

    package func change<Value: Sendable>(
        by author: Author, _ body: (any Changing) throws -> Changed<Value>
    ) throws -> Value {
        let value = try transaction { try $0.change(by: author, body) }
        onCommit()
        return value
    }

    package func keep<Value: Sendable>(_ body: (any Keeping) throws -> Value) throws -> Value {
        try transaction { try $0.keep(body) }
    }

    package func read<Value: Sendable>(_ body: (any Reading) throws -> Value) throws -> Value {
        try naming { try database.read { try body(Transaction($0, scribe, runLengths)) } }
    }

    package func answer(
        _ request: KeyedRequest, at now: Instant, _ body: (any Store) throws -> StoredAnswer
    ) throws -> StoredAnswer {
        let (answer, isNew) = try transaction { joined in
            let shelf = AnswerShelf(joined.connection)
            if let stored = try shelf.find(request) {
                guard stored.hash == request.hash else { throw Refusal(.keyReused) }
                return (stored.answer, false)
            }
            let answer = try body(joined)
            try shelf.put(answer, for: request, at: now)
            return (answer, true)
        }
        if isNew { onCommit() }
        return answer
    }

    /// Forgets answers that nobody will ask for again.
    package func forgetAnswers(before instant: Instant) throws {
        try transaction { try AnswerShelf($0.connection).forget(before: instant) }
    }

    private func transaction<Value: Sendable>(_ body: (JoinedStore) throws -> Value) throws -> Value {
        try naming {
            try database.write { connection in
                try connection.transaction {
                    try body(JoinedStore(connection: connection, scribe: scribe, runLengths: runLengths))
                }
            }
        }
    }

    /// The engine's words for a failure become the application's.
    private func naming<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let fault as StoreFault {
            throw Fault(fault.kind.named, fault.description)
        }
    }
}

/// The store as seen from inside a transaction that somebody else ends: a use case run here joins it.
struct JoinedStore: Store {
    let connection: any Connection
    let scribe: Scribe
    let runLengths: RunLengths

    func change<Value: Sendable>(
        by author: Author, _ body: (any Changing) throws -> Changed<Value>
    ) throws -> Value {
        let changed = try body(Transaction(connection, scribe, runLengths))
        try scribe.record(changed.events, by: author, on: connection)
        return changed.value
    }

    func keep<Value: Sendable>(_ body: (any Keeping) throws -> Value) throws -> Value {
        try body(Transaction(connection, scribe, runLengths))
    }

    func read<Value: Sendable>(_ body: (any Reading) throws -> Value) throws -> Value {
        try body(Transaction(connection, scribe, runLengths))
    }
}

extension StoreFault.Kind {
    /// What the application calls it.
    package var named: Fault.Kind {
        switch self {
        case .full: .full
        case .readOnly: .readOnly
        case .corrupt: .corrupt
        case .busy: .busy
        case .inputOutput, .constraint, .cannotOpen, .other: .failed
        }
    }
}

extension DeskStore {
    /// The books of a database that another program may be working on.
    package static func books(
        over connection: any Connection, clock: any Clock, identities: any Identities,
        digest: @escaping Digest
    ) -> any Reading {
        Transaction(connection, Scribe(clock: clock, identities: identities, digest: digest))
    }
}
