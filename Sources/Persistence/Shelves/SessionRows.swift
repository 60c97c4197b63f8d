internal import Application
internal import Domain
internal import SQL

/// Who sits where.
struct SessionRows: SessionShelf {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(digest: String) throws -> Session? {
        try connection.first(selectByDigest, [.text(digest)], SessionRows.read)
    }

    func find(_ id: ID<Session>) throws -> Session? {
        try connection.first(selectByID, [.text(id.text)], SessionRows.read)
    }

    func all(on screen: String) throws -> [Session] {
        try connection.all(selectByScreen, [.text(screen)], SessionRows.read)
    }

    func open(_ session: Session, digest: String) throws {
        try connection.run(
            insert,
            [
                .text(session.id.text), .text(digest), .text(session.owner.id.text), .text(session.screen),
                .integer(session.openedAt.milliseconds), .integer(session.expiresAt.milliseconds),
                Value(session.locked), .integer(session.activeAt.milliseconds),
            ])
    }

    func put(locked: Bool, activeAt: Instant, for id: ID<Session>) throws {
        try connection.run(update, [.text(id.text), Value(locked), .integer(activeAt.milliseconds)])
    }

    func replaceDigest(of id: ID<Session>, with digest: String) throws {
        try connection.run(updateDigest, [.text(id.text), .text(digest)])
    }

    func end(_ id: ID<Session>) throws {
        try connection.run(delete, [.text(id.text)])
    }

    func endAll(of owner: ID<Operator>, except kept: ID<Session>?) throws {
        try connection.run(deleteAll, [.text(owner.text), .text(kept?.text ?? "")])
    }

    func endExpired(before now: Instant) throws {
        try connection.run(deleteExpired, [.integer(now.milliseconds)])
    }

    func lastSignIn(of owner: ID<Operator>) throws -> Instant? {
        try connection.first(selectLastSignIn, [.text(owner.text)]) { $0.instant(0) }
    }

    func firstView(of patient: ID<Patient>, in session: ID<Session>) throws -> Bool {
        try connection.run(insertView, [.text(session.text), .text(patient.text)]) == 1
    }

    private static func read(_ row: any Row) throws -> Session {
        Session(
            id: try row.id(0), owner: try OperatorRows.read(row, from: 7), hasPin: row.flag(6),
            screen: row.text(1),
            openedAt: row.instant(2), expiresAt: row.instant(3), locked: row.flag(4), activeAt: row.instant(5)
        )
    }
}

private let selectByDigest = Query(
    """
    SELECT session.id, screen, opened_at, expires_at, locked, active_at, credential.pin_hash IS NOT NULL,
        operator.id, version, login, name, roles, disabled, created_at
    FROM session JOIN operator ON operator.id = session.operator_id
        LEFT JOIN credential ON credential.operator_id = operator.id
    WHERE digest = $1
    """)

private let selectByID = Query(
    """
    SELECT session.id, screen, opened_at, expires_at, locked, active_at, credential.pin_hash IS NOT NULL,
        operator.id, version, login, name, roles, disabled, created_at
    FROM session JOIN operator ON operator.id = session.operator_id
        LEFT JOIN credential ON credential.operator_id = operator.id
    WHERE session.id = $1
    """)

private let selectByScreen = Query(
    """
    SELECT session.id, screen, opened_at, expires_at, locked, active_at, credential.pin_hash IS NOT NULL,
        operator.id, version, login, name, roles, disabled, created_at
    FROM session JOIN operator ON operator.id = session.operator_id
        LEFT JOIN credential ON credential.operator_id = operator.id
    WHERE screen = $1
    ORDER BY active_at DESC
    """)

private let selectLastSignIn = Query(
    """
    SELECT at_ms FROM audit WHERE operator_id = $1 AND action = 'signed_in' ORDER BY seq DESC LIMIT 1
    """)

private let insert = Query(
    """
    INSERT INTO session (id, digest, operator_id, screen, opened_at, expires_at, locked, active_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """)

private let update = Query("UPDATE session SET locked = $2, active_at = $3 WHERE id = $1")

private let updateDigest = Query("UPDATE session SET digest = $2 WHERE id = $1")

private let delete = Query("DELETE FROM session WHERE id = $1")

private let deleteAll = Query("DELETE FROM session WHERE operator_id = $1 AND id <> $2")

private let deleteExpired = Query("DELETE FROM session WHERE expires_at <= $1")

private let insertView = Query("INSERT OR IGNORE INTO patient_view (session_id, patient_id) VALUES ($1, $2)")
