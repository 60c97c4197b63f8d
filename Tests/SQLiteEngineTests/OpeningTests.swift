import FaultVFS
import Glibc
import SQL
import Testing

@testable import SQLiteEngine

@Suite struct `Opening a database` {
    private let scratch = Scratch()

    private func kindOfFault(_ options: SQLiteOptions = SQLiteOptions()) -> StoreFault.Kind? {
        do {
            _ = try SQLiteDatabase(path: scratch.database, readers: 1, options: options)
            return nil
        } catch {
            return error.kind
        }
    }

    private func fill(facts: Int, cleanly: Bool) throws {
        let database = try SQLiteDatabase(path: scratch.database, readers: 1)
        try database.makeTwoTables()
        for id in 1...facts { try database.add(id, body: String(repeating: "x", count: 3000)) }
        if cleanly {
            try database.close()
        } else {
            database.checkpointIfIdle(now: MonotonicClock.now + .seconds(61))
            try database.add(facts + 1)
        }
    }

    @Test func `that is no database says so`() {
        write(
            Array("This is a letter, and quite a long one.".utf8) + Array(repeating: 32, count: 4096),
            to: scratch.database)
        #expect(kindOfFault() == .corrupt)
    }

    @Test func `whose schema is damaged says so`() throws {
        try fill(facts: 3, cleanly: true)
        write(Array(repeating: 0xFF, count: 3000), to: scratch.database, at: 100)
        #expect(kindOfFault() == .corrupt)
    }

    @Test func `after an unclean exit looks at every page`() throws {
        try fill(facts: 30, cleanly: false)
        #expect(kindOfFault() == nil)
        try fill(facts: 30, cleanly: false, damagedAt: 10)
        #expect(kindOfFault() == .corrupt)
    }

    private func fill(facts: Int, cleanly: Bool, damagedAt page: Int) throws {
        for name in scratch.names() { unlink(scratch.path + "/" + name) }
        try fill(facts: facts, cleanly: cleanly)
        write(Array(repeating: 0xFF, count: 64), to: scratch.database, at: page * 4096)
    }

    @Test func `after a clean exit leaves that to the first reader, who turns the store read-only`() throws {
        try fill(facts: 30, cleanly: true, damagedAt: 10)
        let database = try SQLiteDatabase(path: scratch.database, readers: 1)
        #expect(database.wasClosedCleanly)
        #expect(database.health == .ok)
        let read = #expect(throws: StoreFault.self) {
            try database.read { connection in
                try connection.all("SELECT body FROM fact") { $0.text(0) }
            }
        }
        #expect(read?.kind == .corrupt)
        #expect(database.health == .corrupt)
        let written = #expect(throws: StoreFault.self) { try database.add(99) }
        #expect(written?.kind == .corrupt)
        #expect(try !database.quickCheck().isEmpty)
    }

    @Test func `in a folder that is not there says so`() {
        #expect(throws: StoreFault.self) {
            try SQLiteDatabase(path: scratch.path + "/no/desk.db", readers: 1)
        }
    }

    @Test func `refuses a log whose database has gone, rather than lose it`() throws {
        try fill(facts: 3, cleanly: false)
        unlink(scratch.database)
        #expect(kindOfFault() == .corrupt)
        #expect(scratch.names().contains("desk.db-wal"))
    }

    @Test func `tells a clean exit from another`() throws {
        try fill(facts: 1, cleanly: false)
        let afterKill = try SQLiteDatabase(path: scratch.database, readers: 1)
        #expect(!afterKill.wasClosedCleanly)
        try afterKill.close()
        #expect(try SQLiteDatabase(path: scratch.database, readers: 1).wasClosedCleanly)
    }
}

// Needs a file system of its own, which only root may mount.
@Suite(.enabled(if: SmallDisk.isAllowed, "mounting is not allowed here")) struct `On a small disk` {
    private let disk = SmallDisk(megabytes: 3)
    private var path: String { disk.path + "/desk.db" }

    private func work(_ database: SQLiteDatabase, until fault: inout StoreFault?) -> [Int64] {
        var acknowledged: [Int64] = []
        while fault == nil {
            let id = acknowledged.count + 1
            do {
                try database.add(id, body: String(repeating: "x", count: 2000))
                acknowledged.append(Int64(id))
            } catch {
                fault = error as? StoreFault
                guard fault != nil else { return acknowledged }
            }
        }
        return acknowledged
    }

    @Test func `that fills up everything acknowledged is there, and work goes on when there is room`() throws
    {
        var options = SQLiteOptions()
        options.retry = .zero
        let database = try SQLiteDatabase(path: path, readers: 1, options: options)
        try database.makeTwoTables()
        let ballast = Ballast(path: disk.path + "/ballast", bytes: 1_000_000)
        try ballast.hold()
        var fault: StoreFault?
        let acknowledged = work(database, until: &fault)
        #expect(fault?.kind == .full)
        #expect(acknowledged.count > 100)
        #expect(try database.ids() == acknowledged)
        disk.fill()
        #expect(throws: StoreFault.self) { try database.add(100_000) }
        #expect(database.health == .full)
        #expect(try DiskSpace(at: path).level == .exhausted)
        try ballast.release()
        database.tend()
        #expect(database.health == .ok)
        try database.add(100_001)
        #expect(try database.ids() == acknowledged + [100_001])
        #expect(try database.integrityCheck().isEmpty)
    }

    @Test func `a full one without the -shm file needs the ballast to open`() throws {
        do {
            let database = try SQLiteDatabase(path: path, readers: 1)
            try database.makeTwoTables()
            try database.add(1)
        }
        let ballast = Ballast(path: disk.path + "/ballast", bytes: 200_000)
        try ballast.hold()
        unlink(path + "-shm")
        disk.fill()
        let fault = #expect(throws: StoreFault.self) { try SQLiteDatabase(path: path, readers: 1) }
        #expect(fault?.kind == .full)
        #expect(ballast.isHeld)
        var options = SQLiteOptions()
        options.ballast = ballast
        let database = try SQLiteDatabase(path: path, readers: 1, options: options)
        #expect(!ballast.isHeld)
        #expect(try database.ids() == [1])
        try database.add(2)
    }

    @Test func `a copy that does not fit leaves nothing behind`() throws {
        let database = try SQLiteDatabase(path: path, readers: 1)
        try database.makeTwoTables()
        for id in 1...100 { try database.add(id, body: String(repeating: "x", count: 2000)) }
        database.checkpointIfIdle(now: MonotonicClock.now + .seconds(61))
        disk.fill()
        let fault = #expect(throws: StoreFault.self) { try database.backup(to: disk.path + "/copy.db") }
        #expect(fault?.kind == .full)
        #expect(namesInFolder(disk.path).filter { $0.hasPrefix("copy") }.isEmpty)
        #expect(database.health == .ok)
    }

    @Test func `one mounted read-only says so`() throws {
        try SQLiteDatabase(path: path, readers: 1).close()
        disk.makeReadOnly()
        let fault = #expect(throws: StoreFault.self) { try SQLiteDatabase(path: path, readers: 1) }
        #expect(fault?.kind == .readOnly)
    }
}
