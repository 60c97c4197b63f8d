internal import Glibc

/// Reads a small file whole.
package enum TextFile {
    package enum Fault: Error, Equatable, CustomStringConvertible {
        case missing
        case tooLong(limit: Int)
        case system(errno: Int32)

        package var description: String {
            switch self {
            case .missing: "there is no such file"
            case .tooLong(let limit): "longer than \(limit) bytes: this is some other file"
            case .system(let number): "cannot be read: \(String(cString: strerror(number)))"
            }
        }
    }

    package static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw errno == ENOENT ? .missing : .system(errno: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = Glibc.read(file, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        }
    }
}
