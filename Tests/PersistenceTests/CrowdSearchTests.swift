import Application
import DeskFixture
import Domain
import InventedPeople
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `A search among many` {
    private static let block: Int64 = 65_536

    /// A desk whose first card stands just before the end of the first block, so that a crowd goes over it.
    private func desk(of forms: [PersonForm]) throws -> (TestDesk, Author) {
        let desk = try TestDesk()
        let author = Author(operator: try desk.setUp().id)
        try register([PersonForm.invented()], at: desk, by: author)
        try desk.database.write { connection in
            try connection.transaction {
                try connection.script("PRAGMA defer_foreign_keys = ON")
                for table in ["patient", "patient_alike", "patient_waiting"] {
                    try connection.script("UPDATE \(table) SET row = \(Self.block - 150) WHERE row = 1")
                }
            }
        }
        try register(forms, at: desk, by: author)
        return (desk, author)
    }

    private func register(_ forms: [PersonForm], at desk: TestDesk, by author: Author) throws {
        let registering = RegisterPeople(store: desk.store, clock: desk.clock, identities: desk.identities)
        try registering(
            forms, acceptance: Acceptance(codes: InventedPeople.expectedWarnings, reason: nil), by: author)
    }

    private func crowd(_ count: Int, seed: UInt64) -> [PersonForm] {
        var people = InventedPeople(seed: seed)
        return (0..<count).map { _ in people.next() }
    }

    private func find(_ text: String, _ desk: TestDesk, limit: Int = 100_000) throws -> [Int64] {
        try desk.store.read { try $0.patients.search(SearchLine(text), limit: limit) }
            .map(\.patient.cardNumber)
    }

    /// Every key asked, one by one, in the plainest way.
    private func lookThroughAll(_ text: String, _ desk: TestDesk) throws -> Set<Int64> {
        let terms = SearchLine(text).terms
        let keys = try desk.rows("SELECT card_number, search_key FROM patient") {
            (card: $0.integer(0), key: " " + $0.text(1))
        }
        return Set(
            keys.filter { one in
                terms.allSatisfy {
                    $0.contains { !$0.isOfPaper && one.key.unicodeScalars.contains(part($0).unicodeScalars) }
                }
            }.map(\.card))
    }

    private func part(_ meaning: SearchLine.Meaning) -> String {
        switch meaning {
        case .word(let word): word.unicodeScalars.count < 3 ? " " + word : word
        case .birthDate(let day): day.shown
        case .birthYear(let year): ".\(year)"
        case .phone(let digits), .snils(let digits): digits
        case .card(let number): "№\(number)."
        case .document, .policy, .sheet: ""
        }
    }

    /// In the order of the screen: whose names are the line and more, by the alphabet; whose surname begins
    /// with its first word; all others; both the newest first.
    private func inOrder(_ text: String, _ desk: TestDesk) throws -> [Int64] {
        let terms = SearchLine(text).terms
        let words = terms.compactMap { if case .word(let word)? = $0.first { word } else { nil } }
        let whole = words.count == terms.count ? words.joined(separator: " ") : nil
        let lead = terms.count > 1 && words.first.map { SearchLine(text).terms[0] == [.word($0)] } == true
        let found = try lookThroughAll(text, desk)
        let keys = try desk.rows("SELECT card_number, search_key FROM patient ORDER BY row DESC") {
            (card: $0.integer(0), key: $0.text(1))
        }.filter { found.contains($0.card) }
        func begins(_ key: String, _ text: String?) -> Bool {
            text.map { key.unicodeScalars.starts(with: $0.unicodeScalars) } ?? false
        }
        let first = keys.filter { begins($0.key, whole) }
            .sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
        let rest = keys.filter { !begins($0.key, whole) }
        let isLeading = { (key: String) in lead && begins(key, words.first) }
        return (first + rest.filter { isLeading($0.key) } + rest.filter { !isLeading($0.key) }).map(\.card)
    }

    private static let lines = [
        "иванов", "ова", "мария", "а", "на", "ив", "ю", "щ", "ив м", "м ив", "а б в", "иванова а", "мария ив",
        "мария иванович", "александр ова", "1980", "198", "ова 1980", "7000", "0001", "000 12", "5 6", "77",
        "№12", "нов", "енко", "ский александр", "небываев", "небывалова галина", "12.03.1986",
    ]

    @Test func `finds whomever a look through all keys finds`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let (desk, author) = try desk(of: crowd(700, seed: seed))
        try register(crowd(40, seed: seed &+ 1).map { $0.with { $0.snils = "" } }, at: desk, by: author)
        let settled = try desk.rows("SELECT count(*), max(place & 0xfffff) FROM patient_run") {
            ($0.integer(0), $0.integer(1))
        }
        #expect(settled[0].0 > 1000 && settled[0].1 == 1, "the crowd stands in two blocks")
        let waiting = try desk.rows("SELECT count(*) FROM patient_waiting") { $0.integer(0) }
        #expect(waiting == [40], "and a few wait")
        for line in Self.lines {
            let found = try find(line, desk)
            #expect(Set(found) == (try lookThroughAll(line, desk)), "“\(line)”, seed \(seed)")
            #expect(Set(found).count == found.count, "“\(line)”, seed \(seed)")
        }
    }

    @Test(arguments: [1, 4, 21])
    func `shows the first of them in their order, however few are asked for`(limit: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let (desk, _) = try desk(of: crowd(1500, seed: seed))
        for line in Self.lines {
            let all = try inOrder(line, desk)
            #expect(try find(line, desk, limit: limit) == Array(all.prefix(limit)), "“\(line)”, seed \(seed)")
        }
    }

    @Test func `finds all of those whom very many are alike, and the newest first`() throws {
        let forms = (0..<4500).map { PersonForm.invented(born: "02.03.\(1930 + $0 % 70)") }
        let (desk, author) = try desk(of: forms)
        #expect(try find("алова", desk).count == 4501)
        #expect(try find("алова", desk, limit: 3) == [4501, 4500, 4499])
        let born = try lookThroughAll("алова 1999", desk)
        #expect(Set(try find("алова 1999", desk)) == born && born.count > 50)
        try register(Array(forms.prefix(300)), at: desk, by: author)
        #expect(try find("алова", desk).count == 4801)
        #expect(try find("г н с", desk, limit: 2) == [4801, 4800])
    }

    @Test func `finds only whom the key still names`() throws {
        let (desk, _) = try desk(of: crowd(300, seed: 8))
        let row = try desk.rows("SELECT row FROM patient WHERE card_number = 9") { $0.integer(0) }[0]
        #expect(try find("№9", desk) == [9])
        try desk.database.write { connection in
            try connection.transaction {
                try connection.script("UPDATE patient SET search_key = '' WHERE row = \(row)")
                try connection.script("DELETE FROM patient_waiting WHERE row = \(row)")
            }
        }
        #expect(try find("№9", desk) == [])
        for line in Self.lines { #expect(try !find(line, desk).contains(9), "“\(line)”") }
    }

    @Test func `puts those first whose surname begins with the first word`() throws {
        let (desk, _) = try desk(
            of: [
                .invented("Марьина", "Иванна", "Олеговна"), .invented("Иванова", "Мария", "Олеговна"),
                .invented("Марова", "Галина", "Ивановна"), .invented("Иванцова", "Марта", "Олеговна"),
            ])
        #expect(try find("иван мар", desk) == [5, 3, 4, 2])
        #expect(try find("ив мар ол", desk) == [5, 3, 2])
        #expect(try find("иванова мар", desk) == [3])
    }

    @Test func `follows a correction of a card that stands in its block`() throws {
        let (desk, author) = try desk(of: crowd(400, seed: 5))
        let id = try #require(
            try desk.rows("SELECT id FROM patient WHERE card_number = 9") { $0.text(0) }.first)
        _ = try CorrectPatient(store: desk.store, clock: desk.clock)(
            CorrectPatient.Input(
                patient: try #require(ID<Patient>(id)), baseVersion: 1,
                form: .invented("Переименованцева"), acceptance: .none, draft: nil), by: author)
        for line in ["переименованцева", "именованц", "п г с"] { #expect(try find(line, desk).contains(9)) }
        for line in Self.lines {
            #expect(Set(try find(line, desk)) == (try lookThroughAll(line, desk)), "“\(line)”")
        }
        try register(crowd(300, seed: 6).map { $0.with { $0.snils = "" } }, at: desk, by: author)
        #expect(try find("именованц", desk) == [9])
    }

    @Test func `finds who was registered before there were runs`() throws {
        let (desk, _) = try desk(of: crowd(400, seed: 7))
        let before = try Self.lines.map { Set(try find($0, desk)) }
        let step = try #require(Schema.desk.first { $0.name == "search_runs" })
        try desk.database.write { connection in
            try connection.transaction {
                try connection.script(
                    """
                    DROP TABLE patient_run; DROP TABLE patient_waiting; CREATE TABLE patient_search (a);
                    DELETE FROM schema_step WHERE number > 1;
                    """)
            }
        }
        try Migrator([Schema.desk[0], step]).migrate(desk.database, at: 1) { _ in }
        #expect(try desk.rows("SELECT count(*) FROM patient_waiting") { $0.integer(0) } == [0])
        #expect(try Self.lines.map { Set(try find($0, desk)) } == before)
        #expect(before[0].count > 0)
    }
}
