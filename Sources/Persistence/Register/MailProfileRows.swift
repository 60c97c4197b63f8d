internal import Application
internal import Domain
internal import SQL

/// Mail profiles by id, by patient and by what waits for somebody.
struct MailProfileRows: MailProfileBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<MailProfile>) throws -> MailProfile? {
        try connection.first(selectByID, [.text(id.text)], MailProfileRows.read)
    }

    func standing(of patient: ID<Patient>) throws -> MailProfile? {
        try connection.first(selectStanding, [.text(patient.text)], MailProfileRows.read)
    }

    func waiting(limit: Int) throws -> [WaitingMailProfile] {
        let waiting = try connection.all(selectWaiting, [.integer(Int64(limit))], MailProfileRows.read)
        let (patients, merges) = (PatientRows(connection), MergeRows(connection))
        return try waiting.compactMap { profile in
            try patients.find(merges.living(profile.patient)).map {
                WaitingMailProfile(profile: profile, patient: $0)
            }
        }
    }

    func insert(_ profile: MailProfile) throws {
        try connection.run(
            insertProfile,
            [
                .text(profile.id.text), .integer(profile.version), .text(profile.patient.text),
                .text(profile.consent.text), .text(profile.state.rawValue),
                .integer(profile.printedAt.milliseconds), .text(profile.printedBy.text),
                Value(profile.receivedAt), Value(profile.due?.iso), Value(profile.email?.text),
                Value(profile.decidedAt), Value(profile.decidedBy), Value(profile.reason),
            ])
    }

    /// What is confirmed is confirmed for the address that the card has.
    func update(_ profile: MailProfile) throws {
        try connection.run(
            updateProfile,
            [
                .text(profile.id.text), .integer(profile.version), .text(profile.state.rawValue),
                Value(profile.receivedAt), Value(profile.due?.iso), Value(profile.email?.text),
                Value(profile.decidedAt), Value(profile.decidedBy), Value(profile.reason),
            ])
    }

    /// Called with each change of a card, whoever makes it, and when cards become one or two: another address
    /// has to be confirmed anew.
    func follow(_ patient: ID<Patient>) throws {
        let merges = MergeRows(connection)
        let living = try merges.living(patient)
        let cards = [living] + (try merges.gathered(by: living).map(\.id))
        let email = try PatientRows(connection).find(living)?.person.email
        try connection.run(followCards, [Value(email?.text), Value(list: cards)])
    }

    private static func read(_ row: any Row) throws -> MailProfile {
        MailProfile(
            id: try row.id(0), version: row.integer(1), patient: try row.id(2), consent: try row.id(3),
            state: try row.value(4, MailProfile.State.init(rawValue:)), printedAt: row.instant(5),
            printedBy: try row.id(6), receivedAt: row.optionalInstant(7),
            due: try row.optionalValue(8, CalendarDay.init(iso:)),
            email: try row.optionalValue(9, EmailAddress.init(stored:)), decidedAt: row.optionalInstant(10),
            decidedBy: try row.optionalID(11), reason: row.optionalText(12))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, patient_id, consent_id, state, printed_at, printed_by, received_at, due, email,
        decided_at, decided_by, reason
    FROM mail_profile
    WHERE id = $1
    """)

private let selectStanding = Query(
    """
    SELECT id, version, patient_id, consent_id, state, printed_at, printed_by, received_at, due, email,
        decided_at, decided_by, reason
    FROM mail_profile
    WHERE patient_id = $1 AND state <> 'ended'
    """)

// Addresses that changed first, then papers by their day. Nobody waits for the profile of somebody who died,
// nor for that of an older sheet at another card. Cards that live on in one another are one person.
private let selectWaiting = Query(
    """
    SELECT id, version, patient_id, consent_id, state, printed_at, printed_by, received_at, due, email,
        decided_at, decided_by, reason
    FROM mail_profile
    WHERE rowid IN (
        SELECT rowid FROM mail_profile WHERE outdated = 1
        UNION SELECT rowid FROM mail_profile WHERE state = 'paper_received'
    )
        AND NOT EXISTS (
            WITH RECURSIVE person (id) AS (
                SELECT mail_profile.patient_id
                UNION
                SELECT iif(merged_id = person.id, kept_id, merged_id)
                FROM person
                    JOIN card_merge ON (merged_id = person.id OR kept_id = person.id) AND parted_at IS NULL
            )
            SELECT 1
            FROM person
            WHERE EXISTS (SELECT 1 FROM death_note WHERE patient_id = person.id AND struck_at IS NULL)
                OR EXISTS (
                    SELECT 1
                    FROM consent AS newer
                    WHERE newer.patient_id = person.id AND newer.purpose = 'emailing'
                        AND newer.number > (SELECT number FROM consent WHERE id = mail_profile.consent_id)
                )
        )
    ORDER BY outdated DESC, iif(outdated = 1, decided_at, 0), due, received_at
    LIMIT $1
    """)

private let insertProfile = Query(
    """
    INSERT INTO mail_profile (
        id, version, patient_id, consent_id, state, printed_at, printed_by, received_at, due, email,
        decided_at, decided_by, reason, outdated
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0)
    """)

private let updateProfile = Query(
    """
    UPDATE mail_profile
    SET version = $2, state = $3, received_at = $4, due = $5, email = $6, decided_at = $7, decided_by = $8,
        reason = $9, outdated = 0
    WHERE id = $1
    """)

private let followCards = Query(
    """
    UPDATE mail_profile
    SET outdated = email IS NOT $1
    WHERE patient_id IN (SELECT value FROM json_each($2)) AND state = 'confirmed'
    """)
