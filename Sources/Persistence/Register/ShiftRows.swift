internal import Application
internal import Domain
internal import SQL

/// Shifts, and what was done in them.
struct ShiftRows: ShiftBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<Shift>) throws -> Shift? {
        try connection.first(selectByID, [.text(id.text)], ShiftRows.read)
    }

    func openShift(of owner: ID<Operator>, screen: String) throws -> Shift? {
        try connection.first(selectOpen, [.text(owner.text), .text(screen)], ShiftRows.read)
    }

    func shiftToEnd(of owner: ID<Operator>, screen: String) throws -> Shift? {
        let open = try openShifts(of: owner)
        return open.first { $0.screen == screen } ?? open.first
    }

    func openShifts(of owner: ID<Operator>) throws -> [Shift] {
        try connection.all(selectAllOpen, [.text(owner.text)], ShiftRows.read)
    }

    func incoming(to colleague: ID<Operator>) throws -> [Shift] {
        try connection.all(selectIncoming, [.text(colleague.text)], ShiftRows.read)
    }

    func isTaken(_ id: ID<Shift>) throws -> Bool {
        try connection.first(selectTaker, [.text(id.text)], { _ in true }) ?? false
    }

    func totals(of shift: Shift) throws -> WorkTotals {
        try connection.first(
            selectTotals,
            [
                .text(shift.owner.text), .integer(shift.openedAt.milliseconds),
                .integer(shift.closedAt?.milliseconds ?? .max),
            ], WorkTotals.read) ?? .none
    }

    func insert(_ shift: Shift) throws {
        try connection.run(
            insertShift,
            [
                .text(shift.id.text), .integer(shift.version), .text(shift.owner.text), .text(shift.screen),
                .integer(shift.openedAt.milliseconds), Value(shift.closedAt), .text(shift.state.rawValue),
                Value(shift.handedTo), Value(shift.takenFrom), Value(shift.note),
            ])
    }

    func update(_ shift: Shift) throws {
        try connection.run(
            updateShift,
            [
                .text(shift.id.text), .integer(shift.version), Value(shift.closedAt),
                .text(shift.state.rawValue),
                Value(shift.handedTo), Value(shift.note),
            ])
    }

    private static func read(_ row: any Row) throws -> Shift {
        Shift(
            id: try row.id(0), version: row.integer(1), owner: try row.id(2), screen: row.text(3),
            openedAt: row.instant(4), closedAt: row.optionalInstant(5),
            state: try row.value(6, Shift.State.init(rawValue:)), handedTo: try row.optionalID(7),
            takenFrom: try row.optionalID(8), note: row.optionalText(9))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, owner_id, screen, opened_at, closed_at, state, handed_to, taken_from, note
    FROM shift
    WHERE id = $1
    """)

private let selectOpen = Query(
    """
    SELECT id, version, owner_id, screen, opened_at, closed_at, state, handed_to, taken_from, note
    FROM shift
    WHERE owner_id = $1 AND screen = $2 AND state = 'open'
    """)

private let selectAllOpen = Query(
    """
    SELECT id, version, owner_id, screen, opened_at, closed_at, state, handed_to, taken_from, note
    FROM shift
    WHERE owner_id = $1 AND state = 'open'
    ORDER BY opened_at
    """)

private let selectIncoming = Query(
    """
    SELECT id, version, owner_id, screen, opened_at, closed_at, state, handed_to, taken_from, note
    FROM shift
    WHERE handed_to = $1 AND NOT EXISTS (SELECT 1 FROM shift AS taker WHERE taker.taken_from = shift.id)
    ORDER BY closed_at DESC
    """)

private let selectTaker = Query("SELECT 1 FROM shift WHERE taken_from = $1")

private let selectTotals = Query(
    """
    SELECT
        (SELECT count(*) FROM patient WHERE registered_by = $1 AND registered_at BETWEEN $2 AND $3),
        (SELECT count(*) FROM visit WHERE opened_by = $1 AND arrived_at BETWEEN $2 AND $3),
        (SELECT count(*) FROM visit WHERE ended_by = $1 AND ended_at BETWEEN $2 AND $3 AND state = 'done'),
        (SELECT count(*) FROM visit WHERE ended_by = $1 AND ended_at BETWEEN $2 AND $3
            AND state = 'cancelled'),
        (SELECT count(*) FROM visit WHERE state IN ('arrived', 'in_service'))
    """)

private let insertShift = Query(
    """
    INSERT INTO shift (
        id, version, owner_id, screen, opened_at, closed_at, state, handed_to, taken_from, note
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    """)

private let updateShift = Query(
    "UPDATE shift SET version = $2, closed_at = $3, state = $4, handed_to = $5, note = $6 WHERE id = $1")
