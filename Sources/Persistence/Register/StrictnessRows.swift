internal import Application
internal import Domain
internal import SQL

/// The one row of what the admin has chosen of the checks.
struct StrictnessRows: StrictnessBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func current() throws -> Strictness {
        let found = try connection.first(select, []) { row in
            Strictness(
                version: row.integer(0), hardened: StrictnessRows.codes(row.text(1)),
                softened: StrictnessRows.codes(row.text(2)))
        }
        return found ?? .usual
    }

    func put(_ strictness: Strictness) throws {
        try connection.run(
            upsert,
            [
                .integer(strictness.version), .text(StrictnessRows.text(strictness.hardened)),
                .text(StrictnessRows.text(strictness.softened)),
            ])
    }

    private static func text(_ codes: Set<FieldCode>) -> String {
        Strictness.checks.filter(codes.contains).map(\.rawValue).joined(separator: " ")
    }

    private static func codes(_ text: String) -> Set<FieldCode> {
        Set(text.split(separator: " ").compactMap { FieldCode(rawValue: String($0)) })
    }
}

private let select = Query("SELECT version, hardened, softened FROM strictness WHERE id = 1")

private let upsert = Query(
    """
    INSERT INTO strictness (id, version, hardened, softened) VALUES (1, $1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET
        version = excluded.version,
        hardened = excluded.hardened,
        softened = excluded.softened
    """)
