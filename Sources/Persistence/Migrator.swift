package import SQL

/// One numbered step of a schema. Steps only go forward, and a released one is never edited.
package struct Migration: Sendable {
    package let number: Int64
    package let name: String
    package let script: String
    /// Derives from rows that are already there what SQL cannot.
    package let fill: (@Sendable (any Connection) throws -> Void)?

    package init(
        number: Int64, name: String, script: String,
        fill: (@Sendable (any Connection) throws -> Void)? = nil
    ) {
        self.number = number
        self.name = name
        self.script = script
        self.fill = fill
    }
}

/// Brings a database to the newest schema, each step whole or not at all.
package struct Migrator {
    let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    package enum Fault: Error, Hashable, CustomStringConvertible {
        /// An older program must not touch what a newer one wrote.
        case databaseIsNewer(found: Int64, known: Int64)

        package var description: String {
            switch self {
            case .databaseIsNewer(let found, let known):
                "the database has schema \(found), this program knows up to \(known):"
                    + " install the newer program again"
            }
        }
    }

    /// `copying` is called before the first step on a database that already holds something.
    package func migrate(_ database: any Database, at milliseconds: Int64, copying: (Int64) throws -> Void)
        throws
    {
        let standing = try database.write { connection in
            try connection.transaction {
                try connection.run(createTable)
                return try connection.first(selectStanding, []) { $0.integer(0) } ?? 0
            }
        }
        let known = migrations.last?.number ?? 0
        guard standing <= known else { throw Fault.databaseIsNewer(found: standing, known: known) }
        let missing = migrations.filter { $0.number > standing }
        if standing > 0 && !missing.isEmpty { try copying(standing) }
        for migration in missing {
            try database.write { connection in
                try connection.transaction {
                    try connection.script(migration.script)
                    try migration.fill?(connection)
                    try connection.run(
                        insertStep,
                        [.integer(migration.number), .text(migration.name), .integer(milliseconds)])
                }
            }
        }
    }
}

private let createTable = Query(
    """
    CREATE TABLE IF NOT EXISTS schema_step (
        number     INTEGER PRIMARY KEY,
        name       TEXT    NOT NULL,
        applied_at INTEGER NOT NULL
    ) STRICT
    """)

private let selectStanding = Query("SELECT coalesce(max(number), 0) FROM schema_step")

private let insertStep = Query("INSERT INTO schema_step (number, name, applied_at) VALUES ($1, $2, $3)")
