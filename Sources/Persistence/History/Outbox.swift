internal import Application
internal import Domain
internal import SQL
internal import Wire

/// The facts on their way to the centre: gapless, chained, in the bytes that will be sent.
struct Outbox {
    let connection: any Connection
    let digest: Digest
    private var desk: (id: ID<Desk>, lineage: Int64)?
    /// The operation that was written or found last. One transaction, one writer: it stays the last.
    private var last: (sequence: Int64, chain: [UInt8])?

    init(_ connection: any Connection, _ digest: @escaping Digest) {
        self.connection = connection
        self.digest = digest
    }

    /// Appends the event as the next operation and returns its number.
    mutating func append(
        _ event: Event, payload: [UInt8], payloadHash: [UInt8], id: ID<Event>, by author: Author,
        at now: Instant
    ) throws -> Int64 {
        let desk = try self.desk ?? findDesk()
        self.desk = desk
        if last == nil {
            last = try connection.first(selectLast, []) { (sequence: $0.integer(0), chain: $0.blob(1)) }
        }
        let sequence = (last?.sequence ?? 0) + 1
        let lineage = UInt32(truncatingIfNeeded: desk.lineage)
        let header = OperationHeader(
            lineage: lineage, seq: UInt64(sequence), operationID: id.bytes, type: event.kind.rawValue,
            schema: Event.schema, entity: event.subject.id.bytes,
            baseVersion: event.baseVersion.map(UInt64.init),
            madeAtMilliseconds: UInt64(max(0, now.milliseconds)), hlc: try tick(now),
            operatorID: author.operator?.bytes ?? [UInt8](repeating: 0, count: 16), payloadSHA256: payloadHash
        ).encode()
        let chain = OperationChain.link(
            deskID: desk.id.bytes, lineage: lineage, seq: UInt64(sequence),
            previous: last?.chain ?? OperationChain.start, header: header, payload: payload, digest: digest)
        try connection.run(
            insert,
            [
                .integer(sequence), .integer(desk.lineage), .blob(id.bytes), .text(event.kind.rawValue),
                .integer(Int64(Event.schema)), .blob(header), .blob(payload), .blob(chain),
                .integer(now.milliseconds),
            ])
        last = (sequence, chain)
        return sequence
    }

    private func findDesk() throws -> (id: ID<Desk>, lineage: Int64) {
        guard let desk = try connection.first(selectDesk, [], { (id: $0.text(0), lineage: $0.integer(1)) }),
            let id = ID<Desk>(desk.id)
        else {
            preconditionFailure("the desk is founded by its first operation, applied before it is appended")
        }
        return (id, desk.lineage)
    }

    /// The clock of operations: the wall's time or one more than the last, so that a clock set back cannot go
    /// below the past.
    private func tick(_ now: Instant) throws -> UInt64 {
        let next = try connection.first(tickClock, [.integer(now.milliseconds)]) { $0.integer(0) }
        guard let next else { preconditionFailure("sync_state has its one row from the first migration on") }
        return UInt64(max(0, next))
    }
}

private let selectDesk = Query("SELECT id, lineage FROM desk LIMIT 1")

private let selectLast = Query("SELECT seq, chain FROM outbox ORDER BY seq DESC LIMIT 1")

private let tickClock = Query("UPDATE sync_state SET hlc = max($1, hlc + 1) WHERE id = 1 RETURNING hlc")

private let insert = Query(
    """
    INSERT INTO outbox (seq, lineage, op_id, type, schema, header, payload, chain, made_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    """)
