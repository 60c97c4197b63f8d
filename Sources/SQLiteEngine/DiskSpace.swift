internal import Glibc
package import SQL

/// How much room is left where the database lives, and what may still be done with it.
package struct DiskSpace: Sendable {
    package enum Level: Int, Comparable, Sendable {
        /// Nothing may be begun; the ballast goes.
        case exhausted
        /// Text alone: no new papers.
        case textOnly
        case noUploads
        /// Everything works, and somebody should be told.
        case low
        case ample

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    package let freeBytes: Int

    package init(freeBytes: Int) {
        self.freeBytes = freeBytes
    }

    /// Asks the file system on which `path` lies.
    package init(at path: String) throws(StoreFault) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else {
            throw StoreFault(systemError: errno, doing: "ask for free room")
        }
        // Blocks free for us, not those that the file system keeps for root.
        freeBytes = Int(status.f_bavail) * Int(status.f_frsize)
    }

    package var level: Level {
        switch freeBytes {
        case ..<20_000_000: .exhausted
        case ..<100_000_000: .textOnly
        case ..<500_000_000: .noUploads
        case ..<2_000_000_000: .low
        default: .ample
        }
    }
}
