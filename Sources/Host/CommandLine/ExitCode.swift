/// How a command ended, in the numbers of sysexits.h that scripts and systemd know.
package enum ExitCode: Int32, Error, Sendable {
    case done = 0
    /// Something is not as it should be: what a check finds.
    case found = 1
    /// The command line itself is wrong.
    case usage = 64
    case badData = 65
    case missingInput = 66
    case unavailable = 69
    /// A bug of ours.
    case software = 70
    case system = 71
    case cannotCreate = 73
    case inputOutput = 74
    /// Try again later.
    case temporary = 75
    case noPermission = 77
    case configuration = 78
}

/// Why a command gives up: what to tell the person, and the number for the shell.
package struct CommandFault: Error, Equatable, CustomStringConvertible {
    package let description: String
    package let exit: ExitCode
    /// The system's number behind it, when there is one.
    package let errno: Int32?

    package init(_ description: String, exit: ExitCode, errno: Int32? = nil) {
        self.description = description
        self.exit = exit
        self.errno = errno
    }
}
