internal import SQL
internal import Threads

// What the owner calls from a worker, and what an administrator asks for.
extension SQLiteDatabase {
    /// To be called every few seconds: brings a store back that was not well, and empties the log of an idle
    /// one.
    package func tend(now: Duration = MonotonicClock.now) {
        withWriter { writer in
            let (isClosed, health, fault) = state.withLock { ($0.isClosed, $0.health, $0.lastFault) }
            guard !isClosed else { return }
            if let fault, health != .corrupt { recoverIfDue(writer, from: fault) }
            if self.health == .ok { emptyIdleLog(of: writer, now: now) }
        }
    }

    /// Empties the log when nobody has written for as long as the options say.
    package func checkpointIfIdle(now: Duration = MonotonicClock.now) {
        withWriter { writer in emptyIdleLog(of: writer, now: now) }
    }

    private func emptyIdleLog(of writer: Writer, now: Duration) {
        do {
            try writer.checkpointIfIdle(since: now - options.idle, before: endStandingReads)
        } catch {
            checkpointFailed(writer, error)
        }
    }

    /// The pages and their order, without the contents of indexes. Empty when all is well.
    package func quickCheck() throws -> [String] {
        try withReader { connection in try connection.complaints("PRAGMA quick_check(100)") }
    }

    /// Everything, indexes and column types too: minutes on a large file, so better on a copy.
    package func integrityCheck() throws -> [String] {
        try withReader { connection in try connection.complaints("PRAGMA integrity_check(100)") }
    }

    /// Rows that point to rows which are not there.
    package func foreignKeyCheck() throws -> [String] {
        try withReader { connection in try connection.foreignKeyComplaints() }
    }

    /// The same two checks on a copy that `backup` has made.
    package static func complaints(aboutCopyAt path: String) throws -> [String] {
        let copy = try SQLiteConnection(opening: path, as: .reader, vfs: nil, mayCreate: false)
        return try copy.complaints("PRAGMA integrity_check(100)") + copy.foreignKeyComplaints()
    }
}
