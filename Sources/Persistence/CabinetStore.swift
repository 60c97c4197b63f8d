package import SQL

/// The cabinet's store. So far it knows which state of the centre it is: a restored backup gets another
/// generation, so that desks notice and send again what it has forgotten.
package struct CabinetStore: Sendable {
    let database: any Database

    /// Brings the schema up to date and mints the generation of a new database.
    package init(database: any Database, at milliseconds: Int64, mint: () -> [UInt8]) throws {
        self.database = database
        try Migrator(Schema.cabinet).migrate(database, at: milliseconds) { _ in }
        let fresh = mint()
        try database.write { connection in
            try connection.transaction {
                _ = try connection.run(insertGeneration, [.blob(fresh), .integer(milliseconds)])
            }
        }
    }

    package func generation() throws -> [UInt8] {
        try database.read { connection in try connection.first(selectGeneration, []) { $0.blob(0) } ?? [] }
    }
}

private let insertGeneration: Query =
    "INSERT INTO generation (id, value, started_at) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING"

private let selectGeneration: Query = "SELECT value FROM generation WHERE id = 1"
