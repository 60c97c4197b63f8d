internal import Assembly
internal import Cabinet
internal import Crypto
internal import HTTP
internal import Host
internal import Localization
internal import Persistence
internal import SQL
internal import SQLiteEngine
internal import Threads

/// The central cabinet's program as its admin meets it. So far it keeps its store and answers for its health.
enum CabinetProgram {
    static func run(_ arguments: [String]) -> ExitCode {
        Program(
            name: "frontdesk-cabinet", version: Release.version,
            summary: "the central cabinet that reception desks will send to", commands: [serve]
        ).run(arguments)
    }

    private static let serve = Command(
        "serve", "serve until asked to stop",
        detail: "So far: keeps its store, and answers /healthz, /readyz, /metrics.",
        flags: [.init("config", "FILE", "the configuration (usually \(CabinetConfiguration.usualPath))")]
    ) { arguments in
        Signals.hold()
        Sodium.start()
        let path = arguments.text("config")
        let configuration = try CabinetConfiguration.read(
            path: path ?? CabinetConfiguration.usualPath, mayBeMissing: path == nil)
        let journal = Journal.system(threshold: configuration.logLevel)
        journal.event("program.starting", "starting", .version(Release.version))
        let folder = DataFolder(path: configuration.dataFolder, databaseName: "cabinet.db")
        try folder.prepare()
        let database = try SQLiteDatabase(path: folder.database, readers: configuration.readers)
        let store = try CabinetStore(database: database, at: WallClock.nowMilliseconds()) {
            SystemRandom.bytes(16)
        }
        let isWhole = try service(configuration, database, journal).run(
            workers: [upkeep(database)], isAlive: { (try? store.generation()) != nil }, ready: {},
            stopping: { try database.close() })
        return isWhole ? .done : .software
    }

    private static func service(
        _ configuration: CabinetConfiguration, _ database: SQLiteDatabase, _ journal: Journal
    ) throws -> WebService {
        let catalogue = try Catalogue.read(folder: configuration.wwwFolder + "/i18n")
        let metrics = Metrics(routes: ["/healthz", "/readyz", "/metrics"])
        return WebService(
            name: "frontdesk-cabinet", settings: configuration.http, journal: journal, metrics: metrics,
            routes: HealthRoutes.routes(isReady: { database.health == .ok }, metrics: { metrics.text }),
            problem: Front(catalogue: catalogue).problemWriter)
    }

    private static func upkeep(_ database: SQLiteDatabase) -> Worker {
        Worker("upkeep") { stop in
            while !stop.wait(milliseconds: 2000) { database.tend() }
        }
    }
}
