internal import Glibc
internal import Host

/// A file that a command writes for the admin: new, for nobody else to read.
final class WrittenFile {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST {
                throw CommandFault(
                    "the file \(path) is there already: name a new one, or put the old one away",
                    exit: .cannotCreate)
            }
            throw CommandFault(
                "the file \(path) cannot be made: \(String(cString: strerror(errno)))", exit: .cannotCreate)
        }
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let done = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if done < 0 && errno == EINTR { continue }
            guard done > 0 else {
                throw CommandFault(
                    "the file \(path) cannot be written: \(String(cString: strerror(errno)))",
                    exit: .inputOutput)
            }
            written += done
        }
    }
}
