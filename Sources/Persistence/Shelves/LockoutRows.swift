internal import Application
internal import Domain
internal import SQL

/// Who has failed how often to come in.
struct LockoutRows: LockoutShelf {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ subject: LockoutSubject) throws -> Lockout? {
        try connection.first(select, [.text(subject.key)]) {
            Lockout(failures: $0.integer(0), until: $0.optionalInstant(1))
        }
    }

    func put(_ lockout: Lockout, for subject: LockoutSubject) throws {
        try connection.run(upsert, [.text(subject.key), .integer(lockout.failures), Value(lockout.until)])
    }

    func clear(_ subject: LockoutSubject) throws {
        try connection.run(delete, [.text(subject.key)])
    }
}

private let select = Query("SELECT failures, until_ms FROM lockout WHERE subject = $1")

private let upsert = Query(
    """
    INSERT INTO lockout (subject, failures, until_ms) VALUES ($1, $2, $3)
    ON CONFLICT (subject) DO UPDATE SET
        failures = excluded.failures,
        until_ms = excluded.until_ms
    """)

private let delete = Query("DELETE FROM lockout WHERE subject = $1")
