internal import Glibc
internal import SQL

/// What the file system says about the database's files, asked before SQLite touches them.
struct DatabaseFile {
    let path: String

    /// Creates the file for our eyes only, when there is none: SQLite would let the group read it. The files
    /// beside it get the same rights. This is before the first connection, so closing the descriptor drops
    /// nobody's lock.
    func createIfMissing() throws(StoreFault) {
        guard size(of: path) == nil else { return }
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFault(systemError: errno, doing: "create the database") }
        close(descriptor)
    }

    /// SQLite throws away a log whose database is missing, and with it the only copy of acknowledged work.
    func refuseOrphanedLog() throws(StoreFault) {
        guard size(of: path) ?? 0 == 0, logIsLeft else { return }
        throw StoreFault(
            kind: .corrupt, code: 0,
            message: "a write-ahead log without its database: put the database back first")
    }

    /// After a clean close there is no log, or an empty one.
    var logIsLeft: Bool { size(of: path + "-wal") ?? 0 > 0 }

    var megabytes: Int { (size(of: path) ?? 0) / 1_000_000 }

    private func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
}
