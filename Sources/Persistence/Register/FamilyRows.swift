internal import Application
internal import Domain
internal import SQL

/// Who stands for whom, and what they did for each other.
struct FamilyRows: FamilyBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<FamilyLink>) throws -> FamilyLink? {
        try connection.first(selectByID, [.text(id.text)], FamilyRows.read)
    }

    func representatives(of person: ID<Patient>) throws -> [FamilyLink] {
        try connection.all(selectOfPerson, [.text(person.text)], FamilyRows.read)
    }

    func represented(by representative: ID<Patient>) throws -> [FamilyLink] {
        try connection.all(selectOfRepresentative, [.text(representative.text)], FamilyRows.read)
    }

    func act(in consent: ID<Consent>) throws -> ActOnBehalf? {
        try connection.first(selectActInConsent, [.text(consent.text)], FamilyRows.readAct)
    }

    func signatures(for person: ID<Patient>) throws -> [Signature] {
        try connection.all(selectSignatures, [.text(person.text)]) {
            Signature(consent: try $0.id(0), name: $0.text(1))
        }
    }

    func insert(_ link: FamilyLink) throws {
        try connection.run(
            insertLink,
            [
                .text(link.id.text), .integer(link.version), .text(link.representative.text),
                .text(link.person.text), .text(link.role.rawValue), Value(link.word), Value(link.basis),
                Value(link.validUntil?.iso), .integer(link.madeAt.milliseconds), .text(link.madeBy.text),
                Value(link.end?.at), Value(link.end?.by), Value(link.end?.reason),
            ])
    }

    func end(_ link: FamilyLink) throws {
        try connection.run(
            endLink,
            [
                .text(link.id.text), .integer(link.version), Value(link.end?.at), Value(link.end?.by),
                Value(link.end?.reason),
            ])
    }

    func insert(_ act: ActOnBehalf) throws {
        var (visit, consent) = (Value.null, Value.null)
        switch act.matter {
        case .visit(let id): visit = .text(id.text)
        case .consent(let id): consent = .text(id.text)
        }
        try connection.run(
            insertAct,
            [
                .text(act.id.text), .text(act.link.text), visit, consent, .integer(act.at.milliseconds),
                .text(act.by.text),
            ])
    }

    private static func read(_ row: any Row) throws -> FamilyLink {
        FamilyLink(
            id: try row.id(0), version: row.integer(1), representative: try row.id(2), person: try row.id(3),
            role: try row.value(4, FamilyLink.Role.init(rawValue:)), word: row.optionalText(5),
            basis: row.optionalText(6), validUntil: try row.optionalValue(7, CalendarDay.init(iso:)),
            madeAt: row.instant(8), madeBy: try row.id(9), end: try row.undoing(from: 10))
    }

    private static func readAct(_ row: any Row) throws -> ActOnBehalf {
        let visit: ID<Visit>? = try row.optionalID(2)
        return ActOnBehalf(
            id: try row.id(0), link: try row.id(1),
            matter: try visit.map { .visit($0) } ?? .consent(try row.id(3)), at: row.instant(4),
            by: try row.id(5))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, representative_id, person_id, role, word, basis, valid_until, made_at, made_by,
        ended_at, ended_by, end_reason
    FROM family_link
    WHERE id = $1
    """)

private let selectOfPerson = Query(
    """
    SELECT id, version, representative_id, person_id, role, word, basis, valid_until, made_at, made_by,
        ended_at, ended_by, end_reason
    FROM family_link
    WHERE person_id = $1
    ORDER BY ended_at IS NOT NULL, made_at DESC, id DESC
    """)

private let selectOfRepresentative = Query(
    """
    SELECT id, version, representative_id, person_id, role, word, basis, valid_until, made_at, made_by,
        ended_at, ended_by, end_reason
    FROM family_link
    WHERE representative_id = $1
    ORDER BY ended_at IS NOT NULL, made_at DESC, id DESC
    """)

private let selectActInConsent = Query(
    """
    SELECT id, link_id, visit_id, consent_id, at_ms, acted_by
    FROM act_on_behalf
    WHERE consent_id = $1
    """)

private let selectSignatures = Query(
    """
    SELECT consent_id, companion.name
    FROM consent
        JOIN act_on_behalf ON consent_id = consent.id
        JOIN companion ON companion.act_id = act_on_behalf.id
    WHERE consent.patient_id = $1
    """)

private let insertLink = Query(
    """
    INSERT INTO family_link (
        id, version, representative_id, person_id, role, word, basis, valid_until, made_at, made_by, ended_at,
        ended_by, end_reason
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    """)

private let endLink = Query(
    """
    UPDATE family_link SET version = $2, ended_at = $3, ended_by = $4, end_reason = $5 WHERE id = $1
    """)

private let insertAct = Query(
    """
    INSERT INTO act_on_behalf (id, link_id, visit_id, consent_id, at_ms, acted_by)
    VALUES ($1, $2, $3, $4, $5, $6)
    """)
