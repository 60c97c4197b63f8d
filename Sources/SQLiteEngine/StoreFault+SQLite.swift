internal import CSQLite
internal import Glibc
internal import SQL

extension StoreFault {
    /// Says in our words what a result code of SQLite means; `systemError` is the errno behind it, when there
    /// is one.
    init(code: Int32, systemError: Int32 = 0, message: String? = nil, statement: String? = nil) {
        self.init(
            kind: Kind(code: code, systemError: systemError),
            code: code,
            message: message ?? String(cString: sqlite3_errstr(code)),
            statement: statement)
    }
}

extension StoreFault.Kind {
    init(code: Int32, systemError: Int32 = 0) {
        switch code & 0xff {
        case SQLITE_FULL: self = .full
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
        case SQLITE_CONSTRAINT: self = .constraint
        case SQLITE_CANTOPEN: self = StoreFault.Kind(systemError: systemError) ?? .cannotOpen
        case SQLITE_IOERR: self = .init(inputOutput: code, systemError: systemError)
        default: self = .other
        }
    }

    private init(inputOutput code: Int32, systemError: Int32) {
        switch code {
        // Growing the -shm file is the first write of an opening, and lack of room the one way in which it
        // fails.
        case Self.noRoomForSharedMemory: self = .full
        case Self.noMemory: self = .other
        default: self = StoreFault.Kind(systemError: systemError) ?? .inputOutput
        }
    }

    init?(systemError: Int32) {
        switch systemError {
        case ENOSPC, EDQUOT: self = .full
        case EACCES, EPERM, EROFS: self = .readOnly
        default: return nil
        }
    }

    // SQLITE_IOERR_SHMSIZE and SQLITE_IOERR_NOMEM; the importer does not see macros that compute.
    private static let noRoomForSharedMemory = SQLITE_IOERR | (19 << 8)
    private static let noMemory = SQLITE_IOERR | (12 << 8)

    /// After such a fault the connection may not be believed any more, nor may anything be acknowledged.
    var isGrave: Bool {
        switch self {
        case .full, .readOnly, .inputOutput, .corrupt, .cannotOpen: true
        case .busy, .constraint, .other: false
        }
    }
}
