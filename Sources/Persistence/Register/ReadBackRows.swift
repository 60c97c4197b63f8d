internal import Application
internal import Domain
internal import SQL

/// When people found their cards right.
struct ReadBackRows: ReadBackBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func newest(of patient: ID<Patient>) throws -> ReadBack? {
        try connection.first(selectNewest, [.text(patient.text)]) { row in
            ReadBack(
                id: try row.id(0), patient: try row.id(1), cardVersion: row.integer(2),
                how: try row.value(3, ReadBack.How.init(rawValue:)), at: row.instant(4), by: try row.id(5))
        }
    }

    func insert(_ read: ReadBack) throws {
        try connection.run(
            insertRead,
            [
                .text(read.id.text), .text(read.patient.text), .integer(read.cardVersion),
                .text(read.how.rawValue), .integer(read.at.milliseconds), .text(read.by.text),
            ])
    }
}

private let selectNewest = Query(
    """
    SELECT id, patient_id, card_version, how, read_at, read_by
    FROM read_back
    WHERE patient_id = $1
    ORDER BY card_version DESC, read_at DESC
    LIMIT 1
    """)

private let insertRead = Query(
    """
    INSERT INTO read_back (id, patient_id, card_version, how, read_at, read_by)
    VALUES ($1, $2, $3, $4, $5, $6)
    """)
