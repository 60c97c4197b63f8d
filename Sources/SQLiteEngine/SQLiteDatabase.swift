package import SQL
internal import Synchronization
internal import Threads

/// An SQLite file in the hands of this process: one connection writes and checkpoints, a few others read
/// beside it.
///
/// The one writing connection is what keeps us clear of the WAL-reset bug of SQLite before 3.51.3, which
/// needs two connections that write or checkpoint the same file; `OwnerLock` keeps other programs of ours
/// away as well. Readers never wait for the writer nor it for them. When the disk fails, `Writer.recover`
/// decides what is left, `health` says it, and writes are refused until the store is well again; a retry
/// comes with the next write or with `tend`.
// @unchecked: `writer` and `owner` are touched only between lock and unlock of `gate`, a place only by the
// thread to which `pool` has lent its index (or by `close`, which holds them all); everything else is
// constant and Sendable.
package final class SQLiteDatabase: Database, @unchecked Sendable {
    struct State {
        var health = StoreHealth.ok
        var lastFault: StoreFault?
        var nextAttempt = Duration.zero
        var isClosed = false
    }

    final class Place {
        var connection: SQLiteConnection?
        /// How many commits there had been when the transaction that is still open on the connection began.
        var standingSince: Int?
    }

    package let path: String
    /// False when the last owner died without closing.
    package let wasClosedCleanly: Bool
    let options: SQLiteOptions
    private let writer: Writer
    /// Counts how often the writing side was lent. Not `Lock<Void>`: a value without size has the address of
    /// the lock object itself, and the thread sanitizer then sees races where there are none.
    private let gate = Lock(0)
    private let places: [Place]
    private let pool: Pool
    let state = Lock(State())
    /// Last, for properties go in this order: the connections are closed before another program may have the
    /// file.
    private let owner: OwnerLock

    /// Opens the file, creating it when there is none, and takes possession of it.
    package init(
        path: String, readers: Int, durability: Durability = .full, vfs: String? = nil,
        options: SQLiteOptions = SQLiteOptions()
    ) throws(StoreFault) {
        let opening = try Opening.retryingWithoutBallast(options.ballast) { () throws(StoreFault) in
            try Opening(DatabaseFile(path: path), durability, vfs, options)
        }
        self.path = path
        self.options = options
        wasClosedCleanly = opening.wasClosedCleanly
        owner = opening.owner
        writer = opening.writer
        places = (0..<readers).map { _ in Place() }
        pool = Pool(count: readers)
    }

    /// Commits of this process, which are all there are. A reader whose transaction is as new as this needs
    /// no newer.
    private let commits = Atomic(0)

    package var health: StoreHealth { state.withLock { $0.health } }

    package func write<Result: Sendable>(_ body: (any Connection) throws -> Result) throws -> Result {
        try withWriter { writer in
            let connection = try admit(writer)
            defer { settle(writer) }
            // Also after a failure: the body may have committed something before it failed.
            defer { commits.wrappingAdd(1, ordering: .releasing) }
            do {
                let result = try body(connection)
                precondition(!connection.isInTransaction, "a write must end the transaction it has begun")
                return result
            } catch {
                connection.rollBackIfOpen()
                throw error
            }
        }
    }

    /// As long as nobody has committed, a reader's transaction is left standing for the next one who reads:
    /// beginning another would ask the file system for two locks and every reader for the same mutex, to see
    /// the same state.
    package func read<Result: Sendable>(_ body: (any Connection) throws -> Result) throws -> Result {
        try withPlace { place, connection in
            let now = commits.load(ordering: .acquiring)
            if place.standingSince != now || !connection.isInTransaction {
                SQLiteDatabase.endStanding(place)
                try connection.run("BEGIN", [])
                place.standingSince = now
            }
            let result = try body(connection)
            // A body that swallowed such a fault has not seen one consistent state.
            if let fault = connection.graveFault { throw fault }
            return result
        }
    }

    /// Standing transactions keep the log from starting again at its beginning: whoever moves it ends the
    /// idle ones.
    func endStandingReads() {
        pool.withEachFree { SQLiteDatabase.endStanding(places[$0]) }
    }

    private static func endStanding(_ place: Place) {
        place.standingSince = nil
        place.connection?.rollBackIfOpen()
    }

    /// The writing side, for one thread at a time.
    func withWriter<Result: Sendable, Failure: Error>(
        _ body: (Writer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try gate.withLock { uses throws(Failure) in
            uses &+= 1
            return try body(writer)
        }
    }

    /// A reading connection, for this thread alone. After an I/O error it is closed: what it holds cannot be
    /// believed.
    func withReader<Result>(_ body: (SQLiteConnection) throws -> Result) throws -> Result {
        try withPlace { place, connection in
            SQLiteDatabase.endStanding(place)
            return try body(connection)
        }
    }

    private func withPlace<Result>(_ body: (Place, SQLiteConnection) throws -> Result) throws -> Result {
        let (result, fault) = try pool.withIndex { index -> (Swift.Result<Result, any Error>, StoreFault?) in
            let place = places[index]
            let connection = try place.connection ?? openReader()
            place.connection = connection
            let result = Swift.Result { try body(place, connection) }
            let fault = connection.graveFault
            if fault != nil {
                place.connection = nil
                place.standingSince = nil
            }
            return (result, fault)
        }
        // Outside of the pool: recovering empties the log, and must not find this very reader in its way.
        if let fault, fault.kind == .corrupt || fault.kind == .inputOutput {
            withWriter { writer in recoverIfDue(writer, from: fault) }
        }
        return try result.get()
    }

    private func openReader() throws(StoreFault) -> SQLiteConnection {
        if state.withLock({ $0.isClosed }) { throw .closed }
        return try SQLiteConnection(opening: path, as: .reader, vfs: writer.vfs, mayCreate: false)
    }

    /// Empties the log into the database and closes everything. Reading and writing throw from now on.
    package func close() throws(StoreFault) {
        state.withLock { $0.isClosed = true }
        pool.withAll {
            for place in places {
                place.connection = nil
                place.standingSince = nil
            }
        }
        try withWriter { writer throws(StoreFault) in
            // Only now may another program have the file, however the last checkpoint went.
            defer { owner.release() }
            try writer.close()
        }
    }
}
