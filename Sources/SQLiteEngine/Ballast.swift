internal import Glibc
package import SQL

/// Room on the disk that is kept for the day when there is none.
///
/// A file with real blocks and no meaning. When everything else is full, letting it go gives the store what
/// it needs to open and to finish; when there is room again it is taken back.
package struct Ballast: Sendable {
    private let path: String
    private let bytes: Int

    package init(path: String, bytes: Int = 64 << 20) {
        self.path = path
        self.bytes = bytes
    }

    package var isHeld: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size >= bytes
    }

    /// Takes the room; does nothing when it is held already.
    package func hold() throws(StoreFault) {
        if isHeld { return }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFault(systemError: errno, doing: "create the ballast") }
        defer { close(descriptor) }
        let status = posix_fallocate(descriptor, 0, off_t(bytes))
        guard status == 0 else {
            // Half a ballast would take the last room and not be counted as held.
            unlink(path)
            throw StoreFault(systemError: status, doing: "allocate the ballast")
        }
    }

    package func release() throws(StoreFault) {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw StoreFault(systemError: errno, doing: "release the ballast")
        }
    }
}
