import Crypto
import Glibc
import Testing

@Suite struct `A key file` {
    @Test func `is made once, and read ever after`() throws {
        let folder = try Folder()
        let file = KeyFile(path: folder.path + "/pepper.key", byteCount: 32)
        let made = try file.readOrCreate()
        let read = try file.readOrCreate()
        #expect(HMACSHA256.code(for: [1], key: made) == HMACSHA256.code(for: [1], key: read))
        #expect(try mode(of: file.path) == 0o600)
        #expect(try folder.names() == ["pepper.key"])
    }

    @Test func `is private whatever the umask`() throws {
        let folder = try Folder()
        let file = KeyFile(path: folder.path + "/seed.key", byteCount: 32)
        try file.create(SecretBytes(randomCount: 32))
        #expect(try mode(of: file.path) == 0o600)
    }

    @Test func `is never replaced`() throws {
        let folder = try Folder()
        let file = KeyFile(path: folder.path + "/seed.key", byteCount: 3)
        try folder.write([1, 2, 3], to: "seed.key", mode: 0o600)
        #expect(throws: KeyFileFault.exists(file.path)) { try file.create(SecretBytes([4, 5, 6])) }
        let kept = try file.read()
        #expect(HMACSHA256.code(for: [], key: kept) == HMACSHA256.code(for: [], key: [1, 2, 3]))
        #expect(try folder.names() == ["seed.key"])
    }

    @Test func `that is missing is said to be missing`() throws {
        let folder = try Folder()
        let file = KeyFile(path: folder.path + "/none.key", byteCount: 32)
        #expect(throws: KeyFileFault.missing(file.path)) { try file.read() }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o777, 0o620] as [UInt32])
    func `that others may open is refused`(mode: UInt32) throws {
        let folder = try Folder()
        let file = KeyFile(path: folder.path + "/pepper.key", byteCount: 3)
        try folder.write([1, 2, 3], to: "pepper.key", mode: mode)
        #expect(throws: KeyFileFault.openToOthers(file.path, mode: mode)) { try file.read() }
    }

    @Test(arguments: [0, 31, 33]) func `of a wrong length is refused`(count: Int) throws {
        let folder = try Folder()
        let file = KeyFile(path: folder.path + "/pepper.key", byteCount: 32)
        try folder.write([UInt8](repeating: 1, count: count), to: "pepper.key", mode: 0o600)
        #expect(throws: KeyFileFault.wrongLength(file.path, found: count, wanted: 32)) { try file.read() }
    }

    @Test func `is neither a link nor a folder nor a pipe`() throws {
        let folder = try Folder()
        try folder.write([1, 2, 3], to: "real", mode: 0o600)
        #expect(symlink(folder.path + "/real", folder.path + "/link") == 0)
        #expect(mkdir(folder.path + "/folder", 0o700) == 0)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        for name in ["link", "folder", "pipe"] {
            #expect(throws: KeyFileFault.self) {
                try KeyFile(path: "\(folder.path)/\(name)", byteCount: 3).read()
            }
        }
    }

    @Test func `its faults name the file and the way out`() {
        let fault = KeyFileFault.openToOthers("/var/lib/frontdesk/pepper.key", mode: 0o644)
        #expect(
            "\(fault)"
                == "/var/lib/frontdesk/pepper.key: mode 644 lets others in; set it right with chmod 600")
    }

    private func mode(of path: String) throws -> UInt32 {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode & 0o7777
    }
}

/// A folder of its own for one test, gone afterwards.
private final class Folder {
    let path: String

    init() throws {
        var template = Array("/tmp/frontdesk-keys-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        path = String(cString: made)
    }

    deinit {
        for name in (try? names()) ?? [] where remove("\(path)/\(name)") != 0 { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    func names() throws -> [String] {
        let folder = try #require(opendir(path))
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ bytes: [UInt8], to name: String, mode: UInt32) throws {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
        try #require(fchmod(file, mode) == 0)
    }
}
