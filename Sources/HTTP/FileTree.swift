internal import Glibc

/// Reads a folder into memory once, at start. Names in requests never reach the file system.
struct FileTree {
    struct File {
        /// Relative to the folder, with slashes: `css/app.css`.
        let path: String
        let bytes: [UInt8]
    }

    /// All plain files below, sorted by path. Links and names that begin with a dot are passed over: what is
    /// served is what was shipped.
    static func read(_ folder: String) throws(SiteFault) -> [File] {
        var files: [File] = []
        try read(folder, prefix: "", into: &files)
        return files.sorted { $0.path < $1.path }
    }

    private static func read(_ folder: String, prefix: String, into files: inout [File]) throws(SiteFault) {
        guard let handle = opendir(folder) else { throw .unreadable(folder) }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { throw .unreadable(path) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try read(path, prefix: prefix + name + "/", into: &files)
            case S_IFREG:
                files.append(File(path: prefix + name, bytes: try bytes(of: path, Int(status.st_size))))
            default: continue
            }
        }
    }

    private static func bytes(of path: String, _ size: Int) throws(SiteFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path) }
        defer { close(descriptor) }
        var whole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                guard got > 0 else { break }
                count += got
            }
            whole = count == size
        }
        guard whole else { throw .unreadable(path) }
        return bytes
    }
}
