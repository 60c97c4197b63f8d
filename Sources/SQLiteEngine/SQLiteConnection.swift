internal import CSQLite
package import SQL

/// One connection to an SQLite file, with its prepared statements.
///
/// It runs in SQLite's multi-thread mode, without the library's own mutex: whoever lends it out makes sure
/// that one thread at a time has it.
package final class SQLiteConnection: Connection {
    let handle: OpaquePointer
    private let role: Role
    private var statements = StatementCache()
    private let buffer = BindBuffer()
    /// Set while `transaction` runs its body. SQLite may roll back by itself after an I/O error; the
    /// statements that a careless body runs after that would each commit alone.
    private var mustBeInTransaction = false
    /// The worst that has happened on this connection, also when the body swallowed it.
    private(set) var graveFault: StoreFault?
    /// Pages in the write-ahead log after the last commit of this connection; written by SQLite's hook.
    let pagesInLog: UnsafeMutablePointer<Int32>

    /// What the connection is for.
    package enum Role: Sendable {
        case writer(Durability)
        case reader
    }

    init(handle: OpaquePointer, role: Role) {
        self.handle = handle
        self.role = role
        pagesInLog = .allocate(capacity: 1)
        pagesInLog.initialize(to: 0)
    }

    deinit {
        statements.removeAll()
        // v2: a statement still held by a caller's frame finishes later, instead of keeping the file open for
        // ever.
        sqlite3_close_v2(handle)
        pagesInLog.deallocate()
    }

    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    @discardableResult
    package func run(_ query: Query, _ values: [Value]) throws(StoreFault) -> Int {
        let statement = try ready(query, values)
        defer { statement.finish(buffer) }
        let before = sqlite3_total_changes64(handle)
        var code = sqlite3_step(statement.handle)
        while code == SQLITE_ROW { code = sqlite3_step(statement.handle) }
        guard code == SQLITE_DONE else { throw fault(code, in: query) }
        // sqlite3_changes keeps the number of an earlier statement when this one was no INSERT, UPDATE or
        // DELETE.
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    package func each(_ query: Query, _ values: [Value], _ read: (any Row) throws -> Void) throws {
        let statement = try ready(query, values)
        defer { statement.finish(buffer) }
        let row = SQLiteRow(statement: statement.handle)
        while true {
            let code = sqlite3_step(statement.handle)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw fault(code, in: query) }
            try read(row)
        }
    }

    package func script(_ text: String) throws(StoreFault) {
        try refuseOutsideTransaction()
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw remember(
                StoreFault(
                    code: code, systemError: sqlite3_system_errno(handle),
                    message: String(cString: sqlite3_errmsg(handle))))
        }
    }

    package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        precondition(!isInTransaction, "a transaction inside a transaction")
        try run(beginning, [])
        mustBeInTransaction = true
        do {
            let result = try body()
            // A body that swallowed such a fault must not have its half of the work committed.
            if let graveFault { throw graveFault }
            mustBeInTransaction = false
            try run("COMMIT", [])
            return result
        } catch {
            mustBeInTransaction = false
            rollBackIfOpen()
            throw error
        }
    }

    /// The caller hears the first fault; that of the ROLLBACK is kept in `graveFault` when it matters.
    func rollBackIfOpen() {
        if isInTransaction { _ = try? run("ROLLBACK", []) }
    }

    func forgetFault() { graveFault = nil }

    private var beginning: Query {
        switch role {
        // IMMEDIATE: a transaction that reads first and writes later cannot fail in its middle because of a
        // lock.
        case .writer: "BEGIN IMMEDIATE"
        case .reader: "BEGIN"
        }
    }
}

extension SQLiteConnection {
    private func ready(_ query: Query, _ values: [Value]) throws(StoreFault) -> Statement {
        try refuseOutsideTransaction()
        let statement = try prepared(query)
        statement.isBusy = true
        let code = statement.bind(values, keeping: buffer)
        guard code == SQLITE_OK else {
            let fault = fault(code, in: query)
            statement.finish(buffer)
            throw fault
        }
        return statement
    }

    private func prepared(_ query: Query) throws(StoreFault) -> Statement {
        let known = statements[query]
        if let known, !known.isBusy { return known }
        do {
            let statement = try Statement(preparing: query, on: handle)
            if known == nil { statements.insert(statement) }
            return statement
        } catch {
            throw remember(error)
        }
    }

    private func refuseOutsideTransaction() throws(StoreFault) {
        guard mustBeInTransaction && !isInTransaction else { return }
        throw graveFault
            ?? StoreFault(code: SQLITE_ABORT, message: "the engine has rolled back this transaction already")
    }

    /// A failed step. The engine's own sentence is taken only for constraints, which it names: others, such
    /// as those of the full-text parser, quote what was bound, and that is patients' data.
    func fault(_ code: Int32, in query: Query) -> StoreFault {
        let isConstraint = code & 0xff == SQLITE_CONSTRAINT
        return remember(
            StoreFault(
                code: code, systemError: sqlite3_system_errno(handle),
                message: isConstraint ? String(cString: sqlite3_errmsg(handle)) : nil, statement: query.text))
    }

    private func remember(_ fault: StoreFault) -> StoreFault {
        if fault.kind.isGrave && graveFault == nil { graveFault = fault }
        return fault
    }
}

@available(
    *, unavailable, message: "one thread at a time: SQLite's own mutex is off, and a statement holds state"
)
extension SQLiteConnection: Sendable {}
