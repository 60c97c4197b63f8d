internal import Glibc

/// Why a key file could not be used. The text goes to the administrator; it names the file and the way out.
package enum KeyFileFault: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case exists(String)
    case notAFile(String)
    case ownedByAnother(String, user: UInt32)
    case openToOthers(String, mode: UInt32)
    case wrongLength(String, found: Int, wanted: Int)
    case system(String, step: String, errno: Int32)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such key; restore it from a backup, or start with an empty data directory"
        case .exists(let path):
            "\(path): there is a key already, and it is never replaced"
        case .notAFile(let path):
            "\(path): not a plain file (links are not followed)"
        case .ownedByAnother(let path, let user):
            "\(path): owned by user id \(user), not by the user that runs this program"
        case .openToOthers(let path, let mode):
            "\(path): mode \(String(mode, radix: 8)) lets others in; set it right with chmod 600"
        case .wrongLength(let path, let found, let wanted):
            "\(path): \(found) bytes long instead of \(wanted); restore it from a backup"
        case .system(let path, let step, let number):
            "\(path): \(step) failed: \(String(cString: strerror(number)))"
        }
    }
}
