internal import Glibc
package import SQL

extension SQLiteDatabase {
    /// Writes a copy of this moment's database that stands alone. It appears under its name whole and on the
    /// disk, or not at all. Others write meanwhile: the lock is given back between portions.
    package func backup(to destination: String) throws(StoreFault) {
        precondition(destination != path, "a copy in the place of the database itself")
        let partial = destination + ".partial"
        unlink(partial)
        try createForOurEyesOnly(partial)
        do {
            try copyPages(to: partial)
            try makeDurable(partial, as: destination)
        } catch {
            unlink(partial)
            throw error
        }
    }

    private func copyPages(to path: String) throws(StoreFault) {
        try withWriter { writer throws(StoreFault) in
            guard let connection = writer.connection else { throw health.refusal ?? .closed }
            guard writer.backup == nil else {
                throw StoreFault(kind: .busy, code: 0, message: "another copy is being made")
            }
            writer.backup = try OnlineBackup(of: connection, to: path)
        }
        defer { withWriter { writer in writer.backup = nil } }
        var isDone = false
        while !isDone {
            isDone = try withWriter { writer throws(StoreFault) in
                guard let backup = writer.backup else {
                    throw StoreFault(kind: .inputOutput, code: 0, message: "the disk failed while copying")
                }
                // 2 MB: a few milliseconds, so that a receptionist's write in between does not notice.
                guard try backup.step(pages: 512) else { return false }
                try backup.finish()
                return true
            }
        }
    }

    private func createForOurEyesOnly(_ path: String) throws(StoreFault) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFault(systemError: errno, doing: "create the copy") }
        Glibc.close(descriptor)
    }

    /// The contents first, then the name: a rename whose directory is not synced may be forgotten by a power
    /// cut.
    private func makeDurable(_ partial: String, as destination: String) throws(StoreFault) {
        try sync(partial, flags: O_RDWR)
        guard rename(partial, destination) == 0 else {
            throw StoreFault(systemError: errno, doing: "give the copy its name")
        }
        let folder = destination.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try sync(folder.isEmpty ? "." : folder.joined(separator: "/") + "/", flags: O_RDONLY | O_DIRECTORY)
    }

    private func sync(_ path: String, flags: Int32) throws(StoreFault) {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFault(systemError: errno, doing: "open the copy") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreFault(systemError: errno, doing: "sync the copy") }
    }
}
