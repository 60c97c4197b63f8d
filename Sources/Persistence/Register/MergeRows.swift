internal import Application
internal import Domain
internal import SQL
internal import Wire

/// Cards that live on in others.
struct MergeRows: MergeBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<CardMerge>) throws -> CardMerge? {
        try connection.first(selectByID, [.text(id.text)], MergeRows.read)
    }

    func standing(of merged: ID<Patient>) throws -> CardMerge? {
        try connection.first(selectOfMerged, [.text(merged.text)], MergeRows.read)
    }

    func standing(into kept: ID<Patient>) throws -> [CardMerge] {
        try connection.all(selectIntoKept, [.text(kept.text)], MergeRows.read)
    }

    func gathered(by id: ID<Patient>) throws -> [GatheredCard] {
        try connection.all(selectGathered, [.text(id.text)]) {
            GatheredCard(id: try $0.id(0), cardNumber: $0.integer(1))
        }
    }

    func led(_ found: [FoundPatient]) throws -> [FoundPatient] {
        // A desk that has merged nothing asks no more than this.
        guard !found.isEmpty, try connection.first(selectAny, [], { $0.integer(0) }) != nil else {
            return found
        }
        var ways: [ID<Patient>: FoundPatient] = [:]
        try connection.each(selectWays, [Value(list: found.map(\.patient.id))]) { row in
            ways[try row.id(17)] = FoundPatient(
                patient: try PatientRows.read(row), hasOpenVisit: row.flag(16))
        }
        return found.map { one in
            guard let way = ways[one.patient.id] else { return one }
            let isSame = way.patient.id == one.patient.id
            return FoundPatient(
                patient: way.patient, hasOpenVisit: way.hasOpenVisit,
                formerCard: isSame ? nil : one.patient.cardNumber, foundBy: one.foundBy)
        }
    }

    func insert(_ merge: CardMerge) throws {
        let before = String(decoding: JSON(fact: merge.before).canonical, as: UTF8.self)
        let taken = PersonField.allCases.filter(merge.taken.contains).map(\.rawValue)
        try connection.run(
            insertMerge,
            [
                .text(merge.id.text), .integer(merge.version), .text(merge.kept.text),
                .text(merge.merged.text), .text(before), .text(taken.joined(separator: " ")),
                .text(merge.reason), .integer(merge.mergedAt.milliseconds), .text(merge.mergedBy.text),
                Value(merge.parting?.at), Value(merge.parting?.by), Value(merge.parting?.reason),
            ])
        try MailProfileRows(connection).follow(merge.kept)
    }

    func part(_ merge: CardMerge) throws {
        try connection.run(
            partMerge,
            [
                .text(merge.id.text), .integer(merge.version), Value(merge.parting?.at),
                Value(merge.parting?.by), Value(merge.parting?.reason),
            ])
        for card in [merge.kept, merge.merged] { try MailProfileRows(connection).follow(card) }
    }

    /// Reads the columns of `card_merge` in the order of the table.
    private static func read(_ row: any Row) throws -> CardMerge {
        let taken = row.text(5).split(separator: " ").compactMap { PersonField(rawValue: String($0)) }
        return CardMerge(
            id: try row.id(0), version: row.integer(1), kept: try row.id(2), merged: try row.id(3),
            before: try row.value(4) { try? Person(fact: JSON(parsing: Array($0.utf8)), "kept_before") },
            taken: Set(taken), reason: row.text(6), mergedAt: row.instant(7), mergedBy: try row.id(8),
            parting: try row.undoing(from: 9))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, kept_id, merged_id, kept_before, taken, reason, merged_at, merged_by, parted_at,
        parted_by, part_reason
    FROM card_merge
    WHERE id = $1
    """)

private let selectOfMerged = Query(
    """
    SELECT id, version, kept_id, merged_id, kept_before, taken, reason, merged_at, merged_by, parted_at,
        parted_by, part_reason
    FROM card_merge
    WHERE merged_id = $1 AND parted_at IS NULL
    """)

private let selectIntoKept = Query(
    """
    SELECT id, version, kept_id, merged_id, kept_before, taken, reason, merged_at, merged_by, parted_at,
        parted_by, part_reason
    FROM card_merge
    WHERE kept_id = $1 AND parted_at IS NULL
    ORDER BY rowid DESC
    """)

private let selectGathered = Query(
    """
    WITH RECURSIVE gathered (id) AS (
        SELECT merged_id FROM card_merge WHERE kept_id = $1 AND parted_at IS NULL
        UNION
        SELECT merged_id FROM gathered JOIN card_merge ON kept_id = gathered.id AND parted_at IS NULL
    )
    SELECT patient.id, card_number FROM gathered JOIN patient ON patient.id = gathered.id
    ORDER BY card_number
    """)

private let selectAny = Query("SELECT 1 FROM card_merge WHERE parted_at IS NULL LIMIT 1")

// From each card along its merges to the one that lives; and back over all that live on in that one, for a
// visit that is open at any of them.
private let selectWays = Query(
    """
    WITH RECURSIVE way (asked, id) AS (
        SELECT value, value FROM json_each($1)
        UNION ALL
        SELECT asked, kept_id FROM way JOIN card_merge ON merged_id = way.id AND parted_at IS NULL
    ), living (asked, id) AS (
        SELECT asked, id FROM way
        WHERE NOT EXISTS (SELECT 1 FROM card_merge WHERE merged_id = way.id AND parted_at IS NULL)
    ), whole (kept, id) AS (
        SELECT id, id FROM living
        UNION
        SELECT kept, merged_id FROM whole JOIN card_merge ON kept_id = whole.id AND parted_at IS NULL
    )
    SELECT patient.id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex,
        phone, email, snils, note, registered_at, registered_by, changed_at,
        patient.id IN (
            SELECT kept FROM whole JOIN visit ON patient_id = whole.id
            WHERE state IN ('arrived', 'in_service')),
        living.asked
    FROM living JOIN patient ON patient.id = living.id
    """)

private let insertMerge = Query(
    """
    INSERT INTO card_merge (
        id, version, kept_id, merged_id, kept_before, taken, reason, merged_at, merged_by, parted_at,
        parted_by, part_reason
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    """)

private let partMerge = Query(
    """
    UPDATE card_merge SET version = $2, parted_at = $3, parted_by = $4, part_reason = $5 WHERE id = $1
    """)
