import SQL
import Testing

@testable import SQLiteEngine

@Suite struct `A connection` {
    private let scratch = Scratch()

    private func open() throws -> SQLiteConnection {
        try SQLiteConnection(opening: scratch.database, as: .writer(.full), vfs: nil, mayCreate: true)
    }

    @Test func `takes $1 for the first value wherever it stands`() throws {
        let connection = try open()
        let swapped = try connection.first("SELECT $2, $1, $2", [1, 2]) { row in
            [row.integer(0), row.integer(1), row.integer(2)]
        }
        #expect(swapped == [2, 1, 2])
    }

    private static let oddValues: [Value] = [
        .null, .integer(.min), .integer(.max), .real(-0.1), .text(""), .text("Ёлкина–«Ψ»\u{0}конец"),
        .blob([]),
        .blob([0, 255, 0]), .text(String(repeating: "щ", count: 50_000)),
        .blob(Array(repeating: 7, count: 70_000)),
    ]

    @Test(arguments: oddValues.indices) func `gives back what it was given`(_ index: Int) throws {
        let value = Self.oddValues[index]
        let connection = try open()
        try connection.script("CREATE TABLE t (v ANY) STRICT")
        try connection.run("INSERT INTO t (v) VALUES ($1)", [value])
        let found = try connection.first("SELECT v, typeof(v) FROM t") { row in
            switch row.text(1) {
            case "null": row.isNull(0) ? Value.null : nil
            case "integer": Value.integer(row.integer(0))
            case "real": Value.real(row.real(0))
            case "text": Value.text(row.text(0))
            default: Value.blob(row.blob(0))
            }
        }
        // Not `found == value`: a failure would print the long ones.
        let isSame = found == value
        #expect(isSame)
    }

    @Test func `keeps many texts apart at once, also beyond its room for them`() throws {
        let connection = try open()
        let texts = (0..<9).map { String(repeating: "\($0)", count: 12_000) }
        let found = try connection.first(
            "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9", texts.map { .text($0) }
        ) { row in (0..<9).map { row.text($0) } }
        #expect(found == texts)
    }

    @Test func `runs a query inside the loop over the same query`() throws {
        let connection = try open()
        let query: Query = "SELECT value, $1 FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3)"
        var seen: [String] = []
        try connection.each(query, ["outer"]) { outer in
            try connection.each(query, ["inner"]) { inner in
                seen.append("\(outer.text(1))\(outer.integer(0)) \(inner.text(1))\(inner.integer(0))")
            }
        }
        #expect(seen.count == 9)
        #expect(seen.first == "outer1 inner1")
        #expect(seen.last == "outer3 inner3")
    }

    @Test func `says how many rows a statement has changed, and none for one that changes nothing`() throws {
        let connection = try open()
        try connection.script("CREATE TABLE t (v INTEGER) STRICT")
        #expect(try connection.run("INSERT INTO t (v) VALUES (1), (2), (3)") == 3)
        #expect(try connection.run("UPDATE t SET v = 5 WHERE v > 1") == 2)
        #expect(try connection.run("UPDATE t SET v = 5 WHERE v > 9") == 0)
        #expect(try connection.run("CREATE TABLE u (v INTEGER) STRICT") == 0)
    }

    @Test func `takes a name in double quotes for a name`() throws {
        let connection = try open()
        #expect(throws: StoreFault.self) { try connection.all(#"SELECT "nosuch""#) { $0.text(0) } }
    }

    @Test func `never says in a fault what was bound`() throws {
        let connection = try open()
        try connection.script(
            """
            CREATE TABLE t (
                v TEXT NOT NULL UNIQUE CONSTRAINT v_is_short CHECK (length(v) < 20),
                n INTEGER
            ) STRICT;
            CREATE VIRTUAL TABLE words USING fts5 (word);
            """)
        let canary: Value = "Канарейкина"
        try connection.run("INSERT INTO t (v) VALUES ($1)", [canary])
        let faults = [
            #expect(throws: StoreFault.self) {
                try connection.run("INSERT INTO t (v) VALUES ($1)", [canary])
            },
            #expect(throws: StoreFault.self) {
                try connection.run("INSERT INTO t (v, n) VALUES ('a', $1)", [canary])
            },
            #expect(throws: StoreFault.self) {
                try connection.run("INSERT INTO t (v) VALUES ($1)", ["Канарейкина Канарейкина"])
            },
            #expect(throws: StoreFault.self) {
                try connection.all("SELECT word FROM words WHERE words MATCH $1", ["Канарейкина:x"]) {
                    $0.text(0)
                }
            },
        ].compactMap(\.self)
        #expect(faults.count == 4)
        for fault in faults { #expect(!"\(fault)".contains("Канар")) }
        #expect(faults[0].kind == .constraint)
        #expect(faults[2].message.contains("v_is_short"))
    }

    @Test func `rolls back what a transaction did before it failed`() throws {
        struct Refused: Error {}
        let connection = try open()
        try connection.script("CREATE TABLE t (v INTEGER) STRICT")
        #expect(throws: Refused.self) {
            try connection.transaction {
                try connection.run("INSERT INTO t (v) VALUES (1)")
                throw Refused()
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.first("SELECT count(*) FROM t") { $0.integer(0) } == 0)
    }

    @Test func `knows a statement by its own text alone`() throws {
        let connection = try open()
        var cache = StatementCache()
        let queries: [Query] = ["SELECT 1", "SELECT 2", "SELECT 3", "SELECT 4", "SELECT 5", "SELECT 6"]
        for query in queries { cache.insert(try Statement(preparing: query, on: connection.handle)) }
        for query in queries { #expect(cache[query]?.query.text == query.text) }
        #expect(cache["SELECT 7"] == nil)
    }

    @Test func `has every pragma that safety asks for`() throws {
        let connection = try open()
        let expected: [(Query, String)] = [
            ("PRAGMA journal_mode", "wal"), ("PRAGMA synchronous", "2"), ("PRAGMA foreign_keys", "1"),
            ("PRAGMA wal_autocheckpoint", "0"), ("PRAGMA journal_size_limit", "67108864"),
            ("PRAGMA busy_timeout", "5000"), ("PRAGMA trusted_schema", "0"), ("PRAGMA cell_size_check", "1"),
            ("PRAGMA locking_mode", "normal"),
        ]
        for (pragma, value) in expected { #expect(try connection.texts(pragma) == [value], "\(pragma.text)") }
        // Where memory mapping is off SQLite answers 0 or, built without it, nothing.
        #expect(try connection.texts("PRAGMA mmap_size").allSatisfy { $0 == "0" })
    }
}
