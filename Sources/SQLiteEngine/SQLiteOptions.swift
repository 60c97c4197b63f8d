package import SQL

/// What the owner of a database may choose; the defaults are the desk's.
package struct SQLiteOptions: Sendable {
    /// What the owner hears of, beside the faults that are thrown to whoever caused them.
    package enum Report: Sendable {
        /// The log could not be moved into the database. What was acknowledged is safe in the log.
        case checkpointFailed(StoreFault)
        case healthChanged(to: StoreHealth, because: StoreFault?)
    }

    /// The log is moved into the database after a write that made it longer than this. A walk-in writes some
    /// thirty pages, most of them pages that the one before wrote too: moving 16 MB at a time writes each of
    /// them into the file once where 4 MB at a time would write it four times.
    package var checkpointPages: Int32 = 4000
    /// After this long without a write the log is emptied.
    package var idle: Duration = .seconds(60)
    /// Not more often than this does a store that is not well try to recover.
    package var retry: Duration = .seconds(1)
    /// After an unclean exit a file up to this size is checked before anybody uses it; a larger one would
    /// keep the reception waiting, so its owner calls `quickCheck` on a thread of its own.
    package var checkedAtOpeningMegabytes = 200
    /// Released when the disk is so full that the database cannot be opened.
    package var ballast: Ballast?
    /// What the writing side may keep of the file in memory; nil is SQLite's own 2 MB, plenty for one card
    /// after another.
    package var writerCacheMegabytes: Int?
    /// For filling a register: the leaves of its sorted indexes stay in memory, where each would be read and
    /// written again for every card.
    package static let fillingCacheMegabytes = 256
    /// Called with the writing side locked: it must not use the database.
    package var report: @Sendable (Report) -> Void = { _ in }

    package init() {}
}
