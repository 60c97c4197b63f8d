import Glibc
import SQL

@testable import SQLiteEngine

/// A folder that goes with the test. In memory where there is such a place: the tests are about order, not
/// about disks.
final class Scratch {
    let path: String

    init() {
        let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(parent)/frontdesk-test-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, let made = mkdtemp(start) else {
                fatalError("no scratch folder: errno \(errno)")
            }
            return String(cString: made)
        }
    }

    deinit { removeFolder(path) }

    var database: String { path + "/desk.db" }

    func names() -> [String] { namesInFolder(path).sorted() }
}

func namesInFolder(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names
}

private func removeFolder(_ path: String) {
    for name in namesInFolder(path) where unlink(path + "/" + name) != 0 { removeFolder(path + "/" + name) }
    rmdir(path)
}

func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
        count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
}

func write(_ bytes: [UInt8], to path: String, at offset: Int = 0, truncating: Bool = false) {
    let descriptor = open(path, O_WRONLY | O_CREAT | (truncating ? O_TRUNC : 0), 0o600)
    guard descriptor >= 0 else { fatalError("cannot open \(path): errno \(errno)") }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
    guard written == bytes.count else { fatalError("cannot write \(path): errno \(errno)") }
}

extension SQLiteDatabase {
    /// The shape of every write of ours: a fact and its echo, which must never be seen apart.
    static let twoTables = """
        CREATE TABLE fact (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
        CREATE TABLE echo (seq INTEGER PRIMARY KEY AUTOINCREMENT, fact_id INTEGER NOT NULL UNIQUE) STRICT;
        """

    func makeTwoTables() throws {
        try write { connection in
            try connection.transaction { try connection.script(Self.twoTables) }
        }
    }

    func add(_ id: Int, body: String = "something to keep") throws {
        try write { connection in
            try connection.transaction {
                try connection.run(
                    "INSERT INTO fact (id, body) VALUES ($1, $2)", [.integer(Int64(id)), .text(body)])
                try connection.run("INSERT INTO echo (fact_id) VALUES ($1)", [.integer(Int64(id))])
            }
        }
    }

    func ids() throws -> [Int64] {
        try read { connection in try connection.all("SELECT id FROM fact ORDER BY id") { $0.integer(0) } }
    }
}
