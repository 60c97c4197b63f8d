internal import Application
internal import Assembly
internal import Crypto
internal import Glibc
internal import Host
internal import Persistence
internal import SQL
internal import SQLiteEngine

/// `frontdesk rebuild`: makes a register from the operations alone.
enum RebuildCommand {
    static let command = Command(
        "rebuild", "build a register from the operations alone, into a new file",
        detail: """
            For the day when the tables of a desk are damaged but its operations are not, and to prove on any
            day that
            the operations say everything. Passwords, sessions, drafts and the audit are not in operations:
            after
            taking a rebuilt file into use, operators get new passwords.
            """,
        flags: [
            FrontdeskProgram.configurationFlag, .init("into", "FILE", "the new database; it must not exist"),
            .init("even-if-broken", nil, "rebuild although the chains of history do not verify"),
        ]
    ) { arguments in
        let configuration = try FrontdeskProgram.configuration(arguments)
        let path = try arguments.required("into")
        guard access(path, F_OK) != 0 else {
            throw CommandFault("\(path) exists; name a new file", exit: .cannotCreate)
        }
        let desk = DataFolder(desk: configuration).database
        // The source comes first: without one, no new file is begun.
        let count = try StoreTrouble.telling(desk) {
            try SQLiteDatabase.inspect(desk) { source in
                if !arguments.has("even-if-broken") { try refuseBroken(source) }
                return try fill(path, from: source)
            }
        }
        Terminal.write("rebuilt from \(count) operations into \(path)")
        return .done
    }

    /// An operation that was changed behind our back would become a fact of the new register.
    private static func refuseBroken(_ source: any Connection) throws {
        Sodium.start()
        let verdict = try HistoryProof(digest: { SHA256.digest($0) })(source)
        guard let breakage = verdict.breakage else { return }
        throw CommandFault(
            "\(breakage); a register built from such a history may be false."
                + " Restore a copy, or say --even-if-broken and compare with paper", exit: .badData)
    }

    /// A rebuild that fails leaves no file: half a register could be taken for a whole one.
    private static func fill(_ path: String, from source: any Connection) throws -> Int64 {
        var options = SQLiteOptions()
        options.writerCacheMegabytes = SQLiteOptions.fillingCacheMegabytes
        let target = try StoreTrouble.telling(path) {
            try SQLiteDatabase(path: path, readers: 1, options: options)
        }
        do {
            try Migrator(Schema.desk).migrate(target, at: WallClock.nowMilliseconds()) { _ in }
            let count = try target.write { connection in
                try connection.transaction { try Rebuild()(from: source, into: connection) }
            }
            try target.close()
            return count
        } catch {
            try? target.close()
            for suffix in ["", "-wal", "-shm", ".lock"] { unlink(path + suffix) }
            // What is damaged was there before; what finds no room is new.
            let isOfTarget = StoreTrouble(error, at: path)?.kind == .full
            throw isOfTarget ? StoreTrouble.told(error, path) : error
        }
    }
}
