internal import CSQLite
internal import SQL

// What the owner of a database asks of a connection beside the store's work.
extension SQLiteConnection {
    enum Checkpoint {
        /// Moves what no reader needs any more.
        case passive
        /// Moves everything and cuts the log to nothing.
        case truncate
    }

    /// False when a reader was in the way; any other obstacle is a fault.
    @discardableResult
    func checkpoint(_ mode: Checkpoint, waitMilliseconds: Int32 = 0) throws(StoreFault) -> Bool {
        sqlite3_busy_timeout(handle, waitMilliseconds)
        defer { sqlite3_busy_timeout(handle, 5000) }
        var inLog: Int32 = 0
        var moved: Int32 = 0
        let number = mode == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE
        let code = sqlite3_wal_checkpoint_v2(handle, "main", number, &inLog, &moved)
        if code & 0xff == SQLITE_BUSY { return false }
        guard code == SQLITE_OK else { throw fault(code, in: "PRAGMA wal_checkpoint") }
        pagesInLog.pointee = mode == .truncate ? 0 : inLog
        return inLog == moved
    }

    /// A write that changes nothing, through the log and to the disk.
    func probe() throws(StoreFault) {
        do {
            try transaction {
                let version = try first("PRAGMA user_version") { row in row.integer(0) } ?? 0
                try script("PRAGMA user_version = \(version)")
            }
        } catch let fault as StoreFault {
            throw fault
        } catch {
            preconditionFailure("nothing else can fail here: \(error)")
        }
    }

    /// What one of the checking pragmas has found; they say "ok" in a single row when there is nothing.
    /// Damage that keeps the check itself from going on is one more complaint.
    func complaints(_ check: Query) throws(StoreFault) -> [String] {
        var found: [String] = []
        do {
            try each(check, []) { row in found.append(row.text(0)) }
        } catch let fault as StoreFault {
            guard fault.kind == .corrupt else { throw fault }
            found.append(fault.message)
        } catch {
            preconditionFailure("reading a column cannot throw: \(error)")
        }
        return found == ["ok"] ? [] : found
    }

    func refuseDamage() throws(StoreFault) {
        let complaints = try complaints("PRAGMA quick_check(100)")
        guard complaints.isEmpty else {
            throw StoreFault(code: SQLITE_CORRUPT, message: complaints.joined(separator: "; "))
        }
    }

    func foreignKeyComplaints() throws -> [String] {
        try all("PRAGMA foreign_key_check") { row in
            "\(row.text(0)) row \(row.integer(1)) points to a missing \(row.text(2))"
        }
    }
}
