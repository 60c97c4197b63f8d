internal import Glibc
internal import Host

/// Where a program keeps everything that is its own: one folder that only its user may enter.
package struct DataFolder: Sendable {
    package let path: String
    private let databaseName: String

    package init(path: String, databaseName: String) {
        self.path = path
        self.databaseName = databaseName
    }

    package var database: String { path + "/" + databaseName }
    package var ballast: String { path + "/ballast" }

    /// A copy per schema: a migration that went wrong is answered with the copy from before it.
    package func copy(ofSchema number: Int64) -> String { database + ".schema-\(number)" }

    package func key(_ name: String) -> String { path + "/keys/\(name).key" }

    /// Makes the folder when it is missing, and closes it to others.
    package func prepare() throws {
        for folder in [path, path + "/keys"] {
            if mkdir(folder, 0o700) != 0 && errno != EEXIST {
                throw fault("cannot be created", folder, .cannotCreate)
            }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw fault("is not a folder", path, .cannotCreate)
        }
        if status.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 {
            throw fault("is open to others and cannot be closed to them", path, .noPermission)
        }
    }

    private func fault(_ what: String, _ folder: String, _ code: ExitCode) -> CommandFault {
        let number = errno
        return CommandFault(
            "the data folder \(folder) \(what): \(String(cString: strerror(number)))", exit: code,
            errno: number)
    }
}
