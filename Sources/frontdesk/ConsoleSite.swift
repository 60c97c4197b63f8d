internal import Application
internal import Assembly
internal import Crypto
internal import Documents
internal import Domain
internal import HTTP
internal import Host
internal import Localization
internal import Printing
internal import Reception
internal import SQL
internal import SQLiteEngine
internal import Threads

/// The console put together: pages, API, health, and what the machine tells them.
struct ConsoleSite {
    let service: WebService
    private let console: Console
    private let setupCode: SetupCode
    private let address: String

    init(_ configuration: DeskConfiguration, _ premises: Premises, _ journal: Journal) throws {
        let catalogue = try Catalogue.read(folder: configuration.wwwFolder + "/i18n")
        let setupCode = try SetupCode(premises)
        let press = try PaperPress(logo: configuration.logo) { fault in
            journal.event(
                "papers.unready", "no paper can be printed", .code(fault.code), .detail(fault.description),
                level: .error)
        }
        let console = Console(
            store: premises.store, clock: premises.clock, identities: premises.identities,
            secrets: premises.secrets,
            catalogue: catalogue, house: ConsoleSite.house(configuration, premises, setupCode, press, journal)
        )
        // Pages show the clinic's time, wherever the browser thinks it is.
        let site = try Site.read(configuration, pages: "desk", catalogue) { _ in
            ["clinic.zone": configuration.timeZone]
        }
        let answers = console.apiRoutes + console.pageRoutes(site)
        let gauges = Gauges(premises)
        let metrics = Metrics(routes: answers.map(\.pattern))
        let health = HealthRoutes.routes(
            isReady: { premises.database.health == .ok }, metrics: { metrics.text + gauges.text })
        service = WebService(
            name: "frontdesk", settings: configuration.http, journal: journal, metrics: metrics,
            routes: answers + health, problem: console.problemWriter(site))
        self.console = console
        self.setupCode = setupCode
        address = configuration.http.listen.first.map { "http://\($0)/" } ?? "its page"
    }

    /// Works on lists of insured people beside the requests.
    var lists: Worker {
        let console = console
        return Worker("lists") { console.workOnLists(until: $0) }
    }

    /// Take papers to the printers, one for each role.
    var printing: [Worker] {
        let console = console
        return PrinterRole.allCases.map { role in
            Worker("print-\(role.rawValue)") { console.print(on: role, until: $0) }
        }
    }

    /// Tells the admin, once and on the terminal or in the journal, how to set the desk up.
    func announce() {
        guard let code = setupCode.current() else { return }
        Terminal.write("This desk is not set up yet. Open \(address) and enter this one-time code: \(code)")
    }

    private static func house(
        _ configuration: DeskConfiguration, _ premises: Premises, _ setupCode: SetupCode,
        _ press: PaperPress, _ journal: Journal
    ) -> House {
        let (database, folder, revision) = (premises.database, premises.folder.path, premises.revision)
        return House(
            version: Release.version, language: configuration.usualLanguage,
            sessionHours: Int64(configuration.sessionHours), revision: { revision.withLock { $0 } },
            store: { House.Store(rawValue: database.health.word) ?? .corrupt },
            disk: { (try? DiskSpace(at: folder)).map { House.Disk($0.level) } ?? .veryLow },
            digest: { SHA256.digest($0) }, codeHosts: configuration.codeHosts,
            sealCheck: SodiumSealCheck(), listShelf: DataShelf(folder: folder),
            printers: configuration.printers.mapValues(\.printer), changed: { revision.withLock { $0 += 1 } },
            draw: { try press.draw($0) },
            setupCode: { setupCode.current() },
            report: { error, request in
                let code = (error as? Fault)?.kind.rawValue ?? (error as? PaperFault)?.code ?? "internal"
                journal.event(
                    "request.failed", "a request could not be answered", .request(request.id), .code(code),
                    .kind("\(type(of: error))"), .detail(ConsoleSite.detail(of: error)), level: .error)
            })
    }
}

extension ConsoleSite {
    /// What went wrong, in words that hold nothing personal.
    private static func detail(of error: any Error) -> String {
        (error as? Fault)?.words ?? (error as? PaperFault)?.description ?? "none"
    }
}

extension House.Disk {
    init(_ level: DiskSpace.Level) {
        switch level {
        case .ample: self = .ok
        case .low, .noUploads: self = .low
        case .textOnly, .exhausted: self = .veryLow
        }
    }
}
