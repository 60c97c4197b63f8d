internal import Application
internal import Crypto
internal import Glibc
internal import Host
internal import Persistence
internal import SQL

/// A database that cannot be used, told in one way wherever it shows: what is wrong, with which file, and
/// what to do.
struct StoreTrouble {
    let kind: Fault.Kind
    private let path: String
    private let words: String

    /// Nil when the error is something else, such as a bug of ours.
    init?(_ error: any Error, at path: String) {
        switch error {
        case let fault as StoreFault where fault.kind != .constraint && fault.kind != .other:
            (kind, words) = (fault.kind.named, fault.message)
        case let fault as Fault: (kind, words) = (fault.kind, fault.words)
        case let fault as CommandFault:
            guard let kind = Fault.Kind(systemError: fault.errno) else { return nil }
            (self.kind, words) = (kind, fault.description)
        case KeyFileFault.system(let key, let step, let number):
            // A key that this user may not read is the key's own trouble, and said in its words.
            guard number != EACCES, let kind = Fault.Kind(systemError: number) else { return nil }
            (self.kind, words) = (kind, "\(key): \(step) failed: \(String(cString: strerror(number)))")
        default: return nil
        }
        self.path = path
    }

    /// Runs a command's work on a database; what fails there comes out as words for the admin and a number of
    /// sysexits.
    static func telling<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw told(error, path)
        }
    }

    static func told(_ error: any Error, _ path: String) -> any Error {
        switch error {
        case let fault as KeyFileFault where StoreTrouble(fault, at: path) == nil:
            CommandFault("\(fault)", exit: .noPermission)
        case let fault as Migrator.Fault: CommandFault("\(path): \(fault)", exit: .configuration)
        case is CommandFault: error
        default: StoreTrouble(error, at: path)?.commandFault ?? error
        }
    }

    var commandFault: CommandFault {
        switch kind {
        case .full:
            fault(.inputOutput, "finds no room on its disk", "Make room there; nothing is half-written.")
        case .readOnly:
            fault(
                .noPermission, "is read-only",
                "See that this user owns the data folder, and that its disk is mounted for writing.")
        case .corrupt:
            fault(
                .badData, "is corrupt",
                "Stop the daemon, put this file, -wal and -shm aside, and the last good copy in its place."
            )
        case .busy:
            fault(
                .temporary, "is held by another program",
                "Stop that one first (the daemon: systemctl stop frontdesk); one at a time holds the data.")
        case .failed where isMissing:
            fault(
                .missingInput, "is not there",
                "See [data] directory in the configuration; the first start of the daemon makes it.")
        case .failed: fault(.inputOutput, "cannot be used", "See that its disk and its folder are well.")
        }
    }

    private var isMissing: Bool { access(path, F_OK) != 0 && errno == ENOENT }

    private func fault(_ exit: ExitCode, _ what: String, _ advice: String) -> CommandFault {
        CommandFault("the database \(path) \(what): \(words)\n\(advice)", exit: exit)
    }
}

extension Fault.Kind {
    /// Nil when the system's complaint is not about the disk or its rights.
    init?(systemError: Int32?) {
        switch systemError {
        case ENOSPC, EDQUOT: self = .full
        case EACCES, EPERM, EROFS: self = .readOnly
        case EIO: self = .failed
        default: return nil
        }
    }
}
