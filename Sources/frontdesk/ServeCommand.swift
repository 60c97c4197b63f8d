internal import Application
internal import Assembly
internal import Crypto
internal import Domain
internal import HTTP
internal import Host
internal import Localization
internal import Persistence
internal import Reception
internal import SQL
internal import SQLiteEngine
internal import Threads

/// `frontdesk serve`: the daemon.
enum ServeCommand {
    static let command = Command(
        "serve", "serve the desk's screens until asked to stop",
        detail:
            "Listens on loopback only. At the first start it prints the one-time code that sets the desk up.",
        flags: [FrontdeskProgram.configurationFlag]
    ) { arguments in
        Signals.hold()
        let configuration = try FrontdeskProgram.configuration(arguments)
        let journal = Journal.system(threshold: configuration.logLevel)
        journal.event("program.starting", "starting", .version(Release.version))
        let path = DataFolder(desk: configuration).database
        let isWhole: Bool
        switch Result(catching: { try open(configuration, journal) }) {
        case .success(let (premises, site)):
            isWhole = try site.service.run(
                workers: workers(premises, site, journal),
                isAlive: { (try? premises.store.read { _ in }) != nil },
                ready: { site.announce() }, stopping: { try premises.database.close() })
        case .failure(let error):
            // Another program that holds the data serves it, or will soon be done: nothing is out of order.
            guard let trouble = StoreTrouble(error, at: path), trouble.kind != .busy else {
                throw StoreTrouble.told(error, path)
            }
            isWhole = try Outage(configuration, journal, trouble).serve()
        }
        return isWhole ? .done : .software
    }

    static func open(
        _ configuration: DeskConfiguration, _ journal: Journal
    ) throws -> (Premises, ConsoleSite) {
        let premises = try Premises(configuration, journal: journal)
        return (premises, try ConsoleSite(configuration, premises, journal))
    }

    /// What works beside the requests.
    static func workers(_ premises: Premises, _ site: ConsoleSite, _ journal: Journal) -> [Worker] {
        [upkeep(premises, journal), site.lists] + site.printing
    }

    /// Looks after the store between requests: brings a failed one back, empties an idle log, takes back the
    /// ballast, forgets answers of the day before yesterday.
    private static func upkeep(_ premises: Premises, _ journal: Journal) -> Worker {
        Worker("upkeep") { stop in
            var rounds = 0
            while !stop.wait(milliseconds: 2000) {
                makeRoom(premises)
                premises.database.tend()
                if rounds % 1800 == 0 { hourly(premises, journal) }
                rounds += 1
            }
        }
    }

    /// The last room is given up when there is none else: what is in hand can be finished then.
    private static func makeRoom(_ premises: Premises) {
        let isOut = (try? DiskSpace(at: premises.folder.path).level) == .exhausted
        guard isOut || premises.database.health == .full else { return }
        // A ballast that cannot be let go is one trouble more, and the store's health tells of them all.
        try? Ballast(path: premises.folder.ballast).release()
    }

    private static func hourly(_ premises: Premises, _ journal: Journal) {
        do {
            if try DiskSpace(at: premises.folder.path).level >= .low {
                try Ballast(path: premises.folder.ballast).hold()
            }
            let now = premises.clock.now
            let longAgo = Instant(milliseconds: now.milliseconds - 48 * 3_600_000)
            try premises.store.forgetAnswers(before: longAgo)
            try premises.store.keep { try $0.printJobs.forgetEnded(before: longAgo) }
        } catch {
            // Nothing depends on it: the next hour tries again, and a failing store says so by its health.
            journal.event(
                "upkeep.failed", "hourly upkeep failed", .kind("\(type(of: error))"), level: .warning)
        }
    }
}
