import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `The proof of history` {
    private struct PutBack: Error {}

    /// Does something behind the desk's back, as somebody with the file could, looks at it and undoes it.
    private func forged<Result: Sendable>(
        _ desk: TestDesk, _ forge: (any Connection) throws -> Void, _ look: (any Connection) throws -> Result
    ) throws -> Result {
        var seen: Result?
        do {
            try desk.database.write { connection in
                try connection.transaction {
                    try connection.script(
                        """
                        DROP TRIGGER audit_never_changes; DROP TRIGGER audit_never_shrinks;
                        DROP TRIGGER outbox_never_changes; DROP TRIGGER outbox_never_shrinks;
                        """)
                    try forge(connection)
                    seen = try look(connection)
                    throw PutBack()
                }
            }
        } catch is PutBack {}
        return try #require(seen)
    }

    private func verdict(_ connection: any Connection) throws -> HistoryVerdict {
        try HistoryProof(digest: TestDesk.digest)(connection)
    }

    /// Facts, and a notice with a session between them.
    private func small() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.setUp()
        let session = try desk.signIn("admin")
        _ = try ChangeSettings(store: desk.store)(
            ChangeSettings.Input(
                baseVersion: 1, clinic: "К", bannerRussian: "", bannerEnglish: "", lockAfterSeconds: 60),
            by: session.session.author(request: "r-1"))
        return desk
    }

    @Test func `counts what it has walked`() throws {
        let clinic = try Clinic()
        let verdict = try clinic.desk.prove()
        #expect(verdict.isIntact)
        #expect(verdict.auditRows == Int64(try clinic.desk.audit().count))
        #expect(verdict.operations == Int64(try clinic.desk.outbox().count))
        #expect(verdict.auditRows > verdict.operations && verdict.operations > 10)
    }

    @Test func `holds on an empty database`() throws {
        let folder = TempFolder()
        let database = try SQLiteDatabase(path: folder.path + "/desk.db", readers: 1, durability: .off)
        try Migrator(Schema.desk).migrate(database, at: 0) { _ in }
        #expect(try database.read { try HistoryProof(digest: TestDesk.digest)($0) }.isIntact)
    }

    @Test(arguments: Column.all)
    func `finds a single changed byte anywhere`(column: Column) throws {
        let desk = try small()
        let last = Int64(column.isOfAudit ? try desk.audit().count : try desk.outbox().count)
        #expect(last >= 5)
        var (tried, missed) = (0, [Int64]())
        for sequence in 1...last {
            let forgeries = try desk.database.read { try column.forgeries(of: sequence, $0) }
            for forgery in forgeries {
                let verdict = try forged(
                    desk, { try $0.run(column.update, [.integer(sequence), forgery]) }, verdict)
                tried += 1
                if verdict.isIntact { missed.append(sequence) }
            }
        }
        #expect(missed.isEmpty && tried >= last)
        #expect(try desk.prove().isIntact, "what was undone is as it was")
    }

    @Test(arguments: [
        "DELETE FROM audit WHERE seq = 2", "DELETE FROM outbox WHERE seq = 2",
        "DELETE FROM outbox WHERE seq = (SELECT max(seq) FROM outbox)",
        "DELETE FROM audit WHERE operation = (SELECT max(seq) FROM outbox)", "DELETE FROM outbox",
        "DELETE FROM audit",
        "UPDATE desk SET id = '01936b0a-7c00-7000-8000-00000000a001'", "DELETE FROM desk",
        "INSERT INTO outbox SELECT seq + 100, lineage, zeroblob(16), type, schema, header, payload, chain, "
            + "made_ms FROM outbox WHERE seq = 1",
    ])
    func `finds rows that are gone or planted`(script: String) throws {
        let desk = try small()
        let verdict = try forged(desk, { try $0.script(script) }, verdict)
        #expect(!verdict.isIntact)
    }

    @Test func `finds nothing where nothing was done`() throws {
        let desk = try small()
        #expect(try forged(desk, { _ in }, verdict).isIntact)
    }

    @Test func `says where`() throws {
        let desk = try small()
        let audit = try forged(
            desk, { try $0.script("UPDATE audit SET request = 'x' WHERE seq = 3") }, verdict)
        #expect(audit.breakage == .audit(sequence: 3))
        let outbox = try forged(
            desk, { try $0.script("UPDATE outbox SET payload = x'7b7d' WHERE seq = 2") }, verdict)
        #expect(outbox.breakage == .outbox(sequence: 2))
    }
}
