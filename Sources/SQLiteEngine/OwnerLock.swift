internal import Glibc
internal import SQL

/// Makes one process the owner of a database file, for as long as it lives.
///
/// A second program that writes the file could damage it: two connections that checkpoint are what the
/// WAL-reset bug of this SQLite needs. The lock is on a file beside it, because closing any descriptor of the
/// database itself would drop SQLite's own locks.
final class OwnerLock {
    private var descriptor: Int32

    init(besides path: String) throws(StoreFault) {
        // Kept apart until it is ours: an initializer that throws once every property is set runs `deinit`,
        // and a descriptor that is closed twice takes down whoever got its number in between.
        let candidate = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard candidate >= 0 else {
            throw StoreFault(systemError: errno, doing: "open the lock beside the database")
        }
        guard flock(candidate, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(candidate)
            guard reason == EWOULDBLOCK else {
                throw StoreFault(systemError: reason, doing: "lock the database")
            }
            throw StoreFault(kind: .busy, code: reason, message: "another program has this database open")
        }
        descriptor = candidate
    }

    deinit { release() }

    func release() {
        guard descriptor >= 0 else { return }
        // Closing alone is not enough: a child that another thread is just starting has a copy of it until
        // it becomes its own program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
        descriptor = -1
    }
}

extension StoreFault {
    /// A system call of our own that failed, not one of SQLite's.
    init(systemError: Int32, doing what: String) {
        self.init(
            kind: Kind(systemError: systemError) ?? (systemError == EIO ? .inputOutput : .cannotOpen),
            code: systemError,
            message: "cannot \(what): \(String(cString: strerror(systemError)))")
    }
}
