internal import Glibc

/// What a file looks like from outside: two looks that are equal tell that nobody is writing it.
struct FileLook: Equatable {
    private let device: UInt
    private let inode: UInt
    private let bytes: Int
    private let seconds: Int
    private let nanoseconds: Int

    /// Nil when there is nothing to open: no such file, an empty one, or one out of reach.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > 0 else { return nil }
        device = status.st_dev
        inode = status.st_ino
        bytes = status.st_size
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Whether there certainly is nothing yet, so that making a new file takes no old one's place.
    static func showsNothing(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_size == 0 : errno == ENOENT
    }
}
