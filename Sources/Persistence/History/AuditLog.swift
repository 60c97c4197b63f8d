internal import Application
internal import Domain
internal import SQL

/// The audit: who did or saw what. Each row's hash covers its own content and the hash of the row before.
struct AuditLog {
    struct Entry {
        let at: Instant
        let author: Author
        let action: String
        let subject: Subject?
        let before: [UInt8]?
        let after: [UInt8]?
        let operation: Int64?
    }

    let connection: any Connection
    let digest: Digest
    /// The row that was written or found last. One transaction, one writer: it stays the last.
    private var last: (sequence: Int64, hash: [UInt8])?

    init(_ connection: any Connection, _ digest: @escaping Digest) {
        self.connection = connection
        self.digest = digest
    }

    mutating func append(_ entry: Entry) throws {
        if last == nil {
            last = try connection.first(selectLast, []) { (sequence: $0.integer(0), hash: $0.blob(1)) }
        }
        let row = AuditRow(
            sequence: (last?.sequence ?? 0) + 1, at: entry.at.milliseconds,
            operator: entry.author.operator?.text,
            session: entry.author.session?.text, request: entry.author.request, action: entry.action,
            subjectKind: entry.subject?.kind.rawValue, subject: entry.subject?.id.text, before: entry.before,
            after: entry.after, operation: entry.operation, previous: last?.hash ?? AuditRow.start)
        let hash = row.hash(digest)
        try connection.run(insert, row.values + [.blob(hash)])
        last = (row.sequence, hash)
    }

    /// The digest of the newest fact about a subject that says its state: a credential that was set says
    /// none.
    func lastHash(of subject: Subject) throws -> [UInt8]? {
        try connection.first(selectLastHash, [.text(subject.id.text), .text(subject.kind.rawValue)]) {
            $0.blob(0)
        }
    }
}

/// One audit row as it is hashed and stored.
struct AuditRow {
    static let start = [UInt8](repeating: 0, count: 32)

    let sequence: Int64
    let at: Int64
    let `operator`: String?
    let session: String?
    let request: String?
    let action: String
    let subjectKind: String?
    let subject: String?
    let before: [UInt8]?
    let after: [UInt8]?
    let operation: Int64?
    let previous: [UInt8]

    var values: [Value] {
        [
            .integer(sequence), .integer(at), Value(`operator`), Value(session), Value(request),
            .text(action), Value(subjectKind), Value(subject), before.map(Value.blob) ?? .null,
            after.map(Value.blob) ?? .null, Value(operation), .blob(previous),
        ]
    }

    /// SHA-256 over the columns in order, each with its kind and length before it, so that no two rows look
    /// alike.
    func hash(_ digest: Digest) -> [UInt8] {
        var bytes = Array("frontdesk-audit-v1".utf8)
        bytes.reserveCapacity(512)
        for value in values {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number):
                bytes.append(1)
                append(UInt64(bitPattern: number), to: &bytes)
            case .text(let text):
                bytes.append(2)
                append(UInt64(text.utf8.count), to: &bytes)
                bytes.append(contentsOf: text.utf8)
            case .blob(let blob):
                bytes.append(3)
                append(UInt64(blob.count), to: &bytes)
                bytes.append(contentsOf: blob)
            case .real: preconditionFailure("an audit row has no fractions")
            }
        }
        return digest(bytes)
    }

    private func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}

private let selectLast = Query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")

private let selectLastHash = Query(
    """
    SELECT after_hash FROM audit
    WHERE subject_id = $1 AND subject_kind = $2 AND after_hash IS NOT NULL
        AND action NOT IN ('password_set', 'pin_set')
    ORDER BY seq DESC LIMIT 1
    """)

private let insert = Query(
    """
    INSERT INTO audit (
        seq, at_ms, operator_id, session_id, request, action, subject_kind, subject_id, before_hash,
        after_hash, operation, prev_hash, hash
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    """)
