internal import Application
internal import Domain
internal import SQL

/// Consents and the words that were agreed to.
struct ConsentRows: ConsentBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func text(of purpose: ConsentPurpose) throws -> ConsentText? {
        try connection.first(selectNewestText, [.text(purpose.rawValue)], ConsentRows.readText)
    }

    func text(of purpose: ConsentPurpose, edition: Int64) throws -> ConsentText? {
        try connection.first(
            selectText, [.text(purpose.rawValue), .integer(edition)], ConsentRows.readText)
    }

    func find(_ id: ID<Consent>) throws -> Consent? {
        try connection.first(selectByID, [.text(id.text)], ConsentRows.read)
    }

    func find(number: Int64) throws -> Consent? {
        try connection.first(selectByNumber, [.integer(number)], ConsentRows.read)
    }

    func standing(_ purpose: ConsentPurpose, of patient: ID<Patient>) throws -> Consent? {
        try connection.first(
            selectStanding, [.text(patient.text), .text(purpose.rawValue)], ConsentRows.read)
    }

    func all(of patient: ID<Patient>) throws -> [Consent] {
        try connection.all(selectOfPatient, [.text(patient.text)], ConsentRows.read)
    }

    func nextNumber() throws -> Int64 {
        try connection.first(selectNextNumber, []) { $0.integer(0) } ?? 1
    }

    func insert(_ text: ConsentText) throws {
        try connection.run(
            insertText,
            [
                .text(text.id.text), .text(text.purpose.rawValue), .integer(text.edition), .text(text.text),
                .text(text.sha256), .integer(text.publishedAt.milliseconds), .text(text.publishedBy.text),
            ])
    }

    func insert(_ consent: Consent) throws {
        try connection.run(
            insertConsent,
            [
                .text(consent.id.text), .integer(consent.version), .integer(consent.number),
                .text(consent.patient.text), .text(consent.purpose.rawValue), .integer(consent.edition),
                .text(consent.textSHA256), .text(consent.channel.rawValue), .text(consent.state.rawValue),
                .integer(consent.offeredAt.milliseconds), .text(consent.offeredBy.text),
                Value(consent.decidedAt), Value(consent.decidedBy), Value(consent.withdrawnAt),
                Value(consent.withdrawnBy), Value(consent.note),
            ])
    }

    func update(_ consent: Consent) throws {
        try connection.run(
            updateConsent,
            [
                .text(consent.id.text), .integer(consent.version), .text(consent.state.rawValue),
                Value(consent.decidedAt), Value(consent.decidedBy), Value(consent.withdrawnAt),
                Value(consent.withdrawnBy), Value(consent.note),
            ])
    }

    private static func readText(_ row: any Row) throws -> ConsentText {
        ConsentText(
            id: try row.id(0), purpose: try row.value(1, ConsentPurpose.init(rawValue:)),
            edition: row.integer(2), text: row.text(3), sha256: row.text(4), publishedAt: row.instant(5),
            publishedBy: try row.id(6))
    }

    private static func read(_ row: any Row) throws -> Consent {
        Consent(
            id: try row.id(0), version: row.integer(1), number: row.integer(2), patient: try row.id(3),
            purpose: try row.value(4, ConsentPurpose.init(rawValue:)), edition: row.integer(5),
            textSHA256: row.text(6), channel: try row.value(7, Consent.Channel.init(rawValue:)),
            state: try row.value(8, Consent.State.init(rawValue:)), offeredAt: row.instant(9),
            offeredBy: try row.id(10), decidedAt: row.optionalInstant(11),
            decidedBy: try row.optionalID(12), withdrawnAt: row.optionalInstant(13),
            withdrawnBy: try row.optionalID(14), note: row.optionalText(15))
    }
}

private let selectNewestText = Query(
    """
    SELECT id, purpose, edition, text, sha256, published_at, published_by
    FROM consent_text
    WHERE purpose = $1
    ORDER BY edition DESC
    LIMIT 1
    """)

private let selectText = Query(
    """
    SELECT id, purpose, edition, text, sha256, published_at, published_by
    FROM consent_text
    WHERE purpose = $1 AND edition = $2
    """)

private let selectByID = Query(
    """
    SELECT id, version, number, patient_id, purpose, edition, text_sha256, channel, state, offered_at,
        offered_by, decided_at, decided_by, withdrawn_at, withdrawn_by, note
    FROM consent
    WHERE id = $1
    """)

private let selectByNumber = Query(
    """
    SELECT id, version, number, patient_id, purpose, edition, text_sha256, channel, state, offered_at,
        offered_by, decided_at, decided_by, withdrawn_at, withdrawn_by, note
    FROM consent
    WHERE number = $1
    """)

private let selectStanding = Query(
    """
    SELECT id, version, number, patient_id, purpose, edition, text_sha256, channel, state, offered_at,
        offered_by, decided_at, decided_by, withdrawn_at, withdrawn_by, note
    FROM consent
    WHERE patient_id = $1 AND purpose = $2 AND state IN ('offered', 'given')
    """)

private let selectOfPatient = Query(
    """
    SELECT id, version, number, patient_id, purpose, edition, text_sha256, channel, state, offered_at,
        offered_by, decided_at, decided_by, withdrawn_at, withdrawn_by, note
    FROM consent
    WHERE patient_id = $1
    ORDER BY number DESC
    """)

private let selectNextNumber = Query("SELECT coalesce(max(number), 0) + 1 FROM consent")

private let insertText = Query(
    """
    INSERT INTO consent_text (id, purpose, edition, text, sha256, published_at, published_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    """)

private let insertConsent = Query(
    """
    INSERT INTO consent (
        id, version, number, patient_id, purpose, edition, text_sha256, channel, state, offered_at,
        offered_by, decided_at, decided_by, withdrawn_at, withdrawn_by, note
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    """)

private let updateConsent = Query(
    """
    UPDATE consent SET
        version = $2,
        state = $3,
        decided_at = $4,
        decided_by = $5,
        withdrawn_at = $6,
        withdrawn_by = $7,
        note = $8
    WHERE id = $1
    """)
