internal import Application
internal import Domain
internal import SQL

/// The keys of other desks.
struct DeskKeyRows: DeskKeyBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<TrustedKey>) throws -> TrustedKey? {
        try connection.first(selectByID, [.text(id.text)], DeskKeyRows.read)
    }

    func all() throws -> [TrustedKey] { try connection.all(selectAll, [], DeskKeyRows.read) }

    func insert(_ key: TrustedKey) throws {
        try connection.run(
            insertKey,
            [
                .text(key.id.text), .integer(key.version), .text(key.prefix), .text(key.name),
                .text(Hex.text(key.publicKey)), .integer(key.addedAt.milliseconds), Value(key.addedBy),
            ])
    }

    func withdraw(_ key: TrustedKey) throws {
        try connection.run(
            withdrawKey,
            [
                .text(key.id.text), .integer(key.version), Value(key.withdrawal?.at),
                Value(key.withdrawal?.by), Value(key.withdrawal?.reason),
            ])
    }

    private static func read(_ row: any Row) throws -> TrustedKey {
        TrustedKey(
            id: try row.id(0), version: row.integer(1), prefix: row.text(2), name: row.text(3),
            publicKey: try row.value(4, Hex.bytes), addedAt: row.instant(5),
            addedBy: try row.optionalID(6), withdrawal: try row.undoing(from: 7))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, prefix, name, public_key, added_at, added_by, withdrawn_at, withdrawn_by,
        withdraw_reason
    FROM desk_key
    WHERE id = $1
    """)

private let selectAll = Query(
    """
    SELECT id, version, prefix, name, public_key, added_at, added_by, withdrawn_at, withdrawn_by,
        withdraw_reason
    FROM desk_key
    ORDER BY withdrawn_at IS NOT NULL, added_at, id
    """)

private let insertKey = Query(
    """
    INSERT INTO desk_key (id, version, prefix, name, public_key, added_at, added_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    """)

private let withdrawKey = Query(
    """
    UPDATE desk_key
    SET version = $2, withdrawn_at = $3, withdrawn_by = $4, withdraw_reason = $5
    WHERE id = $1
    """)
