internal import Application
internal import Domain
internal import SQL

/// Visits by id, by day and by patient.
struct VisitRows: VisitBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<Visit>) throws -> Visit? {
        try connection.first(selectByID, [.text(id.text)], { try VisitRows.read($0) })
    }

    func openVisit(of patient: ID<Patient>) throws -> Visit? {
        try connection.first(selectOpen, [.text(patient.text)], { try VisitRows.read($0) })
    }

    func nextNumber(on day: CalendarDay) throws -> Int64 {
        try connection.first(selectNextNumber, [.text(day.iso)]) { $0.integer(0) } ?? 1
    }

    func insert(_ visit: Visit) throws {
        try connection.run(
            insertVisit,
            [
                .text(visit.id.text), .integer(visit.version), .text(visit.day.iso), .integer(visit.number),
                Value(visit.patient), .integer(visit.arrivedAt.milliseconds), .text(visit.reason),
                .text(visit.destination.rawValue), Value(visit.place), .text(visit.state.rawValue),
                Value(visit.outcome), Value(visit.cancelReason), .text(visit.openedBy.text),
                Value(visit.startedAt), Value(visit.endedAt), Value(visit.endedBy), Value(visit.receipt),
                Value(visit.late?.enteredAt), Value(visit.late?.blank),
            ])
    }

    func update(_ visit: Visit) throws {
        try connection.run(
            updateVisit,
            [
                .text(visit.id.text), .integer(visit.version), .text(visit.state.rawValue),
                Value(visit.outcome), Value(visit.cancelReason), Value(visit.startedAt),
                Value(visit.endedAt), Value(visit.endedBy), Value(visit.receipt),
            ])
    }

    func totals(on day: CalendarDay, from: Instant, to: Instant) throws -> WorkTotals {
        try connection.first(
            selectDayTotals, [.text(day.iso), .integer(from.milliseconds), .integer(to.milliseconds)],
            WorkTotals.read)
            ?? .none
    }

    /// Reads the columns of `visit` in the order of the table, from `first` on.
    static func read(_ row: any Row, from first: Int = 0) throws -> Visit {
        Visit(
            id: try row.id(first), version: row.integer(first + 1), number: row.integer(first + 3),
            day: try row.day(first + 2), patient: try row.optionalID(first + 4),
            arrivedAt: row.instant(first + 5),
            reason: row.text(first + 6),
            destination: try row.value(first + 7, Visit.Destination.init(rawValue:)),
            place: row.optionalText(first + 8), state: try row.value(first + 9, Visit.State.init(rawValue:)),
            outcome: row.optionalText(first + 10), cancelReason: row.optionalText(first + 11),
            openedBy: try row.id(first + 12), startedAt: row.optionalInstant(first + 13),
            endedAt: row.optionalInstant(first + 14), endedBy: try row.optionalID(first + 15),
            receipt: row.optionalText(first + 16),
            late: row.optionalInstant(first + 17).map {
                Visit.Late(enteredAt: $0, blank: row.optionalText(first + 18))
            })
    }
}

extension WorkTotals {
    static let none = WorkTotals(registered: 0, visits: 0, served: 0, cancelled: 0, waiting: 0)

    static func read(_ row: any Row) -> WorkTotals {
        WorkTotals(
            registered: row.integer(0), visits: row.integer(1), served: row.integer(2),
            cancelled: row.integer(3), waiting: row.integer(4))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, day, number, patient_id, arrived_at, reason, destination, place, state, outcome,
        cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank
    FROM visit
    WHERE id = $1
    """)

private let selectOpen = Query(
    """
    SELECT id, version, day, number, patient_id, arrived_at, reason, destination, place, state, outcome,
        cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank
    FROM visit
    WHERE patient_id = $1 AND state IN ('arrived', 'in_service')
    """)

private let selectNextNumber = Query("SELECT coalesce(max(number), 0) + 1 FROM visit WHERE day = $1")

private let insertVisit = Query(
    """
    INSERT INTO visit (
        id, version, day, number, patient_id, arrived_at, reason, destination, place, state, outcome,
        cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    """)

private let updateVisit = Query(
    """
    UPDATE visit SET
        version = $2,
        state = $3,
        outcome = $4,
        cancel_reason = $5,
        started_at = $6,
        ended_at = $7,
        ended_by = $8,
        receipt = $9
    WHERE id = $1
    """)

private let selectDayTotals = Query(
    """
    SELECT
        (SELECT count(*) FROM patient WHERE registered_at >= $2 AND registered_at < $3),
        count(*),
        count(*) FILTER (WHERE state = 'done'),
        count(*) FILTER (WHERE state = 'cancelled'),
        count(*) FILTER (WHERE state IN ('arrived', 'in_service'))
    FROM visit
    WHERE day = $1
    """)
