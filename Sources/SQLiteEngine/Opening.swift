internal import SQL

/// The steps from a path to a database that may be written, each with its own way to fail.
struct Opening {
    let owner: OwnerLock
    let writer: Writer
    let wasClosedCleanly: Bool

    init(
        _ file: DatabaseFile, _ durability: Durability, _ vfs: String?, _ options: SQLiteOptions
    ) throws(StoreFault) {
        owner = try OwnerLock(besides: file.path)
        try file.refuseOrphanedLog()
        wasClosedCleanly = !file.logIsLeft
        try file.createIfMissing()
        writer = try Writer(path: file.path, durability: durability, vfs: vfs, options)
        if !wasClosedCleanly && file.megabytes <= options.checkedAtOpeningMegabytes {
            try writer.refuseDamage()
        }
    }

    /// On a full disk a database whose -shm file is gone cannot even be read. The ballast makes the room that
    /// it needs.
    static func retryingWithoutBallast(
        _ ballast: Ballast?, _ open: () throws(StoreFault) -> Opening
    ) throws(StoreFault) -> Opening {
        do {
            return try open()
        } catch {
            guard error.kind == .full, let ballast, ballast.isHeld else { throw error }
            try ballast.release()
            return try open()
        }
    }
}
