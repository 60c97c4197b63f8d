import SQL
import Testing
import Threads

@testable import SQLiteEngine

@Suite struct `Eight threads at once` {
    private let scratch = Scratch()

    private func run(threads: Int, _ body: @escaping @Sendable (Int) -> Void) throws {
        let started = try (0..<threads).map { number in
            try Thread.start(named: "test-\(number)") { body(number) }
        }
        for thread in started { thread.join() }
    }

    @Test func `write and read without loss, tearing or waiting for ever`() throws {
        var options = SQLiteOptions()
        options.checkpointPages = 20
        let database = try SQLiteDatabase(path: scratch.database, readers: 3, options: options)
        try database.makeTwoTables()
        let problems = Lock<[String]>([])
        try run(threads: 8) { number in
            for turn in 0..<50 {
                do {
                    try database.add(number * 1000 + turn)
                    let difference = try database.read { connection in
                        try connection.first(
                            "SELECT (SELECT count(*) FROM fact) - (SELECT count(*) FROM echo)"
                        ) {
                            $0.integer(0)
                        }
                    }
                    if difference != 0 { problems.withLock { $0.append("torn by \(difference ?? -1)") } }
                    if number == 0 && turn % 10 == 0 { database.tend() }
                } catch {
                    problems.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(problems.withLock { $0 } == [])
        #expect(try database.ids().count == 400)
        #expect(try database.integrityCheck() == [])
        try database.close()
    }

    @Test func `make a copy while others write`() throws {
        let database = try SQLiteDatabase(path: scratch.database, readers: 2)
        try database.makeTwoTables()
        for id in 1...1000 { try database.add(id, body: String(repeating: "x", count: 4000)) }
        let problems = Lock<[String]>([])
        let path = scratch.path + "/copy.db"
        try run(threads: 3) { number in
            do {
                if number == 0 { return try database.backup(to: path) }
                for turn in 0..<100 { try database.add(number * 10_000 + turn) }
            } catch {
                problems.withLock { $0.append("\(error)") }
            }
        }
        #expect(problems.withLock { $0 } == [])
        #expect(try SQLiteDatabase.complaints(aboutCopyAt: path) == [])
        #expect(try SQLiteDatabase(path: path, readers: 1).ids().count >= 1000)
        #expect(try database.ids().count == 1200)
    }
}
