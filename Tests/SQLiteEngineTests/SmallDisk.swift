import Glibc

/// A file system in memory, of a few megabytes, that goes with the test.
final class SmallDisk {
    static let isAllowed: Bool = {
        let disk = SmallDisk(megabytes: 1)
        return disk.isMounted
    }()

    private let scratch = Scratch()
    let isMounted: Bool

    init(megabytes: Int) {
        isMounted = mount("tmpfs", scratch.path, "tmpfs", 0, "size=\(megabytes)m") == 0
    }

    // Lazily: a test that failed may still have a file open.
    deinit { if isMounted { umount2(scratch.path, Int32(MNT_DETACH)) } }

    var path: String { scratch.path }

    /// Leaves not a single block.
    func fill() {
        let descriptor = open(path + "/filler", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { fatalError("cannot fill the disk: errno \(errno)") }
        defer { close(descriptor) }
        let block = [UInt8](repeating: 0, count: 4096)
        while write(descriptor, block, block.count) == block.count {}
    }

    func empty() { unlink(path + "/filler") }

    func makeReadOnly() {
        let status = mount(nil, path, nil, UInt(MS_REMOUNT | MS_RDONLY), nil)
        guard status == 0 else { fatalError("cannot remount: errno \(errno)") }
    }
}
