import Glibc
import SQL
import Testing

@testable import SQLiteEngine

@Suite struct `Looking after a database` {
    private let scratch = Scratch()

    private func filled(_ facts: Int) throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: scratch.database, readers: 2)
        try database.makeTwoTables()
        for id in 1...facts { try database.add(id, body: String(repeating: "x", count: 1000)) }
        return database
    }

    @Test func `a copy stands alone, for our eyes only, and holds what the database held`() throws {
        let database = try filled(50)
        let path = scratch.path + "/copy.db"
        try database.backup(to: path)
        try database.add(51)
        #expect(scratch.names().filter { $0.hasPrefix("copy") } == ["copy.db"])
        #expect(try SQLiteDatabase.complaints(aboutCopyAt: path).isEmpty)
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let copy = try SQLiteDatabase(path: path, readers: 1)
        #expect(try copy.ids() == Array(1...50))
    }

    @Test func `a copy replaces an older one and an abandoned beginning`() throws {
        let database = try filled(3)
        let path = scratch.path + "/copy.db"
        write(Array("half a page".utf8), to: path + ".partial")
        try database.backup(to: path)
        try database.add(4)
        try database.backup(to: path)
        #expect(try SQLiteDatabase(path: path, readers: 1).ids() == [1, 2, 3, 4])
    }

    @Test func `a sound database gives no cause for complaint`() throws {
        let database = try filled(20)
        #expect(try database.quickCheck() == [])
        #expect(try database.integrityCheck() == [])
        #expect(try database.foreignKeyCheck() == [])
    }

    @Test func `control, damage and loose ends are found`() throws {
        let path = scratch.path + "/copy.db"
        let database = try filled(20)
        try database.write { connection in
            try connection.script(
                """
                CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES fact (id)) STRICT;
                PRAGMA foreign_keys = OFF; INSERT INTO child (parent) VALUES (77); PRAGMA foreign_keys = ON;
                """)
        }
        #expect(try database.foreignKeyCheck() == ["child row 1 points to a missing fact"])
        try database.backup(to: path)
        #expect(try SQLiteDatabase.complaints(aboutCopyAt: path) == ["child row 1 points to a missing fact"])
        write(Array(repeating: 0xFF, count: 64), to: path, at: 6 * 4096)
        #expect(try SQLiteDatabase.complaints(aboutCopyAt: path).count > 1)
    }

    @Test func `the room that is left decides what may be done`() throws {
        let levels = [19, 99, 499, 1_999, 2_001].map { DiskSpace(freeBytes: $0 * 1_000_000).level }
        #expect(levels == [.exhausted, .textOnly, .noUploads, .low, .ample])
        #expect(DiskSpace.Level.exhausted < .textOnly)
        #expect(try DiskSpace(at: scratch.path).freeBytes > 0)
        #expect(throws: StoreFault.self) { try DiskSpace(at: scratch.path + "/nowhere") }
    }

    @Test func `the ballast takes real blocks and gives them back`() throws {
        let path = scratch.path + "/ballast"
        let ballast = Ballast(path: path, bytes: 1 << 20)
        #expect(!ballast.isHeld)
        try ballast.release()
        try ballast.hold()
        try ballast.hold()
        #expect(ballast.isHeld)
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_blocks * 512 >= 1 << 20)
        try ballast.release()
        #expect(!ballast.isHeld)
    }
}
