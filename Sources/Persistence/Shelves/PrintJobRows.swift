internal import Application
internal import Domain
internal import SQL

/// The queue of papers, with the pages themselves.
struct PrintJobRows: PrintJobShelf {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<PrintJob>) throws -> PrintJob? {
        try connection.first(selectByID, [.text(id.text)], PrintJobRows.read)
    }

    func content(of id: ID<PrintJob>) throws -> PrintContent? {
        try connection.first(selectContent, [.text(id.text)], PrintJobRows.readContent) ?? nil
    }

    func add(_ job: PrintJob, _ content: PrintContent) throws {
        let (format, bytes) =
            switch content {
            case .pdf(let bytes): ("pdf", bytes)
            case .bitmap(let picture): ("bitmap", picture.pbm)
            }
        try connection.run(
            insert,
            [
                .text(job.id.text), .integer(job.version), .text(job.role.rawValue),
                .text(job.purpose.rawValue), Value(job.subject), Value(job.title), .text(job.size.rawValue),
                .text(job.askedBy.text), .integer(job.askedAt.milliseconds), .text(job.state.rawValue),
                Value(job.trouble?.rawValue), .integer(job.attempt), Value(job.number),
                Value(job.isCancelWanted), .integer(job.changedAt.milliseconds), .text(format),
                .blob(bytes),
            ])
    }

    func put(_ job: PrintJob) throws {
        try connection.run(
            update,
            [
                .text(job.id.text), .integer(job.version), .text(job.state.rawValue),
                Value(job.trouble?.rawValue), .integer(job.attempt), Value(job.number),
                Value(job.isCancelWanted), .integer(job.changedAt.milliseconds),
            ])
    }

    func open(_ role: PrinterRole) throws -> [PrintJob] {
        try connection.all(selectOpen, [.text(role.rawValue)], PrintJobRows.read)
    }

    func forgetEnded(before instant: Instant) throws {
        try connection.run(deleteEnded, [.integer(instant.milliseconds)])
    }

    // MARK: To look at

    func next(_ role: PrinterRole) throws -> PrintJob? {
        try connection.first(selectNext, [.text(role.rawValue)], PrintJobRows.read)
    }

    func lines(ended: Int) throws -> [PrintJobLine] {
        try connection.all(selectLines, [.integer(Int64(ended))]) { row in
            PrintJobLine(job: try PrintJobRows.read(row), operatorName: row.text(15))
        }
    }

    func queue() throws -> PrintQueue {
        try connection.first(selectQueue, []) { row in
            PrintQueue(waiting: row.integer(0), questions: row.integer(1))
        } ?? PrintQueue(waiting: 0, questions: 0)
    }

    private static func read(_ row: any Row) throws -> PrintJob {
        var job = PrintJob(
            id: try row.id(0), role: try row.value(2, PrinterRole.init(rawValue:)),
            purpose: try row.value(3, PrintJob.Purpose.init(rawValue:)), subject: try row.optionalID(4),
            title: row.optionalText(5), size: try row.value(6, PaperSize.init(rawValue:)),
            askedBy: try row.id(7), askedAt: row.instant(8))
        job.version = row.integer(1)
        job.state = try row.value(9, PrintJob.State.init(rawValue:))
        job.trouble = try row.optionalValue(10, PrinterTrouble.init(rawValue:))
        job.attempt = row.integer(11)
        job.number = row.optionalInteger(12)
        job.isCancelWanted = row.flag(13)
        job.changedAt = row.instant(14)
        return job
    }

    private static func readContent(_ row: any Row) throws -> PrintContent? {
        if row.isNull(1) { return nil }
        guard row.text(0) == "bitmap" else { return .pdf(row.blob(1)) }
        guard let picture = Bitmap(pbm: row.blob(1)) else { throw ColumnFault(column: 1, kind: "Bitmap") }
        return .bitmap(picture)
    }
}

private let selectByID = Query(
    """
    SELECT
        print_job.id, print_job.version, role, purpose, subject_id, title, size, asked_by, asked_at, state,
        trouble, attempt, number, cancel_wanted, changed_at
    FROM print_job WHERE id = $1
    """)

private let selectContent = Query("SELECT format, content FROM print_job WHERE id = $1")

private let selectOpen = Query(
    """
    SELECT
        print_job.id, print_job.version, role, purpose, subject_id, title, size, asked_by, asked_at, state,
        trouble, attempt, number, cancel_wanted, changed_at
    FROM print_job WHERE role = $1 AND state IN ('waiting', 'sent', 'printing', 'unknown')
    ORDER BY id
    """)

/// The one that the printer has goes before those that wait. The longer list of states is the index's own.
private let selectNext = Query(
    """
    SELECT
        print_job.id, print_job.version, role, purpose, subject_id, title, size, asked_by, asked_at, state,
        trouble, attempt, number, cancel_wanted, changed_at
    FROM print_job WHERE role = $1 AND state IN ('waiting', 'sent', 'printing', 'unknown')
        AND state IN ('waiting', 'printing')
    ORDER BY state = 'waiting', id LIMIT 1
    """)

/// What is asked about first, then the queue in its order, then what failed and nobody has decided about,
/// then the last ones of those at their end.
private let selectLines = Query(
    """
    SELECT
        print_job.id, print_job.version, role, purpose, subject_id, title, size, asked_by, asked_at, state,
        trouble, attempt, number, cancel_wanted, changed_at,
        operator.name
    FROM print_job JOIN operator ON operator.id = asked_by
    WHERE state IN ('waiting', 'sent', 'printing', 'unknown', 'failed') OR print_job.id IN (
        SELECT id FROM print_job WHERE state IN ('printed', 'cancelled') ORDER BY changed_at DESC LIMIT $1
    )
    ORDER BY
        state IN ('printed', 'cancelled'),
        state = 'failed',
        state <> 'unknown',
        CASE WHEN state IN ('printed', 'cancelled') THEN -changed_at ELSE 0 END,
        print_job.id
    """)

private let selectQueue = Query(
    """
    SELECT coalesce(sum(state <> 'unknown'), 0), coalesce(sum(state = 'unknown'), 0) FROM print_job
    WHERE state IN ('waiting', 'sent', 'printing', 'unknown')
    """)

private let insert = Query(
    """
    INSERT INTO print_job (
        id, version, role, purpose, subject_id, title, size, asked_by, asked_at, state, trouble, attempt,
        number, cancel_wanted, changed_at, format, content
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    """)

private let update = Query(
    """
    UPDATE print_job SET
        version = $2,
        state = $3,
        trouble = $4,
        attempt = $5,
        number = $6,
        cancel_wanted = $7,
        changed_at = $8,
        content = CASE WHEN $3 = 'printed' THEN NULL ELSE content END
    WHERE id = $1
    """)

private let deleteEnded = Query(
    "DELETE FROM print_job WHERE state IN ('printed', 'cancelled') AND changed_at < $1")
