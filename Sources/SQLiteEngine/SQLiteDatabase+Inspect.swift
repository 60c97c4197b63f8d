package import SQL

extension SQLiteDatabase {
    /// Lets another program look at a file that its owner may be using: one reading connection, one
    /// transaction, no checkpoint, nothing left behind.
    package static func inspect<Result>(
        _ path: String, _ body: (any Connection) throws -> Result
    ) throws -> Result {
        let connection = try SQLiteConnection(opening: path, as: .reader, vfs: nil, mayCreate: false)
        return try connection.transaction { try body(connection) }
    }
}
