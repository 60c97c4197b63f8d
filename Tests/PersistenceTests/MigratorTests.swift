import DeskFixture
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `The migrator` {
    private let folder = TempFolder()
    private static let one = Migration(number: 1, name: "one", script: "CREATE TABLE a (b INTEGER) STRICT;")
    private static let two = Migration(
        number: 2, name: "two", script: "CREATE TABLE c (d INTEGER) STRICT; INSERT INTO c VALUES (5);")
    private static let broken = Migration(
        number: 2, name: "broken",
        script: "CREATE TABLE c (d INTEGER) STRICT; INSERT INTO nowhere VALUES (5);")

    private func open() throws -> SQLiteDatabase {
        try SQLiteDatabase(path: folder.path + "/desk.db", readers: 1, durability: .off)
    }

    private func steps(_ database: SQLiteDatabase) throws -> [String] {
        try database.read {
            try $0.all("SELECT number, name, applied_at FROM schema_step ORDER BY number") {
                "\($0.integer(0)) \($0.text(1)) \($0.integer(2))"
            }
        }
    }

    private func names(_ database: SQLiteDatabase) throws -> [String] {
        try database.read { try $0.all("SELECT name FROM sqlite_schema ORDER BY name") { $0.text(0) } }
    }

    @Test func `makes a desk from nothing without asking for a copy, and the second time does nothing`()
        throws
    {
        let database = try open()
        var copies: [Int64] = []
        try Migrator(Schema.desk).migrate(database, at: 5) { copies.append($0) }
        let made = try names(database)
        try Migrator(Schema.desk).migrate(database, at: 6) { copies.append($0) }
        let all = [
            "1 desk_foundation 5",
            "2 consents 5",
            "3 shown_papers 5",
            "4 alike 5",
            "5 mail_profiles 5",
            "6 lists 5",
            "7 card_merges 5",
            "8 strictness 5",
            "9 family 5",
            "10 deaths 5",
            "11 particulars 5",
            "12 late_visits 5",
            "13 policy_tails 5",
            "14 search_runs 5",
            "15 recent_people 5",
            "16 print_jobs 5",
            "17 documents 5",
            "18 catalogues 5",
            "19 issued_policies 5",
            "20 certificates 5",
        ]
        #expect(try steps(database) == all)
        #expect(try names(database) == made && made.contains("patient"))
        #expect(copies.isEmpty)
        #expect(try database.integrityCheck().isEmpty && database.foreignKeyCheck().isEmpty)
    }

    @Test func `makes a cabinet from nothing`() throws {
        let database = try open()
        let store = try CabinetStore(database: database, at: 5) { [UInt8](repeating: 3, count: 16) }
        let again = try CabinetStore(database: database, at: 6) { [UInt8](repeating: 4, count: 16) }
        #expect(try store.generation() == [UInt8](repeating: 3, count: 16))
        #expect(try again.generation() == store.generation())
    }

    @Test func `asks for a copy before the first step on what is already there`() throws {
        let database = try open()
        try Migrator([Self.one]).migrate(database, at: 5) { _ in }
        var copied: [(Int64, Bool)] = []
        try Migrator([Self.one, Self.two]).migrate(database, at: 6) { standing in
            copied.append((standing, try names(database).contains("c")))
        }
        #expect(copied.map(\.0) == [1] && copied.map(\.1) == [false])
        #expect(try steps(database) == ["1 one 5", "2 two 6"])
    }

    @Test func `goes no step without the copy`() throws {
        struct NoRoom: Error {}
        let database = try open()
        try Migrator([Self.one]).migrate(database, at: 5) { _ in }
        #expect(throws: NoRoom.self) {
            try Migrator([Self.one, Self.two]).migrate(database, at: 6) { _ in throw NoRoom() }
        }
        #expect(try steps(database) == ["1 one 5"] && names(database).contains("c") == false)
    }

    @Test func `takes a step whole or not at all`() throws {
        let database = try open()
        #expect(throws: StoreFault.self) {
            try Migrator([Self.one, Self.broken]).migrate(database, at: 5) { _ in }
        }
        #expect(try steps(database) == ["1 one 5"])
        #expect(try names(database).contains("c") == false)
        try Migrator([Self.one, Self.two]).migrate(database, at: 6) { _ in }
        #expect(try steps(database) == ["1 one 5", "2 two 6"])
    }

    @Test func `refuses what a newer program wrote, and changes nothing`() throws {
        let database = try open()
        try Migrator([Self.one, Self.two]).migrate(database, at: 5) { _ in }
        let fault = try #require(throws: Migrator.Fault.self) {
            try Migrator([Self.one]).migrate(database, at: 6) { _ in }
        }
        #expect(fault == .databaseIsNewer(found: 2, known: 1))
        #expect("\(fault)".contains("install the newer program"))
        #expect(try steps(database) == ["1 one 5", "2 two 5"])
    }

    @Test func `numbers its schemas upwards`() {
        for schema in [Schema.desk, Schema.cabinet] {
            #expect(schema.map(\.number) == schema.map(\.number).sorted())
            #expect(schema.first?.number == 1 && schema.allSatisfy { !$0.script.isEmpty })
        }
    }
}

@Suite struct `The tables of the tests` {
    @Test(arguments: Table.all.map(\.name))
    func `name every column that the desk has`(name: String) throws {
        let desk = try TestDesk()
        let columns = try desk.rows("SELECT name FROM pragma_table_info($1)", [.text(name)]) { $0.text(0) }
        let text = try #require(Table.all.first { $0.name == name }).lines.text
        #expect(!columns.isEmpty)
        for column in columns { #expect(text.contains("quote(\(column))")) }
    }

    @Test func `are all the tables that the desk has`() throws {
        let found = try TestDesk().rows(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
            """
        ) { $0.text(0) }
        #expect(found == (Table.all.map(\.name) + ["schema_step"]).sorted())
    }
}
