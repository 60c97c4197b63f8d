internal import Application
internal import Assembly
internal import HTTP
internal import Host
internal import Localization
internal import Persistence
internal import Reception
internal import SQLiteEngine
internal import Threads

/// The daemon while its store cannot be opened.
///
/// Every page says what is wrong, and the store is tried again every few seconds: once it opens, the same
/// process goes on as the whole console.
struct Outage: Sendable {
    private let configuration: DeskConfiguration
    private let journal: Journal
    private let trouble: StoreTrouble
    private let opened = Lock<Premises?>(nil)

    init(_ configuration: DeskConfiguration, _ journal: Journal, _ trouble: StoreTrouble) {
        self.configuration = configuration
        self.journal = journal
        self.trouble = trouble
    }

    /// False when something of our own was the reason to stop.
    func serve() throws -> Bool {
        let sign = try sign(trouble)
        let front = Lock<Handler>(sign.handler)
        report(trouble)
        return try sign.run(
            answering: { request in front.withLock { $0 }(request) }, workers: [mending(front)],
            isAlive: {
                guard let premises = opened.withLock({ $0 }) else { return true }
                return (try? premises.store.read { _ in }) != nil
            },
            ready: { ServiceManager.notify(status: "out of order: \(trouble.kind.code)") },
            stopping: { try opened.withLock { $0 }?.database.close() })
    }

    /// Somebody may be putting another file in the place of the bad one meanwhile. So nothing is opened that
    /// has changed since the last look, and where a database has been no new one is made: an empty desk with
    /// half a copy written over it would be worse than none.
    private func mending(_ front: Lock<Handler>) -> Worker {
        Worker("mending") { stop in
            let mayFound = trouble.kind != .corrupt && FileLook.showsNothing(path)
            var last = FileLook(path)
            var known = trouble.kind
            while !stop.wait(milliseconds: 3000) {
                let look = FileLook(path)
                defer { last = look }
                guard look == last, look != nil || mayFound else { continue }
                do {
                    let (premises, site) = try ServeCommand.open(configuration, journal)
                    take(premises, site, front)
                    return try work(ServeCommand.workers(premises, site, journal), until: stop)
                } catch {
                    guard let now = StoreTrouble(error, at: path) else { throw error }
                    // Somebody at a terminal is mending it.
                    if now.kind == known || now.kind == .busy { continue }
                    known = now.kind
                    let handler = try sign(now).handler
                    front.withLock { $0 = handler }
                    report(now)
                }
            }
        }
    }

    private func take(_ premises: Premises, _ site: ConsoleSite, _ front: Lock<Handler>) {
        opened.withLock { $0 = premises }
        let handler = site.service.handler
        front.withLock { $0 = handler }
        journal.event("store.opened", "the store could be opened after all", level: .notice)
        ServiceManager.notify(status: "the store is well again")
        site.announce()
    }

    /// The workers of the whole console, beside the requests that it answers already.
    private func work(_ workers: [Worker], until stop: StopToken) throws {
        guard Supervisor(journal: journal).run(workers, until: stop, started: {}) else { throw WorkerLost() }
    }

    /// The journal has why.
    private struct WorkerLost: Error {}

    private func report(_ trouble: StoreTrouble) {
        journal.event(
            "store.out_of_order", "the store cannot be opened; every page says so until it can",
            .code(trouble.kind.code), level: .error)
        // The path is nothing for a journal field; the admin needs it all the same.
        Terminal.complain("frontdesk: \(trouble.commandFault)")
    }

    private func sign(_ trouble: StoreTrouble) throws -> WebService {
        let catalogue = try Catalogue.read(folder: configuration.wwwFolder + "/i18n")
        let site = try Site.read(configuration, pages: "outage", catalogue) {
            OutOfOrder.words(trouble.kind, catalogue, $0)
        }
        let desk = OutOfOrder(
            kind: trouble.kind, catalogue: catalogue, usualLanguage: configuration.usualLanguage, site: site)
        let metrics = Metrics(routes: desk.routes.map(\.pattern))
        let folder = configuration.dataFolder
        let health = HealthRoutes.routes(
            isReady: { false },
            metrics: { metrics.text + Gauges.machine(folder: folder, storeIsWell: false) })
        return WebService(
            name: "frontdesk", settings: configuration.http, journal: journal, metrics: metrics,
            routes: desk.routes + health, problem: desk.problemWriter)
    }

    private var path: String { DataFolder(desk: configuration).database }
}
