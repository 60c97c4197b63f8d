internal import Application
internal import Domain
internal import SQL

/// The cards.
struct PatientRows: PatientBook {
    let connection: any Connection
    /// What a search remembers from one to the next; nil where nobody searches.
    let runLengths: RunLengths?

    init(_ connection: any Connection, _ runLengths: RunLengths? = nil) {
        self.connection = connection
        self.runLengths = runLengths
    }

    func find(_ id: ID<Patient>) throws -> Patient? {
        try connection.first(selectByID, [.text(id.text)], { try PatientRows.read($0) })
    }

    func nextCardNumber() throws -> Int64 {
        try connection.first(selectNextCard, []) { $0.integer(0) } ?? 1
    }

    func sharing(_ snils: Snils, except id: ID<Patient>?) throws -> Patient? {
        try connection.first(
            selectBySnils, [.text(snils.digits), .text(id?.text ?? "")], { try PatientRows.read($0) })
    }

    func insert(_ patient: Patient) throws {
        let person = patient.person
        let key = SearchKey(patient)
        let row = try connection.first(
            insertPatient,
            [
                .text(patient.id.text), .integer(patient.version), .integer(patient.cardNumber),
                .text(person.surname), .text(person.name), Value(person.patronymic.text),
                Value(person.patronymic == .absent),
                .text(person.birthDate.iso), .text(person.sex.rawValue), Value(person.phone?.e164),
                Value(person.email?.text), Value(person.snils?.digits), Value(person.note),
                .integer(patient.registeredAt.milliseconds), .text(patient.registeredBy.text),
                .integer(patient.changedAt.milliseconds), .text(key.text),
            ]
        ) { $0.integer(0) }
        guard let row else { preconditionFailure("an inserted row tells its number") }
        // The indexes are told the row: each would look it up again by the card's id.
        try RunIndex(connection).put(key, ofRow: row)
        try AlikeRows(connection).insert(person, row: row)
    }

    func update(_ patient: Patient) throws {
        let person = patient.person
        let key = SearchKey(patient)
        let alike = AlikeRows(connection)
        try alike.remove(patient.id)
        let row = try connection.first(
            updatePatient,
            [
                .text(patient.id.text), .integer(patient.version), .text(person.surname), .text(person.name),
                Value(person.patronymic.text), Value(person.patronymic == .absent),
                .text(person.birthDate.iso), .text(person.sex.rawValue), Value(person.phone?.e164),
                Value(person.email?.text), Value(person.snils?.digits), Value(person.note),
                .integer(patient.changedAt.milliseconds), .text(key.text),
            ]
        ) { $0.integer(0) }
        guard let row else { return }
        let index = RunIndex(connection)
        try index.remove(row: row)
        try index.put(key, ofRow: row)
        try alike.insert(person, row: row)
        try MailProfileRows(connection).follow(patient.id)
    }

    /// Reads the columns of `patient` in the order of the table, without the last, from `first` on.
    static func read(_ row: any Row, from first: Int = 0) throws -> Patient {
        let patronymic: Patronymic = row.flag(first + 6) ? .absent : .given(row.text(first + 5))
        let person = Person(
            surname: row.text(first + 3), name: row.text(first + 4), patronymic: patronymic,
            birthDate: try row.day(first + 7), sex: try row.value(first + 8, Sex.init(rawValue:)),
            phone: try row.optionalValue(first + 9, PhoneNumber.init(stored:)),
            email: try row.optionalValue(first + 10, EmailAddress.init(stored:)),
            snils: try row.optionalValue(first + 11, Snils.init(stored:)), note: row.optionalText(first + 12))
        return Patient(
            id: try row.id(first), version: row.integer(first + 1), cardNumber: row.integer(first + 2),
            person: person, registeredAt: row.instant(first + 13), registeredBy: try row.id(first + 14),
            changedAt: row.instant(first + 15))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email, snils, note, registered_at, registered_by, changed_at
    FROM patient
    WHERE id = $1
    """)

private let selectBySnils = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email, snils, note, registered_at, registered_by, changed_at
    FROM patient
    WHERE snils = $1 AND id <> $2
        AND NOT EXISTS (SELECT 1 FROM card_merge WHERE merged_id = patient.id AND parted_at IS NULL)
    ORDER BY row
    LIMIT 1
    """)

private let selectNextCard = Query("SELECT coalesce(max(card_number), 0) + 1 FROM patient")

private let insertPatient = Query(
    """
    INSERT INTO patient (
        id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email, snils, note, registered_at, registered_by, changed_at, search_key
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    RETURNING row
    """)

private let updatePatient = Query(
    """
    UPDATE patient SET
        version = $2,
        surname = $3,
        name = $4,
        patronymic = $5,
        patronymic_absent = $6,
        birth_date = $7,
        sex = $8,
        phone = $9,
        email = $10,
        snils = $11,
        note = $12,
        changed_at = $13,
        search_key = $14
    WHERE id = $1
    RETURNING row
    """)
