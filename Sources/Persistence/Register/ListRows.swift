internal import Application
internal import Domain
internal import SQL

/// The lists that were brought in.
struct ListRows: ListBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func last() throws -> ListSoFar? {
        guard let run = try connection.first(selectLast, [], ListRows.read) else { return nil }
        let sum = try connection.first(selectSum, [.text(run.id.text)]) { row in
            var totals = ListTotals()
            totals.registered = row.integer(1)
            totals.known = row.integer(2)
            totals.policies = row.integer(3)
            totals.alike = row.integer(4)
            totals.failed = row.integer(5)
            return (row.integer(0), totals)
        }
        return ListSoFar(run: run, lastLine: sum?.0 ?? 0, totals: sum?.1 ?? ListTotals())
    }

    func insert(_ run: ListRun) throws {
        try connection.run(
            insertRun,
            [
                .text(run.id.text), .integer(run.version), .text(run.fileSHA256), .integer(run.lines),
                Value(run.takesAlike), .integer(run.begunAt.milliseconds), .text(run.begunBy.text),
                Value(run.ending?.rawValue), Value(run.endedAt),
            ])
    }

    func update(_ run: ListRun) throws {
        try connection.run(
            updateRun,
            [
                .text(run.id.text), .integer(run.version), Value(run.ending?.rawValue), Value(run.endedAt),
            ])
    }

    func insert(_ lot: ListLot) throws {
        let totals = lot.totals
        let counts = [totals.registered, totals.known, totals.policies, totals.alike, totals.failed]
        try connection.run(
            insertLot,
            [
                .text(lot.id.text), .text(lot.run.text), .integer(lot.lastLine),
                .integer(lot.takenAt.milliseconds),
            ] + counts.map(Value.integer))
        for link in lot.links {
            try connection.run(
                insertLine, [.text(link.patient.text), .text(lot.id.text), .integer(link.line)])
        }
    }

    private static func read(_ row: any Row) throws -> ListRun {
        ListRun(
            id: try row.id(0), version: row.integer(1), fileSHA256: row.text(2), lines: row.integer(3),
            takesAlike: row.flag(4), begunAt: row.instant(5), begunBy: try row.id(6),
            ending: try row.optionalValue(7, ListRun.Ending.init(rawValue:)),
            endedAt: row.optionalInstant(8))
    }
}

private let selectLast = Query(
    """
    SELECT id, version, file_sha256, lines, takes_alike, begun_at, begun_by, ending, ended_at
    FROM list_run
    ORDER BY rowid DESC
    LIMIT 1
    """)

private let selectSum = Query(
    """
    SELECT coalesce(max(last_line), 0), coalesce(sum(registered), 0), coalesce(sum(known), 0),
        coalesce(sum(policies), 0), coalesce(sum(alike), 0), coalesce(sum(failed), 0)
    FROM list_lot
    WHERE run_id = $1
    """)

private let insertRun = Query(
    """
    INSERT INTO list_run (
        id, version, file_sha256, lines, takes_alike, begun_at, begun_by, ending, ended_at
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    """)

private let updateRun = Query(
    "UPDATE list_run SET version = $2, ending = $3, ended_at = $4 WHERE id = $1")

private let insertLot = Query(
    """
    INSERT INTO list_lot (
        id, run_id, last_line, taken_at, registered, known, policies, alike, failed
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    """)

private let insertLine = Query("INSERT INTO list_line (patient_id, lot_id, line) VALUES ($1, $2, $3)")
