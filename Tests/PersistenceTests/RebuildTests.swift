import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `A register rebuilt from operations alone` {
    /// The register's tables, built anew from the desk's operations.
    private func rebuilt(_ desk: TestDesk) throws -> (count: Int64, lines: [String], found: Int) {
        let folder = TempFolder()
        let target = try SQLiteDatabase(path: folder.path + "/new.db", readers: 1, durability: .off)
        try Migrator(Schema.desk).migrate(target, at: 0) { _ in }
        let count = try desk.database.read { source in
            try target.write { connection in
                try connection.transaction { try Rebuild()(from: source, into: connection) }
            }
        }
        let store = DeskStore(
            database: target, clock: desk.clock, identities: desk.identities, digest: TestDesk.digest)
        let found = try store.read { try $0.patients.search(SearchLine("небывал"), limit: 1000).count }
        return (count, try target.read { try $0.lines(of: Table.register) }, found)
    }

    @Test func `equals the desk's own row by row, after any day`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let day = try RandomDay(seed: seed)
        let all = Set(Event.Kind.allCases.map(\.rawValue))
        // Chance decides how long it takes until everything has happened once.
        for _ in 0..<50 where try Set(day.desk.outbox().map(\.type)) != all { try day.live(deeds: 200) }
        let operations = try day.desk.outbox()
        #expect(Set(operations.map(\.type)) == all, "seed \(seed)")
        let new = try rebuilt(day.desk)
        #expect(new.count == Int64(operations.count), "seed \(seed)")
        #expect(new.lines == (try day.desk.lines(of: Table.register)), "seed \(seed)")
        let found = try day.desk.store.read {
            try $0.patients.search(SearchLine("небывал"), limit: 1000).count
        }
        #expect(new.found == found && found > 0, "seed \(seed)")
        #expect(try day.desk.prove().isIntact, "seed \(seed)")
    }

    /// The control: a comparison that finds no difference here would find none anywhere.
    @Test(arguments: [
        "UPDATE patient SET note = 'x' WHERE row = 1", "UPDATE visit SET place = NULL WHERE number = 1",
        "UPDATE operator SET version = version + 1 WHERE login = 'admin'",
        "UPDATE setting SET banner_en = 'x'",
        "UPDATE desk SET prefix = '78'", "UPDATE patient SET search_key = search_key || ' ' WHERE row = 1",
    ])
    func `differs when the desk's own was changed without an event`(script: String) throws {
        let clinic = try Clinic()
        let before = try rebuilt(clinic.desk).lines
        #expect(before == (try clinic.desk.lines(of: Table.register)))
        try clinic.desk.database.write { connection in
            try connection.transaction { try connection.script(script) }
        }
        #expect(before != (try clinic.desk.lines(of: Table.register)))
    }

    @Test(arguments: [
        ("UPDATE outbox SET type = 'odd' WHERE seq = 3", "operation 3 is of the unknown type odd"),
        ("UPDATE outbox SET payload = x'7b7d' WHERE seq = 3", "operation 3 cannot be read: a fact's member"),
        ("UPDATE outbox SET payload = x'7b' WHERE seq = 3", "operation 3 cannot be read: "),
    ])
    func `stops at an operation that it cannot read, and says which`(script: String, words: String) throws {
        let desk = try TestDesk()
        try desk.setUp()
        try desk.database.write { connection in
            try connection.transaction {
                try connection.script("DROP TRIGGER outbox_never_changes; " + script)
            }
        }
        do {
            _ = try rebuilt(desk)
            Issue.record("it did not stop")
        } catch {
            #expect("\(error)".hasPrefix(words))
        }
    }
}
