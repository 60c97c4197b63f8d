internal import Application
internal import Crypto
internal import Domain
internal import Glibc
internal import Lists
internal import SQLiteEngine
internal import Threads

/// A file without a name in the data folder: people's data that must not outlive the program, whatever ends
/// it.
final class SpooledFile: ListFile {
    private let descriptor: Int32
    private let length = Lock(0)
    private let digest = Lock(SHA256())

    /// - Parameter path: taken for a moment, until the file has lost its name.
    init(path: String) throws {
        unlink(path)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SpooledFile.fault("made", errno) }
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
                let number = errno
                if done < 0 && number == EINTR { continue }
                guard done > 0 else { throw SpooledFile.fault("written", number) }
                written += done
            }
            length += bytes.count
        }
        digest.withLock { $0.update(bytes) }
    }

    func read(from offset: Int, most: Int) throws -> [UInt8] {
        try GivenFile.read(descriptor, from: offset, most: most) { SpooledFile.fault("read", $0) }
    }

    func sha256() throws -> String { Hex.text(digest.withLock { $0.digest() }) }

    private static func fault(_ what: String, _ number: Int32) -> Fault {
        Fault(
            Fault.Kind(systemError: number) ?? .failed,
            "a file for a list cannot be \(what): \(String(cString: strerror(number)))")
    }
}

/// The data folder as the place where lists lie while they are worked on. Where room is short, none does: it
/// is the register's.
struct DataShelf: ListShelf {
    let folder: String

    func newFile() throws -> any ListFile {
        if let space = try? DiskSpace(at: folder), space.level <= .noUploads {
            throw Fault(.full, "there is too little room left for a list")
        }
        return try SpooledFile(path: folder + "/list.part")
    }
}
