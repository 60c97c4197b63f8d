internal import Glibc

/// A key on disk: one small file that only its owner may read, made whole or not at all.
///
/// It is written under another name, flushed, linked to its own name and the folder flushed, so a power cut
/// leaves either no key or the whole one. An existing key is never replaced: whatever was signed or hashed
/// with it would be lost.
package struct KeyFile: Sendable {
    package let path: String
    package let byteCount: Int

    package init(path: String, byteCount: Int) {
        self.path = path
        self.byteCount = byteCount
    }

    /// The key that is there, or a new random one when there is none yet.
    package func readOrCreate() throws(KeyFileFault) -> SecretBytes {
        do {
            return try read()
        } catch .missing {
            let key = SecretBytes(randomCount: byteCount)
            try create(key)
            return key
        }
    }

    /// The key, after checking that nobody else could have read or changed it.
    package func read() throws(KeyFileFault) -> SecretBytes {
        // O_NONBLOCK: a pipe in the place of the key must be refused, not waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw errno == ENOENT ? .missing(path) : fault("open") }
        defer { close(file) }
        try check(file)
        var bytes = [UInt8](repeating: 0, count: byteCount)
        defer { wipe(&bytes) }
        var filled = 0
        while filled < byteCount {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(file, buffer.baseAddress?.advanced(by: filled), byteCount - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw fault("read") }
            filled += count
        }
        return SecretBytes(bytes)
    }

    /// Writes a new key; refused when there is one already.
    package func create(_ key: SecretBytes) throws(KeyFileFault) {
        precondition(key.count == byteCount, "this key has \(key.count) bytes, its file wants \(byteCount)")
        let chance = SystemRandom.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let draft = "\(path).\(String(chance, radix: 16)).new"
        defer { unlink(draft) }
        try write(key, to: draft)
        // link, not rename: rename would silently replace a key that another process has just made.
        guard link(draft, path) == 0 else { throw errno == EEXIST ? .exists(path) : fault("link") }
        try flushFolder()
    }

    private func check(_ file: Int32) throws(KeyFileFault) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw fault("fstat") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
        guard status.st_uid == geteuid() else { throw .ownedByAnother(path, user: status.st_uid) }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path, mode: status.st_mode & 0o7777) }
        guard Int(status.st_size) == byteCount else {
            throw .wrongLength(path, found: Int(status.st_size), wanted: byteCount)
        }
    }

    private func write(_ key: SecretBytes, to draft: String) throws(KeyFileFault) {
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault("create") }
        defer { close(file) }
        // The umask may have taken bits away, and must not have left any others.
        guard fchmod(file, 0o600) == 0 else { throw fault("chmod") }
        let written = key.withBytes { Glibc.write(file, $0, byteCount) }
        guard written == byteCount else { throw fault("write") }
        guard fsync(file) == 0 else { throw fault("fsync") }
    }

    private func flushFolder() throws(KeyFileFault) {
        let end = path.lastIndex(of: "/")
        let name = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw fault("open the folder") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw fault("fsync the folder") }
    }

    private func fault(_ step: String) -> KeyFileFault {
        .system(path, step: step, errno: errno)
    }
}

private func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
        if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
    }
}
