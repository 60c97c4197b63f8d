internal import Application
internal import Domain
internal import SQL

/// Notes that people died.
struct DeathRows: DeathBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<DeathNote>) throws -> DeathNote? {
        try connection.first(selectByID, [.text(id.text)], DeathRows.read)
    }

    func note(of patient: ID<Patient>) throws -> DeathNote? {
        try connection.first(selectStanding, [.text(patient.text)], DeathRows.read)
    }

    func all(of patient: ID<Patient>) throws -> [DeathNote] {
        try connection.all(selectOfPatient, [.text(patient.text)], DeathRows.read)
    }

    func noted(among patients: [ID<Patient>]) throws -> Set<ID<Patient>> {
        Set(try connection.all(selectAmong, [Value(list: patients)]) { try $0.id(0) })
    }

    func insert(_ note: DeathNote) throws {
        try connection.run(
            insertNote,
            [
                .text(note.id.text), .integer(note.version), .text(note.patient.text),
                .text(note.diedOn.iso), .text(note.basis.rawValue), .text(note.details),
                .integer(note.notedAt.milliseconds), .text(note.notedBy.text), Value(note.strike?.at),
                Value(note.strike?.by), Value(note.strike?.reason),
            ])
    }

    func strike(_ note: DeathNote) throws {
        try connection.run(
            strikeNote,
            [
                .text(note.id.text), .integer(note.version), Value(note.strike?.at), Value(note.strike?.by),
                Value(note.strike?.reason),
            ])
    }

    private static func read(_ row: any Row) throws -> DeathNote {
        DeathNote(
            id: try row.id(0), version: row.integer(1), patient: try row.id(2), diedOn: try row.day(3),
            basis: try row.value(4, DeathNote.Basis.init(rawValue:)), details: row.text(5),
            notedAt: row.instant(6), notedBy: try row.id(7), strike: try row.undoing(from: 8))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, patient_id, died_on, basis, details, noted_at, noted_by, struck_at, struck_by,
        strike_reason
    FROM death_note
    WHERE id = $1
    """)

private let selectStanding = Query(
    """
    SELECT id, version, patient_id, died_on, basis, details, noted_at, noted_by, struck_at, struck_by,
        strike_reason
    FROM death_note
    WHERE patient_id = $1 AND struck_at IS NULL
    """)

private let selectOfPatient = Query(
    """
    SELECT id, version, patient_id, died_on, basis, details, noted_at, noted_by, struck_at, struck_by,
        strike_reason
    FROM death_note
    WHERE patient_id = $1
    ORDER BY noted_at, id
    """)

// With the cards that live on in each: the death may have been noted at one of those.
private let selectAmong = Query(
    """
    WITH RECURSIVE whole (asked, id) AS (
        SELECT value, value FROM json_each($1)
        UNION
        SELECT asked, merged_id FROM whole JOIN card_merge ON kept_id = whole.id AND parted_at IS NULL
    )
    SELECT DISTINCT asked
    FROM whole CROSS JOIN death_note
    WHERE patient_id = whole.id AND struck_at IS NULL
    """)

private let insertNote = Query(
    """
    INSERT INTO death_note (
        id, version, patient_id, died_on, basis, details, noted_at, noted_by, struck_at, struck_by,
        strike_reason
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    """)

private let strikeNote = Query(
    """
    UPDATE death_note SET version = $2, struck_at = $3, struck_by = $4, strike_reason = $5 WHERE id = $1
    """)
