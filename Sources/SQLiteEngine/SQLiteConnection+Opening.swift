internal import CSQLite
internal import SQL

extension SQLiteConnection {
    /// Opens the file and sets everything that must hold on each connection before its first use.
    convenience init(
        opening path: String, as role: Role, vfs: String?, mayCreate: Bool
    ) throws(StoreFault) {
        Self.prepareLibrary()
        let access: Int32
        switch role {
        case .writer: access = SQLITE_OPEN_READWRITE | (mayCreate ? SQLITE_OPEN_CREATE : 0)
        case .reader: access = SQLITE_OPEN_READONLY
        }
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags, vfs)
        guard let opened, code == SQLITE_OK else {
            let systemError = opened.map { sqlite3_system_errno($0) } ?? 0
            sqlite3_close_v2(opened)
            throw StoreFault(code: code, systemError: systemError)
        }
        self.init(handle: opened, role: role)
        configure()
        try setPragmas(for: role)
    }

    /// Once per process, before the library starts: its memory statistics cost a global mutex on each malloc.
    // A library that has started already refuses; then it only stays a little slower.
    private static func prepareLibrary() { _ = libraryIsPrepared }
    private static let libraryIsPrepared: Bool = {
        precondition(sqlite3_threadsafe() != 0, "this SQLite was built for a single thread")
        return frontdesk_sqlite_memory_statistics(0) == SQLITE_OK
    }()

    private func configure() {
        // Debian's build takes "nosuch" for a string when there is no such column.
        set(SQLITE_DBCONFIG_DQS_DML, false)
        set(SQLITE_DBCONFIG_DQS_DDL, false)
        set(SQLITE_DBCONFIG_DEFENSIVE, true)
        set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false)
        // Only the writer checkpoints, and only when it says so: the return code must be read, and two
        // connections that checkpoint one file are what the WAL-reset bug needs.
        set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        sqlite3_busy_timeout(handle, 5000)
    }

    func set(_ option: Int32, _ isOn: Bool) {
        let code = frontdesk_sqlite_configure(handle, option, isOn ? 1 : 0)
        precondition(code == SQLITE_OK, "this SQLite does not know option \(option)")
    }

    /// After `PRAGMA wal_autocheckpoint`, which is made of the same hook and would take ours away.
    private func countPagesInLog() {
        sqlite3_wal_hook(
            handle,
            { pages, _, _, count in
                pages?.assumingMemoryBound(to: Int32.self).pointee = count
                return SQLITE_OK
            }, pagesInLog)
    }

    private func setPragmas(for role: Role) throws(StoreFault) {
        // `wal_autocheckpoint` comes before anything that could write. `temp_store` is ours: a sort that
        // spills would otherwise put patients' names into the temporary folder.
        try script(
            """
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA mmap_size = 0;
            PRAGMA busy_timeout = 5000;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA foreign_keys = ON;
            PRAGMA temp_store = MEMORY;
            """)
        countPagesInLog()
        switch role {
        case .writer(let durability):
            try enterWriteAheadLog()
            try script("PRAGMA journal_size_limit = 67108864; \(durability.pragma)")
        case .reader:
            // The inner pages of a million people's indexes take some megabytes, and SQLite's own 2 would
            // read them again for each person who is found. A small register fills no more than it has.
            try script("PRAGMA query_only = ON; PRAGMA cache_size = -16384")
        }
    }
}

extension SQLiteConnection {
    private func enterWriteAheadLog() throws(StoreFault) {
        let mode = try texts("PRAGMA journal_mode = WAL").first ?? ""
        guard mode == "wal" else {
            throw StoreFault(
                code: SQLITE_CANTOPEN, message: "the file system allows no write-ahead log, only \(mode)")
        }
    }

    /// The first column of each row, for the engine's own pragmas.
    func texts(_ query: Query) throws(StoreFault) -> [String] {
        do {
            return try all(query) { row in row.text(0) }
        } catch let fault as StoreFault {
            throw fault
        } catch {
            preconditionFailure("reading a column cannot throw: \(error)")
        }
    }
}
