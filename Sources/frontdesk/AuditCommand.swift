internal import Application
internal import Assembly
internal import Crypto
internal import Host
internal import Persistence
internal import SQLiteEngine

/// `frontdesk audit verify`: proves that nobody has touched history. The daemon may go on working meanwhile.
enum AuditCommand {
    static let command = Command(
        "audit verify", "prove that the audit and the operations are as they were written",
        detail:
            "Recomputes every link of both chains. Ends with 0 when all fit, with 1 when something does not.",
        flags: [FrontdeskProgram.configurationFlag]
    ) { arguments in
        Sodium.start()
        let configuration = try FrontdeskProgram.configuration(arguments)
        let proof = HistoryProof(digest: { SHA256.digest($0) })
        let path = DataFolder(desk: configuration).database
        let verdict = try StoreTrouble.telling(path) { try SQLiteDatabase.inspect(path) { try proof($0) } }
        Terminal.write("audit rows: \(verdict.auditRows), operations: \(verdict.operations)")
        guard let breakage = verdict.breakage else {
            Terminal.write("intact")
            return .done
        }
        Terminal.write("BROKEN: \(breakage)")
        return .found
    }
}
