internal import Crypto
internal import Domain
internal import Glibc
internal import Host
internal import Lists
internal import Threads

/// A file without a name in the data folder: people's data that must not outlive the program, whatever ends
/// it.
final class SpooledFile: ListFile {
    private let descriptor: Int32
    private let length: Lock<Int>
    private let digest = Lock(SHA256())

    /// - Parameter path: taken for a moment, until the file has lost its name.
    init(path: String) throws {
        unlink(path)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        length = Lock(0)
        guard descriptor >= 0 else { throw SpooledFile.fault("cannot be made") }
        unlink(path)
    }

    deinit { close(descriptor) }

    var count: Int { length.withLock { $0 } }

    func append(_ bytes: [UInt8]) throws {
        try length.withLock { length in
            var written = 0
            while written < bytes.count {
                let done = bytes.withUnsafeBytes {
                    pwrite(
                        descriptor, $0.baseAddress?.advanced(by: written), $0.count - written,
                        length + written)
                }
                if done < 0 && errno == EINTR { continue }
                guard done > 0 else { throw SpooledFile.fault("cannot be written") }
                written += done
            }
            length += bytes.count
        }
        digest.withLock { $0.update(bytes) }
    }

    func read(from offset: Int, most: Int) throws -> [UInt8] {
        try GivenFile.read(descriptor, from: offset, most: most)
    }

    func sha256() throws -> String { Hex.text(digest.withLock { $0.digest() }) }

    static func fault(_ what: String) -> CommandFault {
        let number = errno
        return CommandFault(
            "a file for a list \(what): \(String(cString: strerror(number)))", exit: .inputOutput,
            errno: number)
    }
}

/// The data folder as the place where lists lie while they are worked on.
struct DataShelf: ListShelf {
    let folder: String

    func newFile() throws -> any ListFile { try SpooledFile(path: folder + "/list.part") }
}
