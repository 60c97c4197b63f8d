internal import Application
internal import Domain
internal import SQL
internal import Wire

/// The audit as people read it back.
struct HistoryRows: HistoryBook {
    let connection: any Connection
    let digest: Digest

    init(_ connection: any Connection, _ digest: @escaping Digest) {
        self.connection = connection
        self.digest = digest
    }

    func verify() throws -> HistoryVerdict { try HistoryProof(digest: digest)(connection) }

    func entries(of patient: ID<Patient>, limit: Int) throws -> [HistoryEntry] {
        try connection.all(selectOfPatient, [.text(patient.text), .integer(Int64(limit))]) { row in
            let payload = try HistoryRows.fact(row, 6)
            return try HistoryRows.read(
                row, overrides: Override.all(fact: payload["overrides"]),
                corrected: PersonField.corrected(from: HistoryRows.fact(row, 7), to: payload))
        }
    }

    private static func fact(_ row: any Row, _ column: Int) throws -> JSON {
        row.isNull(column) ? .null : try JSON(parsing: row.blob(column))
    }

    func lastFact(about subject: Subject) throws -> HistoryEntry? {
        try connection.first(
            selectLastFact, [.text(subject.id.text), .text(subject.kind.rawValue)],
            { try HistoryRows.read($0) })
    }

    func entries(before sequence: Int64?, limit: Int) throws -> [HistoryEntry] {
        try connection.all(
            selectBefore, [.integer(sequence ?? .max), .integer(Int64(limit))],
            { try HistoryRows.read($0) })
    }

    private static func read(
        _ row: any Row, overrides: [Override] = [], corrected: [PersonField] = []
    ) throws -> HistoryEntry {
        HistoryEntry(
            sequence: row.integer(0), at: row.instant(1), operatorName: row.optionalText(2),
            action: row.text(3),
            subjectKind: row.optionalText(4), subject: try row.optionalID(5),
            overrides: overrides, corrected: corrected)
    }
}

private let selectOfPatient = Query(
    """
    SELECT audit.seq, at_ms, operator.name, action, subject_kind, subject_id,
        CASE WHEN action IN ('patient_registered', 'patient_corrected', 'paper_shown', 'particulars_noted',
            'policy_issued', 'policy_corrected')
            THEN payload END,
        CASE WHEN action = 'patient_corrected' THEN (
            SELECT earlier.payload
            FROM audit AS said JOIN outbox AS earlier ON earlier.seq = said.operation
            WHERE said.subject_id = audit.subject_id AND said.seq < audit.seq
                AND said.action IN ('patient_registered', 'patient_corrected')
            ORDER BY said.seq DESC
            LIMIT 1) END
    FROM audit LEFT JOIN operator ON operator.id = operator_id LEFT JOIN outbox ON outbox.seq = operation
    WHERE subject_id = $1 OR subject_id IN (
            SELECT id FROM visit WHERE patient_id = $1 UNION ALL SELECT id FROM consent WHERE patient_id = $1
            UNION ALL SELECT id FROM shown_paper WHERE patient_id = $1
            UNION ALL SELECT id FROM mail_profile WHERE patient_id = $1
            UNION ALL SELECT id FROM read_back WHERE patient_id = $1
            UNION ALL SELECT lot_id FROM list_line WHERE patient_id = $1
            UNION ALL SELECT id FROM card_merge WHERE kept_id = $1 OR merged_id = $1
            UNION ALL SELECT id FROM death_note WHERE patient_id = $1
            UNION ALL SELECT id FROM family_link WHERE person_id = $1
            UNION ALL SELECT id FROM family_link WHERE representative_id = $1
            UNION ALL SELECT act_on_behalf.id FROM family_link JOIN act_on_behalf ON link_id = family_link.id
                WHERE person_id = $1
            UNION ALL SELECT id FROM document WHERE patient_id = $1
            UNION ALL SELECT printed_copy.id FROM document JOIN printed_copy ON document_id = document.id
                WHERE patient_id = $1 UNION ALL SELECT id FROM issued_policy WHERE patient_id = $1
            UNION ALL SELECT id FROM policy_link WHERE patient_id = $1
            UNION ALL SELECT id FROM certificate WHERE first_id = $1
            UNION ALL SELECT id FROM certificate WHERE second_id = $1)
    ORDER BY audit.seq DESC
    LIMIT $2
    """)

private let selectLastFact = Query(
    """
    SELECT seq, at_ms, operator.name, action, subject_kind, subject_id
    FROM audit LEFT JOIN operator ON operator.id = operator_id
    WHERE subject_id = $1 AND subject_kind = $2 AND operation IS NOT NULL
    ORDER BY seq DESC
    LIMIT 1
    """)

private let selectBefore = Query(
    """
    SELECT seq, at_ms, operator.name, action, subject_kind, subject_id
    FROM audit LEFT JOIN operator ON operator.id = operator_id
    WHERE seq < $1
    ORDER BY seq DESC
    LIMIT $2
    """)
