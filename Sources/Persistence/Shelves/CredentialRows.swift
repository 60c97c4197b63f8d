internal import Application
internal import Domain
internal import SQL

/// Hashes of passwords and PINs.
struct CredentialRows: CredentialShelf {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<Operator>) throws -> Credential? {
        try connection.first(select, [.text(id.text)]) {
            Credential(passwordHash: $0.text(0), pinHash: $0.optionalText(1))
        }
    }

    func setPassword(_ hash: String, of id: ID<Operator>, at now: Instant) throws {
        try connection.run(upsertPassword, [.text(id.text), .text(hash), .integer(now.milliseconds)])
    }

    func setPin(_ hash: String?, of id: ID<Operator>, at now: Instant) throws {
        let at: Value = hash == nil ? .null : .integer(now.milliseconds)
        try connection.run(updatePin, [.text(id.text), Value(hash), at])
    }
}

private let select = Query("SELECT password_hash, pin_hash FROM credential WHERE operator_id = $1")

private let upsertPassword = Query(
    """
    INSERT INTO credential (operator_id, password_hash, password_set_at) VALUES ($1, $2, $3)
    ON CONFLICT (operator_id) DO UPDATE SET
        password_hash = excluded.password_hash,
        password_set_at = excluded.password_set_at
    """)

private let updatePin = Query("UPDATE credential SET pin_hash = $2, pin_set_at = $3 WHERE operator_id = $1")
