internal import Application
internal import Domain
internal import SQL

/// Documents by id and by what is in their codes, and the ledger of their sheets.
struct DocumentRows: DocumentBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<Document>) throws -> Document? {
        try connection.first(selectByID, [.text(id.text)], DocumentRows.read)
    }

    func find(_ docID: DocID) throws -> Document? {
        try connection.first(selectByDocID, [.text(docID.text)], DocumentRows.read)
    }

    func all(of patient: ID<Patient>) throws -> [Document] {
        try connection.all(selectOfPatient, [.text(patient.text)], DocumentRows.read)
    }

    func copy(_ id: ID<PrintedCopy>) throws -> PrintedCopy? {
        try connection.first(selectCopy, [.text(id.text)], DocumentRows.readCopy)
    }

    func copies(of document: ID<Document>) throws -> [PrintedCopy] {
        try connection.all(selectCopies, [.text(document.text)], DocumentRows.readCopy)
    }

    func nextCounter(of key: KeyID) throws -> Int64 {
        try connection.first(selectNextCounter, [.text(Hex.text(key.bytes))]) { $0.integer(0) } ?? 1
    }

    func insert(_ document: Document) throws {
        try OwnNumberRows(connection).take(document.number, for: document.id)
        try connection.run(
            insertDocument,
            [
                .text(document.id.text), .integer(document.version), .text(document.docID.text),
                .text(document.sort.rawValue), .integer(document.number.sequence),
                .text(document.number.text),
                .text(document.patient.text), .text(document.validFrom.iso), Value(document.validTo?.iso),
                .integer(Int64(document.product)), .integer(Int64(document.holderTag)),
                .text(document.issuedOn.iso), .integer(document.issuedAt.milliseconds),
                .text(document.issuedBy.text), .text(document.state.rawValue),
            ])
    }

    func end(_ document: Document) throws {
        var (successor, reason) = (Value.null, Value.null)
        switch document.ending?.cause {
        case .replaced(let new): successor = .text(new.text)
        case .revoked(let why): reason = .text(why.rawValue)
        case nil: break
        }
        try connection.run(
            endDocument,
            [
                .text(document.id.text), .integer(document.version), .text(document.state.rawValue),
                Value(document.ending?.at), Value(document.ending?.by), successor, reason,
            ])
    }

    func insert(_ copy: PrintedCopy) throws {
        try connection.run(
            insertCopy,
            [
                .text(copy.id.text), .integer(copy.version), .text(copy.document.text),
                .integer(copy.documentVersion), .integer(copy.number),
                .text(Hex.text(copy.token.content.key.bytes)), .integer(Int64(copy.token.content.counter)),
                .text(copy.token.text), .text(copy.why.rawValue), .integer(copy.madeAt.milliseconds),
                .text(copy.madeBy.text), .text(copy.answer.rawValue), Value(copy.answeredAt),
            ])
    }

    func answer(_ copy: PrintedCopy) throws {
        try connection.run(
            answerCopy,
            [
                .text(copy.id.text), .integer(copy.version), .text(copy.answer.rawValue),
                Value(copy.answeredAt),
            ])
    }

    private static func read(_ row: any Row) throws -> Document {
        Document(
            id: try row.id(0), version: row.integer(1), docID: try row.value(2, DocID.init(_:)),
            sort: try row.value(3, DocumentSort.init(rawValue:)),
            number: try row.value(4, OwnNumber.init(stored:)), patient: try row.id(5),
            validFrom: try row.day(6),
            validTo: try row.optionalValue(7, CalendarDay.init(iso:)),
            product: UInt16(clamping: row.integer(8)), holderTag: UInt8(clamping: row.integer(9)),
            issuedOn: try row.day(10), issuedAt: row.instant(11), issuedBy: try row.id(12),
            state: try row.value(13, Document.State.init(rawValue:)), ending: try ending(row))
    }

    private static func ending(_ row: any Row) throws -> Document.Ending? {
        guard let at = row.optionalInstant(14) else { return nil }
        let cause: Document.Cause =
            row.isNull(16)
            ? .revoked(try row.value(17, RevocationReason.init(rawValue:))) : .replaced(by: try row.id(16))
        return Document.Ending(at: at, by: try row.id(15), cause: cause)
    }

    private static func readCopy(_ row: any Row) throws -> PrintedCopy {
        PrintedCopy(
            id: try row.id(0), version: row.integer(1), document: try row.id(2),
            documentVersion: row.integer(3), number: row.integer(4),
            token: try row.value(5, QRToken.init(_:)), why: try row.value(6, PrintedCopy.Why.init(rawValue:)),
            madeAt: row.instant(7), madeBy: try row.id(8),
            answer: try row.value(9, PrintedCopy.Answer.init(rawValue:)),
            answeredAt: row.optionalInstant(10))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, doc_id, sort, number, patient_id, valid_from, valid_to, product,
        holder_tag, issued_on, issued_at, issued_by, state, ended_at, ended_by, replaced_by, revoke_reason
    FROM document
    WHERE id = $1
    """)

private let selectByDocID = Query(
    """
    SELECT id, version, doc_id, sort, number, patient_id, valid_from, valid_to, product,
        holder_tag, issued_on, issued_at, issued_by, state, ended_at, ended_by, replaced_by, revoke_reason
    FROM document
    WHERE doc_id = $1
    """)

private let selectOfPatient = Query(
    """
    SELECT id, version, doc_id, sort, number, patient_id, valid_from, valid_to, product,
        holder_tag, issued_on, issued_at, issued_by, state, ended_at, ended_by, replaced_by, revoke_reason
    FROM document
    WHERE patient_id = $1
    ORDER BY issued_at DESC, sequence DESC
    """)

private let insertDocument = Query(
    """
    INSERT INTO document (
        id, version, doc_id, sort, sequence, number, patient_id, valid_from, valid_to, product, holder_tag,
        issued_on, issued_at, issued_by, state
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    """)

private let endDocument = Query(
    """
    UPDATE document
    SET version = $2, state = $3, ended_at = $4, ended_by = $5, replaced_by = $6, revoke_reason = $7
    WHERE id = $1
    """)

private let selectCopy = Query(
    """
    SELECT id, version, document_id, document_version, number, token, why, made_at, made_by, answer,
        answered_at
    FROM printed_copy
    WHERE id = $1
    """)

private let selectCopies = Query(
    """
    SELECT id, version, document_id, document_version, number, token, why, made_at, made_by, answer,
        answered_at
    FROM printed_copy
    WHERE document_id = $1
    ORDER BY number
    """)

private let selectNextCounter = Query(
    "SELECT coalesce(max(counter), 0) + 1 FROM printed_copy WHERE key_id = $1")

private let insertCopy = Query(
    """
    INSERT INTO printed_copy (
        id, version, document_id, document_version, number, key_id, counter, token, why, made_at, made_by,
        answer, answered_at
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    """)

private let answerCopy = Query(
    """
    UPDATE printed_copy
    SET version = $2, answer = $3, answered_at = $4
    WHERE id = $1
    """)
