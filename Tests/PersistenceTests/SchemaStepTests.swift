import DeskFixture
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `A desk of the first schema` {
    @Test func `keeps its people findable when the index of runs comes`() throws {
        let folder = TempFolder()
        let database = try SQLiteDatabase(path: folder.path + "/desk.db", readers: 1, durability: .off)
        try Migrator(Array(Schema.desk.prefix(1))).migrate(database, at: 5) { _ in }
        try database.write { connection in
            try connection.transaction { try connection.script(Self.oneCard) }
        }
        try Migrator(Schema.desk).migrate(database, at: 6) { _ in }
        let waiting = try database.read {
            try $0.all("SELECT row, search_key FROM patient_waiting") { ($0.integer(0), $0.text(1)) }
        }
        #expect(waiting.map(\.0) == [1] && waiting.map(\.1) == ["небывалова галина 12.03.1986 №1."])
        #expect(try database.integrityCheck().isEmpty)
    }

    private static let oneCard = """
        INSERT INTO operator (id, version, login, name, roles, disabled, created_at)
        VALUES ('00000000-0000-7000-8000-000000000001', 1, 'a', 'А', 'admin', 0, 0);
        INSERT INTO patient (
            id, version, card_number, surname, name, patronymic_absent, birth_date, sex, registered_at,
            registered_by, changed_at, search_key)
        VALUES (
            '00000000-0000-7000-8000-000000000002', 1, 1, 'Небывалова', 'Галина', 1, '1986-03-12', 'female',
            0, '00000000-0000-7000-8000-000000000001', 0, 'небывалова галина 12.03.1986 №1.');
        """
}
