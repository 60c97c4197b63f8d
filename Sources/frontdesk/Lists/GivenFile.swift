internal import Crypto
internal import Domain
internal import Glibc
internal import Host
internal import Lists

/// A list that lies somewhere on this machine, opened for the command line.
final class GivenFile: ListBytes {
    private let path: String
    private let descriptor: Int32
    let count: Int

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let why = String(cString: strerror(errno))
            throw CommandFault("the list \(path) cannot be opened: \(why)", exit: .missingInput)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw CommandFault("the list \(path) is not a file", exit: .missingInput)
        }
        count = status.st_size
    }

    deinit { close(descriptor) }

    func read(from offset: Int, most: Int) throws -> [UInt8] {
        try GivenFile.read(descriptor, from: offset, most: most) { number in
            CommandFault(
                "the list \(path) cannot be read: \(String(cString: strerror(number)))", exit: .inputOutput)
        }
    }

    func sha256() throws -> String {
        var digest = SHA256()
        var offset = 0
        while offset < count {
            let piece = try read(from: offset, most: 1 << 16)
            if piece.isEmpty { break }
            digest.update(piece)
            offset += piece.count
        }
        return Hex.text(digest.digest())
    }

    /// - Parameter fault: what is said of the number that the system gave the failure.
    static func read(
        _ descriptor: Int32, from offset: Int, most: Int, fault: (Int32) -> any Error
    ) throws -> [UInt8] {
        var filled = 0
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while filled < most {
                let done = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), most - filled, offset + filled)
                if done < 0 && errno == EINTR { continue }
                if done < 0 { failure = errno }
                guard done > 0 else { break }
                filled += done
            }
            count = filled
        }
        guard failure == 0 else { throw fault(failure) }
        return bytes
    }
}
