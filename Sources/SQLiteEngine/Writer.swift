internal import CSQLite
internal import SQL

/// The writing side of a database: its one connection, its checkpoints, and what becomes of it when the disk
/// fails.
///
/// After an I/O error nothing that the connection holds in memory can be believed, and an fsync that failed
/// must not be tried again: the kernel has marked the pages clean, so the second one would succeed without
/// having written them. So the connection is closed and a new one must prove itself before anything is
/// acknowledged again.
final class Writer {
    let path: String
    let durability: Durability
    let vfs: String?
    private let checkpointPages: Int32
    private(set) var connection: SQLiteConnection?
    /// A backup reads through this connection and must end before it does.
    var backup: OnlineBackup?
    private var nextCheckpoint: Int32
    private var logIsEmpty = false
    private(set) var lastWrite = MonotonicClock.now

    init(
        path: String, durability: Durability, vfs: String?, _ options: SQLiteOptions
    ) throws(StoreFault) {
        self.path = path
        self.durability = durability
        self.vfs = vfs
        checkpointPages = options.checkpointPages
        nextCheckpoint = checkpointPages
        let fresh = try SQLiteConnection(opening: path, as: .writer(durability), vfs: vfs, mayCreate: true)
        if let megabytes = options.writerCacheMegabytes {
            try fresh.script("PRAGMA cache_size = -\(megabytes * 1024)")
        }
        // SQLite reads the schema when it is first asked for; a damaged one must be found now and not by a
        // patient.
        _ = try fresh.texts("SELECT count(*) FROM sqlite_schema")
        connection = fresh
    }

    /// What the last use of the connection did to it.
    var graveFault: StoreFault? { connection?.graveFault }

    /// After an exit that was not clean: looks before anybody builds on it.
    func refuseDamage() throws(StoreFault) { try connection?.refuseDamage() }

    func noteWrite() {
        lastWrite = MonotonicClock.now
        logIsEmpty = false
    }
}

// Checkpoints: SQLite's automatic ones swallow I/O errors, so they are off and these have a result that is
// read.
extension Writer {
    /// Moves the log into the database after a write that made it long. Readers are never waited for.
    func checkpointIfLong(before moving: () -> Void) throws(StoreFault) {
        guard let connection else { return }
        let pages = connection.pagesInLog.pointee
        // The log starts again from its beginning once everything is moved: then the old limit counts again.
        if pages < checkpointPages { nextCheckpoint = checkpointPages }
        guard pages > nextCheckpoint else { return }
        // A reader may hold the log's end. Not again with each commit, then: every try costs an fsync.
        nextCheckpoint = pages + checkpointPages
        moving()
        try connection.checkpoint(.passive)
    }

    /// Empties the log when nobody has written for a while. A reader in the way is no failure: the next call
    /// tries again.
    func checkpointIfIdle(since: Duration, before moving: () -> Void) throws(StoreFault) {
        guard let connection, !logIsEmpty, lastWrite <= since else { return }
        moving()
        logIsEmpty = try connection.checkpoint(.truncate, waitMilliseconds: 50)
    }

    /// The end of a clean shutdown. Afterwards the database is a single file.
    func close() throws(StoreFault) {
        guard let connection else { return }
        defer { drop() }
        guard try connection.checkpoint(.truncate, waitMilliseconds: 5000) else {
            throw StoreFault(code: SQLITE_BUSY, message: "a reader kept the log from being emptied")
        }
        // The last connection removes the empty log and its index when it goes.
        connection.set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
    }

    private func drop() {
        backup?.abandon()
        backup = nil
        connection = nil
    }
}

// The rule for a failing disk.
extension Writer {
    /// Brings the writing side back after `fault`, or says what is left.
    func recover(from fault: StoreFault) -> StoreHealth {
        connection?.rollBackIfOpen()
        if fault.kind == .full, let health = probeWhenFull() { return health }
        drop()
        do {
            connection = try proven()
            nextCheckpoint = checkpointPages
            logIsEmpty = false
            return .ok
        } catch {
            return StoreHealth(after: error)
        }
    }

    /// A full disk casts no doubt on what is there. The connection stays: with the last one the -shm file
    /// would go, and on a full disk it could not be made again, not even for reading.
    private func probeWhenFull() -> StoreHealth? {
        guard let connection else { return nil }
        connection.forgetFault()
        do {
            try connection.probe()
            return .ok
        } catch {
            connection.rollBackIfOpen()
            return error.kind == .full ? .full : nil
        }
    }

    /// A fresh connection that has read every page and written one.
    private func proven() throws(StoreFault) -> SQLiteConnection {
        // Without CREATE: if the file is gone, an empty new one would be no recovery.
        let fresh = try SQLiteConnection(opening: path, as: .writer(durability), vfs: vfs, mayCreate: false)
        // After a failed fsync the log may hold, in the page cache alone, what the disk never got; work
        // acknowledged after it would be cut off with it at the next power cut. Moving everything writes
        // those pages anew.
        guard try fresh.checkpoint(.truncate, waitMilliseconds: 1000) else {
            throw StoreFault(code: SQLITE_BUSY, message: "a reader kept the log from being emptied")
        }
        try fresh.refuseDamage()
        try fresh.probe()
        return fresh
    }
}

extension StoreHealth {
    init(after fault: StoreFault) {
        switch fault.kind {
        case .full: self = .full
        case .corrupt: self = .corrupt
        default: self = .readOnly(fault.kind)
        }
    }

    /// Why a write is refused while the store is not well.
    var refusal: StoreFault? {
        switch self {
        case .ok: nil
        case .full: StoreFault(kind: .full, code: 0, message: "the store takes no writes: the disk is full")
        case .corrupt:
            StoreFault(kind: .corrupt, code: 0, message: "the store takes no writes: it is damaged")
        case .readOnly(let reason):
            StoreFault(kind: .readOnly, code: 0, message: "the store takes no writes: \(reason.rawValue)")
        }
    }
}
