import Glibc
import SQL
import Synchronization
import Testing

@testable import SQLiteEngine

@Suite struct `A database` {
    private let scratch = Scratch()

    private func open(_ options: SQLiteOptions = SQLiteOptions()) throws -> SQLiteDatabase {
        try SQLiteDatabase(path: scratch.database, readers: 2, options: options)
    }

    @Test func `shows readers what was written, and keeps it over a restart`() throws {
        let database = try open()
        try database.makeTwoTables()
        for id in 1...5 { try database.add(id) }
        #expect(try database.ids() == [1, 2, 3, 4, 5])
        try database.close()
        #expect(scratch.names() == ["desk.db", "desk.db.lock"])
        let again = try open()
        #expect(again.wasClosedCleanly)
        #expect(try again.ids() == [1, 2, 3, 4, 5])
    }

    @Test func `shows one reader the same state from its first to its last line`() throws {
        let database = try open()
        try database.makeTwoTables()
        try database.add(1)
        let counts = try database.read { connection in
            let before = try connection.first("SELECT count(*) FROM fact") { $0.integer(0) }
            try database.add(2)
            let after = try connection.first("SELECT count(*) FROM fact") { $0.integer(0) }
            return [before, after]
        }
        #expect(counts == [1, 1])
        #expect(try database.ids() == [1, 2])
    }

    @Test func `lets nobody write through a reader`() throws {
        let database = try open()
        try database.makeTwoTables()
        let fault = #expect(throws: StoreFault.self) {
            try database.read { connection in try connection.run("DELETE FROM fact") }
        }
        #expect(fault?.kind == .readOnly)
        #expect(database.health == .ok)
    }

    @Test func `belongs to one owner at a time`() throws {
        let database = try open()
        let fault = #expect(throws: StoreFault.self) { try open() }
        #expect(fault?.kind == .busy)
        try database.close()
    }

    @Test func `moves a long log into the file and an idle one out of the way`() throws {
        var options = SQLiteOptions()
        options.checkpointPages = 10
        let database = try open(options)
        try database.makeTwoTables()
        for id in 1...40 { try database.add(id, body: String(repeating: "x", count: 4000)) }
        // 40 × 4 pages have gone through the log; moved every 10 pages, it never held more than a few dozen.
        #expect(bytes(of: scratch.database + "-wal").count < 60 * 4120)
        #expect(bytes(of: scratch.database + "-wal").count > 0)
        database.checkpointIfIdle(now: MonotonicClock.now + .seconds(59))
        #expect(bytes(of: scratch.database + "-wal").count > 0)
        database.checkpointIfIdle(now: MonotonicClock.now + .seconds(61))
        #expect(bytes(of: scratch.database + "-wal").isEmpty)
        #expect(database.health == .ok)
    }

    @Test func `is readable by its owner alone`() throws {
        let database = try open()
        try database.makeTwoTables()
        for name in ["", "-wal", "-shm", ".lock"] {
            var status = stat()
            #expect(stat(scratch.database + name, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600, "\(name)")
        }
    }

    @Test func `refuses work after it was closed`() throws {
        let database = try open()
        try database.makeTwoTables()
        try database.close()
        #expect(throws: StoreFault.self) { try database.add(1) }
        #expect(throws: StoreFault.self) { try database.ids() }
        database.tend()
    }

    /// A child that another thread is starting has a copy of every descriptor until it is its own program.
    @Test func `is free once it is closed, also while somebody still has a copy of its lock`() throws {
        let database = try open()
        let copy = try #require(copyOfDescriptor(for: scratch.database + ".lock"))
        defer { Glibc.close(copy) }
        #expect(throws: StoreFault.self, "control: it is taken while it is open") { try open() }
        try database.close()
        #expect(throws: Never.self) { try open() }
    }

    /// A descriptor that is closed twice takes down whoever got its number in between.
    @Test func `that is refused closes nothing but its own`() async throws {
        let database = try open()
        let isOver = Atomic(false)
        let bystander = Task.detached {
            var taken = 0
            while !isOver.load(ordering: .acquiring) {
                let descriptor = Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
                if Glibc.close(descriptor) != 0 { taken += 1 }
            }
            return taken
        }
        for _ in 1...3000 { #expect(throws: StoreFault.self) { try open() } }
        isOver.store(true, ordering: .releasing)
        #expect(await bystander.value == 0)
        try database.close()
    }

    private func copyOfDescriptor(for path: String) -> Int32? {
        let numbers = namesInFolder("/proc/self/fd").compactMap { Int32($0) }
        let number = numbers.first { number in
            guard let target = realpath("/proc/self/fd/\(number)", nil) else { return false }
            defer { free(target) }
            return String(cString: target) == path
        }
        return number.map { dup($0) }
    }
}
