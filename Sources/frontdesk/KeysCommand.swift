internal import Application
internal import Assembly
internal import Crypto
internal import Domain
internal import Host
internal import Persistence
internal import SQLiteEngine

/// `frontdesk keys …`: whose papers this desk believes.
enum KeysCommand {
    static let commands = [show, list, add, withdraw]

    private static let show = Command(
        "keys show", "print this desk's public document key, for other desks to import",
        detail: """
            One word, frontdesk-key-1.NN.…, with a check: it is no secret, but it must arrive as it was sent.
            The daemon may go on working.
            """, flags: [FrontdeskProgram.configurationFlag]
    ) { arguments in
        let configuration = try FrontdeskProgram.configuration(arguments)
        let desk = try DeskLook.read(configuration) { books, _ in try books.desk.current() }
        guard let desk, let prefix = desk.prefix else {
            throw CommandFault("this desk is not set up yet; it has no prefix", exit: .unavailable)
        }
        let line = KeyLine(prefix: prefix, publicKey: desk.documentKey)
        Terminal.write(line.text(sha256: SodiumSealCheck().sha256))
        return .done
    }

    private static let list = Command(
        "keys list", "list the keys of other desks, with their ids", detail: "The daemon may go on working.",
        flags: [FrontdeskProgram.configurationFlag]
    ) { arguments in
        let configuration = try FrontdeskProgram.configuration(arguments)
        try DeskLook.read(configuration) { books, clock in
            for key in try books.deskKeys.all() {
                let added = clock.day(of: key.addedAt).iso
                let until = key.withdrawal.map { ", withdrawn \(clock.day(of: $0.at).iso)" } ?? ""
                Terminal.write("\(key.id.text)  \(key.prefix)  \(key.name)  since \(added)\(until)")
            }
        }
        return .done
    }

    private static let add = Command(
        "keys import", "believe the papers of another desk", operand: "KEY", mayLackOperand: true,
        detail: """
            KEY is the word that “keys show” printed on that desk; without it, it is read from standard input.
            Whoever can give you a key can make you believe papers: take it from the desk itself.
            The daemon must not be running: one program at a time holds the data folder.
            """,
        flags: [
            FrontdeskProgram.configurationFlag, by,
            .init("name", "NAME", "how that desk is called here, such as «Филиал на Лесной»"),
        ]
    ) { arguments in
        try changing(arguments) { premises, author in
            let line = try arguments.operandIfAny ?? Terminal.readText(limit: 1000)
            let key = try ring(premises).add(line, called: try arguments.required("name"), by: author)
            return "the papers of \(key.name), numbers \(key.prefix)/…, are believed from now on"
        }
    }

    private static let withdraw = Command(
        "keys withdraw", "believe the papers of another desk no more", operand: "ID",
        detail: """
            For a desk that was stolen or closed: what it signed verifies as KIOSK_REVOKED from now on.
            The daemon must not be running: one program at a time holds the data folder.
            """,
        flags: [
            FrontdeskProgram.configurationFlag, by, .init("reason", "TEXT", "why; it is kept in history"),
        ]
    ) { arguments in
        try changing(arguments) { premises, author in
            guard let id = ID<TrustedKey>(arguments.operand) else { throw Refusal(.deskKeyNotFound) }
            let reason = try arguments.required("reason")
            let key = try ring(premises).withdraw(id, for: reason, by: author)
            return "the papers of \(key.name) are believed no more"
        }
    }

    private static let by = Command.Flag(
        "by", "LOGIN", "the admin in whose name history says it was done")

    private static func ring(_ premises: Premises) -> KeepKeyRing {
        KeepKeyRing(
            store: premises.store, clock: premises.clock, identities: premises.identities,
            check: SodiumSealCheck())
    }

    private static func changing(
        _ arguments: Arguments, _ body: (Premises, Author) throws -> String
    ) throws -> ExitCode {
        let configuration = try FrontdeskProgram.configuration(arguments)
        do {
            let told = try StoreTrouble.telling(DataFolder(desk: configuration).database) {
                let premises = try Premises(configuration, journal: Journal.system(threshold: .warning))
                defer { try? premises.database.close() }
                return try body(premises, try admin(try arguments.required("by"), premises))
            }
            Terminal.write(told)
        } catch let refusal as Refusal {
            throw CommandFault(try RefusalWords(configuration).text(refusal), exit: .badData)
        }
        return .done
    }

    private static func admin(_ login: String, _ premises: Premises) throws -> Author {
        guard let one = try premises.store.read({ try $0.operators.find(login: login) }), !one.disabled,
            one.roles.contains(.admin)
        else {
            throw CommandFault("--by wants the login of an admin of this desk, not “\(login)”", exit: .usage)
        }
        return Author(operator: one.id)
    }
}
