internal import Application
internal import Assembly
internal import Domain
internal import Host
internal import SQLiteEngine

/// `frontdesk demo`: fills a new desk with invented operators, people and visits.
enum DemoCommand {
    static let command = Command(
        "demo", "fill an empty data folder with invented operators and people",
        detail: """
            For trying the desk out. Everything is registered the way the desk does it, so history,
            operations and
            search are real; the people are not. The sign-ins are printed: never use such a folder for work.
            """,
        flags: [
            FrontdeskProgram.configurationFlag,
            .init("patients", "N", "how many people, up to 1000000 (usually \(usualCount))"),
            .init("seed", "N", "another number invents other people (usually \(usualSeed))"),
        ]
    ) { arguments in
        let configuration = try FrontdeskProgram.configuration(arguments)
        let count = try arguments.integer("patients", in: 0...1_000_000) ?? usualCount
        let seed = try arguments.integer("seed", in: 0...Int.max) ?? usualSeed
        return try StoreTrouble.telling(DataFolder(desk: configuration).database) {
            try run(configuration, count, seed)
        }
    }

    private static let usualCount = 60
    private static let usualSeed = 2026
    private static let visits = 12

    private static func run(
        _ configuration: DeskConfiguration, _ count: Int, _ seed: Int
    ) throws -> ExitCode {
        let premises = try Premises(
            configuration, journal: Journal.system(threshold: .warning), isFilled: true)
        defer { try? premises.database.close() }
        guard try SetUpDesk.isNeeded(premises.store) else {
            throw CommandFault(
                "this desk is set up already; the demo wants an empty folder", exit: .cannotCreate)
        }
        do {
            try fill(premises, count, seed)
        } catch let refusal as Refusal {
            throw CommandFault(try RefusalWords(configuration).text(refusal), exit: .software)
        }
        for sitter in DemoOperators.all { Terminal.write(sitter.line) }
        return .done
    }

    private static func fill(_ premises: Premises, _ count: Int, _ seed: Int) throws {
        let (admin, receptionist) = try staff(premises)
        try DemoConsents.publish(premises, by: Author(operator: admin))
        let author = Author(operator: receptionist)
        var crowd = DemoCrowd(premises, by: author, seed: seed)
        var here: [Patient] = []
        for index in 0..<min(visits, count) {
            let output = try crowd.walkIn(DemoVisits.form(index))
            here.append(output.patient)
            if let visit = output.visit { try advance(visit, index, author, premises) }
        }
        try DemoInsurance(premises: premises, admin: Author(operator: admin), author: author).fill(here)
        try crowd.register(max(count - visits, 0))
    }

    /// The first operator sets the desk up; the others are added.
    private static func staff(
        _ premises: Premises
    ) throws -> (admin: ID<Operator>, receptionist: ID<Operator>) {
        let (store, clock, ids, secrets) = (
            premises.store, premises.clock, premises.identities, premises.secrets
        )
        let admin = try SetUpDesk(store: store, clock: clock, identities: ids, secrets: secrets)(
            SetUpDesk.Input(first: DemoOperators.admin.form, prefix: "77", clinic: "Поликлиника № 12"),
            by: .desk)
        let adding = AddOperator(store: store, clock: clock, identities: ids, secrets: secrets)
        var receptionist = admin.id
        for sitter in DemoOperators.all where sitter.form.login != DemoOperators.admin.form.login {
            let added = try adding(try adding.prepare(sitter.form), by: Author(operator: admin.id))
            if added.roles.contains(.receptionist) { receptionist = added.id }
        }
        return (admin.id, receptionist)
    }

    /// Some visits of the morning are over, some people are being served, the others wait.
    private static func advance(_ visit: Visit, _ index: Int, _ author: Author, _ premises: Premises) throws {
        let step = TakeVisitStep(store: premises.store, clock: premises.clock)
        if index < 7 { _ = try step(.start, of: visit.id, baseVersion: 1, by: author) }
        switch index {
        case 0..<5:
            _ = try step(
                .finish(outcome: DemoVisits.outcome(index)), of: visit.id, baseVersion: 2, by: author)
        case 7:
            _ = try step(
                .cancel(reason: "Записалась на другой день"), of: visit.id, baseVersion: 1, by: author)
        default: break
        }
    }
}
