internal import Application
internal import Assembly
internal import Crypto
internal import Domain
internal import Glibc
internal import Host
internal import Persistence
internal import SQL
internal import SQLiteEngine
internal import Threads

/// The desk's data folder, opened: keys, database, store. One program at a time may hold it.
struct Premises {
    let folder: DataFolder
    let clock: ClinicClock
    let identities: IdentityMint
    let secrets: DeskSecrets
    let database: SQLiteDatabase
    let store: DeskStore
    /// Commits since the start.
    let revision: Lock<Int64>
    let desk: Desk

    /// `isFilled`: a command is about to write a whole register, not one card after another.
    init(_ configuration: DeskConfiguration, journal: Journal, isFilled: Bool = false) throws {
        Sodium.start()
        let folder = DataFolder(desk: configuration)
        try folder.prepare()
        let clock = ClinicClock(calendar: try ClinicCalendar(zone: configuration.timeZone))
        let identities = IdentityMint(nowMilliseconds: WallClock.nowMilliseconds)
        var options = Premises.options(folder, journal)
        if isFilled { options.writerCacheMegabytes = SQLiteOptions.fillingCacheMegabytes }
        let database = try SQLiteDatabase(
            path: folder.database, readers: configuration.readers, options: options)
        try Migrator(Schema.desk).migrate(database, at: WallClock.nowMilliseconds()) { standing in
            try database.backup(to: folder.copy(ofSchema: standing))
            journal.event("store.copied", "the database was copied before a migration", .revision(standing))
        }
        let revision = Lock(Int64(0))
        store = DeskStore(
            database: database, clock: clock, identities: identities, digest: { SHA256.digest($0) },
            onCommit: { revision.withLock { $0 += 1 } })
        let keys = try DeskKeys(folder, of: try store.read { try $0.desk.current() })
        secrets = DeskSecrets(pepper: keys.pepper)
        desk = try FoundDesk(store: store, clock: clock, identities: identities)(
            requestKey: keys.request.publicKey, documentKey: keys.document.publicKey)
        self.folder = folder
        self.clock = clock
        self.identities = identities
        self.database = database
        self.revision = revision
    }

    private static func options(_ folder: DataFolder, _ journal: Journal) -> SQLiteOptions {
        var options = SQLiteOptions()
        options.ballast = Ballast(path: folder.ballast)
        options.report = { report in
            switch report {
            case .checkpointFailed(let fault):
                journal.event(
                    "store.checkpoint_failed",
                    "the log could not be moved into the database; it is safe in the log",
                    .kind(fault.kind.rawValue), .sequence(Int64(fault.code)), level: .error)
            case .healthChanged(let health, let fault):
                journal.event(
                    "store.health", "the store's health has changed", .code(health.word),
                    .kind(fault?.kind.rawValue ?? "none"), level: health == .ok ? .notice : .error)
            }
        }
        return options
    }
}

extension StoreHealth {
    /// One word for journal, metrics and screen.
    var word: String {
        switch self {
        case .ok: "ok"
        case .readOnly: "read_only"
        case .full: "full"
        case .corrupt: "corrupt"
        }
    }
}

extension DataFolder {
    init(desk configuration: DeskConfiguration) {
        self.init(path: configuration.dataFolder, databaseName: "frontdesk.db")
    }
}
