internal import Application
internal import Domain
internal import SQL

/// The list of places that people can be attached to.
struct AttachmentPlaceRows: AttachmentPlaceBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<AttachmentPlace>) throws -> AttachmentPlace? {
        try connection.first(selectByID, [.text(id.text)], AttachmentPlaceRows.read)
    }

    func all() throws -> [AttachmentPlace] {
        try connection.all(selectAll, [], AttachmentPlaceRows.read)
    }

    func put(_ place: AttachmentPlace) throws {
        try connection.run(
            upsert,
            [
                .text(place.id.text), .integer(place.version), .text(place.clinic), .text(place.precinct),
                .text(place.kind.rawValue), .integer(place.isClosed ? 1 : 0),
            ])
    }

    private static func read(_ row: any Row) throws -> AttachmentPlace {
        AttachmentPlace(
            id: try row.id(0), version: row.integer(1), clinic: row.text(2), precinct: row.text(3),
            kind: try row.value(4, AttachmentPlace.Kind.init(rawValue:)), isClosed: row.integer(5) != 0)
    }
}

private let selectByID = Query(
    "SELECT id, version, clinic, precinct, kind, closed FROM attachment_place WHERE id = $1")

private let selectAll = Query(
    """
    SELECT id, version, clinic, precinct, kind, closed
    FROM attachment_place
    ORDER BY closed, clinic, length(precinct), precinct, kind, id
    """)

private let upsert = Query(
    """
    INSERT INTO attachment_place (id, version, clinic, precinct, kind, closed) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET
        version = excluded.version,
        clinic = excluded.clinic,
        precinct = excluded.precinct,
        kind = excluded.kind,
        closed = excluded.closed
    """)
