internal import Application
internal import Domain
internal import SQL

/// The one row that says who this desk is.
struct DeskRows: DeskBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func current() throws -> Desk? {
        try connection.first(select, []) { row in
            Desk(
                id: try row.id(0), lineage: row.integer(1), requestKey: row.blob(2), documentKey: row.blob(3),
                foundedAt: row.instant(4), prefix: row.optionalText(5))
        }
    }

    func outgoing() throws -> Outgoing {
        let found = try connection.first(selectOutgoing, []) {
            Outgoing(unsent: $0.integer(0), last: $0.integer(1), clock: $0.instant(2))
        }
        return found ?? Outgoing(unsent: 0, last: 0, clock: Instant(milliseconds: 0))
    }

    func insert(_ desk: Desk) throws {
        try connection.run(
            insertDesk,
            [
                .text(desk.id.text), .integer(desk.lineage), .blob(desk.requestKey), .blob(desk.documentKey),
                .integer(desk.foundedAt.milliseconds), Value(desk.prefix),
            ])
    }

    func update(_ desk: Desk) throws {
        try connection.run(updatePrefix, [.text(desk.id.text), Value(desk.prefix)])
    }
}

private let select = Query(
    "SELECT id, lineage, request_key, document_key, founded_at, prefix FROM desk LIMIT 1")

private let selectOutgoing = Query(
    """
    SELECT coalesce((SELECT max(seq) FROM outbox), 0) - received, coalesce((SELECT max(seq) FROM outbox), 0),
        hlc
    FROM sync_state
    """)

private let insertDesk = Query(
    """
    INSERT INTO desk (id, lineage, request_key, document_key, founded_at, prefix) VALUES ($1, $2, $3, $4, $5,
        $6)
    """)

private let updatePrefix = Query("UPDATE desk SET prefix = $2 WHERE id = $1")
