package import Application
internal import Domain
package import SQL
internal import Wire

/// Proves that nobody has touched history: walks both chains from their beginnings and recomputes every link.
package struct HistoryProof {
    let digest: Digest

    package init(digest: @escaping Digest) { self.digest = digest }

    package func callAsFunction(_ connection: any Connection) throws -> HistoryVerdict {
        let (auditRows, auditBreak) = try walkAudit(connection)
        let (operations, outboxBreak) = try walkOutbox(connection)
        let unpaired = try connection.first(selectUnpaired, []) {
            HistoryVerdict.Breakage.unpaired(operation: $0.integer(0))
        }
        return HistoryVerdict(
            auditRows: auditRows, operations: operations, breakage: auditBreak ?? outboxBreak ?? unpaired)
    }

    private func walkAudit(_ connection: any Connection) throws -> (Int64, HistoryVerdict.Breakage?) {
        var previous = AuditRow.start
        var count: Int64 = 0
        var breakage: HistoryVerdict.Breakage?
        try connection.each(selectAudit, []) { row in
            guard breakage == nil else { return }
            count += 1
            let audit = AuditRow(row)
            let hash = row.blob(12)
            guard audit.sequence == count, audit.previous == previous, audit.hash(digest) == hash else {
                breakage = .audit(sequence: count)
                return
            }
            previous = hash
        }
        return (count, breakage)
    }

    private func walkOutbox(_ connection: any Connection) throws -> (Int64, HistoryVerdict.Breakage?) {
        let desk = try DeskRows(connection).current()
        var previous = OperationChain.start
        var count: Int64 = 0
        var breakage: HistoryVerdict.Breakage?
        try connection.each(selectOutbox, []) { row in
            guard breakage == nil else { return }
            count += 1
            let (header, payload, chain) = (row.blob(2), row.blob(3), row.blob(4))
            // An operation without the desk that made it follows from nothing.
            let link = desk.map { desk in
                OperationChain.link(
                    deskID: desk.id.bytes, lineage: UInt32(truncatingIfNeeded: row.integer(1)),
                    seq: UInt64(count),
                    previous: previous, header: header, payload: payload, digest: digest)
            }
            guard row.integer(0) == count, link == chain, agrees(row, header, payload) else {
                breakage = .outbox(sequence: count)
                return
            }
            previous = chain
        }
        return (count, breakage)
    }

    /// The columns beside the signed bytes say what the bytes say: the chain covers only the bytes.
    private func agrees(_ row: any Row, _ bytes: [UInt8], _ payload: [UInt8]) -> Bool {
        guard let header = try? OperationHeader(decoding: bytes) else { return false }
        return Int64(header.lineage) == row.integer(1) && Int64(bitPattern: header.seq) == row.integer(0)
            && header.operationID == row.blob(5) && header.type == row.text(6)
            && Int64(header.schema) == row.integer(7)
            && header.madeAtMilliseconds == UInt64(max(0, row.integer(8)))
            && header.payloadSHA256 == digest(payload)
    }
}

extension AuditRow {
    /// Reads the columns of `audit` in the order of the table.
    fileprivate init(_ row: any Row) {
        self.init(
            sequence: row.integer(0), at: row.integer(1), operator: row.optionalText(2),
            session: row.optionalText(3), request: row.optionalText(4), action: row.text(5),
            subjectKind: row.optionalText(6),
            subject: row.optionalText(7), before: row.isNull(8) ? nil : row.blob(8),
            after: row.isNull(9) ? nil : row.blob(9), operation: row.optionalInteger(10),
            previous: row.blob(11))
    }
}

private let selectAudit = Query(
    """
    SELECT seq, at_ms, operator_id, session_id, request, action, subject_kind, subject_id, before_hash,
        after_hash, operation, prev_hash, hash
    FROM audit
    ORDER BY seq
    """)

private let selectOutbox = Query(
    "SELECT seq, lineage, header, payload, chain, op_id, type, schema, made_ms FROM outbox ORDER BY seq")

private let selectUnpaired = Query(
    """
    SELECT seq FROM outbox WHERE NOT EXISTS (SELECT 1 FROM audit WHERE operation = outbox.seq)
    UNION ALL
    SELECT operation FROM audit
    WHERE operation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox WHERE seq = audit.operation)
    LIMIT 1
    """)
