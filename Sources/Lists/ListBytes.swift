/// A file as the reader of lists sees it: bytes from some place on. It is never held in memory whole.
package protocol ListBytes: Sendable {
    var count: Int { get }
    /// As many as are asked for, fewer only at the end.
    func read(from offset: Int, most: Int) throws -> [UInt8]
}

/// A file that is being written and can be read meanwhile.
package protocol ListFile: ListBytes {
    func append(_ bytes: [UInt8]) throws
    /// SHA-256 of what has been written, in lower-case hexadecimal digits.
    func sha256() throws -> String
}

/// Where lists lie while they are worked on. A file is gone when nobody has it any more, and with the
/// program.
package protocol ListShelf: Sendable {
    func newFile() throws -> any ListFile
}
