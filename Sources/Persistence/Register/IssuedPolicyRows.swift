internal import Application
internal import Domain
internal import SQL

/// The policies that this desk issued: each version of one is a row of its own.
struct IssuedPolicyRows: IssuedPolicyBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<IssuedPolicy>) throws -> IssuedPolicy? {
        try whole(connection.all(selectByID, [.text(id.text)], IssuedPolicyRows.read)).first
    }

    func find(_ edition: Edition<IssuedPolicy>) throws -> IssuedPolicy? {
        let values: [Value] = [.text(edition.id.text), .integer(edition.version)]
        return try whole(connection.all(selectEdition, values, IssuedPolicyRows.read)).first
    }

    func all(of patient: ID<Patient>) throws -> [IssuedPolicy] {
        try whole(connection.all(selectOfPatient, [.text(patient.text)], IssuedPolicyRows.read))
    }

    func numbered(_ key: String) throws -> [IssuedPolicy] {
        try whole(connection.all(selectNumbered, [.text(key)], IssuedPolicyRows.read))
    }

    func nextOwnSequence() throws -> Int64 {
        try OwnNumberRows(connection).nextSequence()
    }

    func links(of patient: ID<Patient>) throws -> [PolicyLink] {
        try connection.all(selectLinks, [.text(patient.text)]) { row in
            let issued: ID<IssuedPolicy>? = try row.optionalID(2)
            return PolicyLink(
                id: try row.id(0), patient: try row.id(1),
                target: try issued.map { .issued($0) } ?? .shown(row.id(3)), linkedAt: row.instant(4),
                linkedBy: try row.id(5))
        }
    }

    func insert(_ policy: IssuedPolicy) throws {
        if let own = policy.own, policy.version == 1 {
            try OwnNumberRows(connection).take(own, for: policy.id)
        }
        try connection.run(insertPolicy, IssuedPolicyRows.values(policy))
        for (index, programme) in policy.content.programmes.enumerated() {
            try connection.run(
                insertProgramme,
                [
                    .text(policy.id.text), .integer(policy.version), .integer(Int64(index + 1)),
                    .text(programme.id.text), .integer(programme.version),
                ])
        }
    }

    func insert(_ link: PolicyLink) throws {
        var (issued, shown): (ID<IssuedPolicy>?, ID<ShownPaper>?) = (nil, nil)
        switch link.target {
        case .issued(let id): issued = id
        case .shown(let id): shown = id
        }
        try connection.run(
            insertLink,
            [
                .text(link.id.text), .text(link.patient.text), Value(issued), Value(shown),
                .integer(link.linkedAt.milliseconds), .text(link.linkedBy.text),
            ])
    }

    private static func values(_ policy: IssuedPolicy) -> [Value] {
        let (content, travel, gone) = (policy.content, policy.content.travel, policy.revocation)
        return [
            .text(policy.id.text), .integer(policy.version), .text(policy.kind.rawValue),
            .text(policy.number), .text(IssuedPolicy.key(policy.number)), Value(policy.own?.sequence),
            .text(policy.holder.text), .text(content.insurer.id.text), .integer(content.insurer.version),
            .text(content.validFrom.iso), .text(content.validTo.iso), Value(travel?.territory),
            Value(travel?.sum), Value(travel?.currency.rawValue), Value(travel?.latinName),
            .integer(policy.issuedAt.milliseconds), .text(policy.issuedBy.text),
            .integer(policy.changedAt.milliseconds), .text(policy.changedBy.text),
            Value(policy.changeReason), Value(gone?.reason.rawValue), Value(gone?.note), Value(gone?.at),
            Value(gone?.by), Value(policy.replaces), Value(policy.replacedBy),
        ]
    }

    /// With the programmes, which stand in a table of their own.
    private func whole(_ policies: [IssuedPolicy]) throws -> [IssuedPolicy] {
        try policies.map { policy in
            let programmes = try connection.all(
                selectProgrammes, [.text(policy.id.text), .integer(policy.version)]
            ) { Edition<Programme>(try $0.id(0), $0.integer(1)) }
            return policy.with(programmes)
        }
    }

    private static func read(_ row: any Row) throws -> IssuedPolicy {
        let number = row.text(3)
        return IssuedPolicy(
            id: try row.id(0), version: row.integer(1),
            kind: try row.value(2, IssuedPolicy.Kind.init(rawValue:)), number: number,
            own: row.isNull(4) ? nil : OwnNumber(stored: number), holder: try row.id(5),
            content: IssuedPolicy.Content(
                insurer: Edition(try row.id(6), row.integer(7)), programmes: [],
                validFrom: try row.day(8), validTo: try row.day(9), travel: try travel(row)),
            issuedAt: row.instant(14), issuedBy: try row.id(15), changedAt: row.instant(16),
            changedBy: try row.id(17), changeReason: row.optionalText(18), revocation: try revocation(row),
            replaces: try row.optionalID(23), replacedBy: try row.optionalID(24))
    }

    private static func travel(_ row: any Row) throws -> IssuedPolicy.Travel? {
        guard let territory = row.optionalText(10) else { return nil }
        return IssuedPolicy.Travel(
            territory: territory, sum: row.integer(11),
            currency: try row.value(12, IssuedPolicy.Currency.init(rawValue:)), latinName: row.text(13))
    }

    private static func revocation(_ row: any Row) throws -> IssuedPolicy.Revocation? {
        guard let at = row.optionalInstant(21) else { return nil }
        return IssuedPolicy.Revocation(
            reason: try row.value(19, IssuedPolicy.RevocationClass.init(rawValue:)),
            note: row.optionalText(20), at: at, by: try row.id(22))
    }
}

extension IssuedPolicy {
    fileprivate func with(_ programmes: [Edition<Programme>]) -> IssuedPolicy {
        var content = content
        content.programmes = programmes
        return IssuedPolicy(
            id: id, version: version, kind: kind, number: number, own: own, holder: holder,
            content: content, issuedAt: issuedAt, issuedBy: issuedBy, changedAt: changedAt,
            changedBy: changedBy, changeReason: changeReason, revocation: revocation, replaces: replaces,
            replacedBy: replacedBy)
    }
}

private let selectByID = Query(
    """
    SELECT id, version, kind, number, own_sequence, patient_id, insurer_id, insurer_version, valid_from,
        valid_to, territory, sum_hundredths, currency, latin_name, issued_at, issued_by, changed_at,
        changed_by, change_reason, revoked_for, revoked_note, revoked_at, revoked_by, replaces_id,
        replaced_by_id
    FROM issued_policy
    WHERE id = $1
    ORDER BY version DESC
    LIMIT 1
    """)

private let selectEdition = Query(
    """
    SELECT id, version, kind, number, own_sequence, patient_id, insurer_id, insurer_version, valid_from,
        valid_to, territory, sum_hundredths, currency, latin_name, issued_at, issued_by, changed_at,
        changed_by, change_reason, revoked_for, revoked_note, revoked_at, revoked_by, replaces_id,
        replaced_by_id
    FROM issued_policy
    WHERE id = $1 AND version = $2
    """)

private let selectOfPatient = Query(
    """
    SELECT id, version, kind, number, own_sequence, patient_id, insurer_id, insurer_version, valid_from,
        valid_to, territory, sum_hundredths, currency, latin_name, issued_at, issued_by, changed_at,
        changed_by, change_reason, revoked_for, revoked_note, revoked_at, revoked_by, replaces_id,
        replaced_by_id
    FROM issued_policy
    WHERE patient_id = $1 AND version = (SELECT max(version) FROM issued_policy AS other
        WHERE other.id = issued_policy.id)
    ORDER BY issued_at DESC, id DESC
    """)

private let selectNumbered = Query(
    """
    SELECT id, version, kind, number, own_sequence, patient_id, insurer_id, insurer_version, valid_from,
        valid_to, territory, sum_hundredths, currency, latin_name, issued_at, issued_by, changed_at,
        changed_by, change_reason, revoked_for, revoked_note, revoked_at, revoked_by, replaces_id,
        replaced_by_id
    FROM issued_policy
    WHERE id IN (SELECT id FROM issued_policy WHERE number_key = $1)
        AND version = (SELECT max(version) FROM issued_policy AS other WHERE other.id = issued_policy.id)
    ORDER BY issued_at DESC, id DESC
    """)

private let selectProgrammes = Query(
    """
    SELECT programme_id, programme_version
    FROM issued_policy_programme
    WHERE policy_id = $1 AND version = $2
    ORDER BY place
    """)

private let selectLinks = Query(
    """
    SELECT id, patient_id, policy_id, paper_id, linked_at, linked_by
    FROM policy_link
    WHERE patient_id = $1
    ORDER BY linked_at DESC, id DESC
    """)

private let insertPolicy = Query(
    """
    INSERT INTO issued_policy (
        id, version, kind, number, number_key, own_sequence, patient_id, insurer_id, insurer_version,
        valid_from, valid_to, territory, sum_hundredths, currency, latin_name, issued_at, issued_by,
        changed_at, changed_by, change_reason, revoked_for, revoked_note, revoked_at, revoked_by,
        replaces_id, replaced_by_id
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26)
    """)

private let insertProgramme = Query(
    """
    INSERT INTO issued_policy_programme (policy_id, version, place, programme_id, programme_version)
    VALUES ($1, $2, $3, $4, $5)
    """)

private let insertLink = Query(
    """
    INSERT INTO policy_link (id, patient_id, policy_id, paper_id, linked_at, linked_by)
    VALUES ($1, $2, $3, $4, $5, $6)
    """)
