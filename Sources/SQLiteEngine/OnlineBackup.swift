internal import CSQLite
internal import Glibc
internal import SQL

/// A copy in the making, page by page, while work goes on.
///
/// It reads through the writing connection: what that one writes meanwhile goes into the copy by itself,
/// whereas writes of any other connection would start it anew, perhaps for ever.
final class OnlineBackup {
    private var copy: OpaquePointer?
    private var handle: OpaquePointer?

    /// The copy's file must not exist yet.
    init(of source: SQLiteConnection, to path: String) throws(StoreFault) {
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &copy, flags, nil)
        // What is open by then goes with `deinit`, which runs after an initializer that throws here.
        guard code == SQLITE_OK else { throw StoreFault(code: code) }
        // One fsync at the end is enough for a file that nobody knows yet.
        sqlite3_exec(copy, "PRAGMA synchronous = OFF", nil, nil, nil)
        handle = sqlite3_backup_init(copy, "main", source.handle, "main")
        guard handle != nil else { throw StoreFault(code: sqlite3_extended_errcode(copy)) }
    }

    deinit { abandon() }

    /// Copies some pages; true when that were the last ones.
    func step(pages: Int32) throws(StoreFault) -> Bool {
        guard let handle else { throw StoreFault(code: SQLITE_ABORT, message: "the copy was given up") }
        let code = sqlite3_backup_step(handle, pages)
        switch code {
        case SQLITE_DONE: return true
        case SQLITE_OK: return false
        default: throw StoreFault(code: code, systemError: sqlite3_system_errno(copy))
        }
    }

    /// Makes the copy a file that stands alone: without a log beside it, it opens from a read-only place too.
    func finish() throws(StoreFault) {
        sqlite3_backup_finish(handle)
        handle = nil
        let code = sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", nil, nil, nil)
        abandon()
        guard code == SQLITE_OK else { throw StoreFault(code: code) }
    }

    func abandon() {
        sqlite3_backup_finish(handle)
        sqlite3_close_v2(copy)
        handle = nil
        copy = nil
    }
}
