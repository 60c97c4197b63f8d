internal import Application
internal import Domain
internal import SQL

// A paper and a further phone are found by their number from an index, and lead to the card. What else the
// line says is judged on the few cards found so, and not by the store.

/// Finding people by what they showed, signed and left beside their cards.
extension PatientRows {
    private typealias Bearer = (found: FoundPatient, letters: String)

    // In a million policies a hundred end in the same four digits.
    private static let mostBearers = 500

    /// Cards that have the papers and the phones which terms of the line name, and for which the others hold.
    func byNumbers(_ line: SearchLine, limit: Int) throws -> [FoundPatient] {
        let most = line.terms.count == 1 ? limit : PatientRows.mostBearers
        let bearers = try line.terms.map { try $0.flatMap { try self.bearers(of: $0, limit: most) } }
        let ids = bearers.map { Set($0.map(\.found.patient.id)) }
        let letters = Dictionary(bearers.joined().map { ($0.found.patient.id, $0.letters) }) { "\($0) \($1)" }
        var seen: Set<ID<Patient>> = []
        let meant = bearers.joined().map(\.found).filter { found in
            let patient = found.patient
            return seen.insert(patient.id).inserted
                && zip(line.terms, ids).allSatisfy { meanings, named in
                    named.contains(patient.id)
                        || meanings.contains { $0.holds(for: patient, besides: letters[patient.id] ?? "") }
                }
        }
        return Array(meant.prefix(limit))
    }

    private func bearers(of meaning: SearchLine.Meaning, limit: Int) throws -> [Bearer] {
        switch meaning {
        case .document(let digits): try byDocument(digits)
        case .policy(let digits): try byPolicy(digits, limit: limit)
        case .phone(let digits): try byFurtherPhone(digits)
        case .sheet(let number):
            try connection.all(selectBySheet, [.integer(number)]) { row in
                (try PatientRows.found(row, FoundBy(.sheet, "\(number)")), "")
            }
        case .word, .birthDate, .birthYear, .snils, .card: []
        }
    }

    // A part of one would need an index of its own, for a phone that few patients leave.
    private static let leastPhoneDigits = 10

    private func byFurtherPhone(_ digits: String) throws -> [Bearer] {
        guard digits.utf8.count >= PatientRows.leastPhoneDigits else { return [] }
        return try connection.all(selectByFurtherPhone, [.text("+7" + digits), .text("+" + digits)]) { row in
            (try PatientRows.found(row, FoundBy(.phone, digits)), "")
        }
    }

    /// A passport's number has six digits behind its series, one for travelling has seven.
    private func byDocument(_ digits: String) throws -> [Bearer] {
        let numbers = [digits, String(digits.suffix(6)), String(digits.suffix(7))].map(Value.text)
        let bearers = try connection.all(selectByDocument, numbers) { row -> (bearer: Bearer, isIt: Bool) in
            let (series, number) = (row.optionalText(17) ?? "", row.text(18))
            let found = try PatientRows.found(row, FoundBy(.document, number))
            return ((found, series), number == digits || series + number == digits)
        }
        return bearers.filter(\.isIt).map(\.bearer)
    }

    // By LIKE, SQLite would plan the query anew for each number.
    private func byPolicy(_ digits: String, limit: Int) throws -> [Bearer] {
        try connection.all(
            selectByPolicy, [.text(String(digits.suffix(4))), .text(digits), .integer(Int64(limit))]
        ) { row in (try PatientRows.found(row, FoundBy(.policy, row.text(18))), row.text(18)) }
    }

    private static func found(_ row: any Row, _ foundBy: FoundBy) throws -> FoundPatient {
        FoundPatient(patient: try read(row), hasOpenVisit: row.flag(16), foundBy: foundBy)
    }
}

// MARK: Who was here last

extension PatientRows {
    func recent(of owner: ID<Operator>, limit: Int) throws -> [FoundPatient] {
        try connection.all(selectRecent, [.text(owner.text), .integer(Int64(limit))]) {
            FoundPatient(patient: try PatientRows.read($0), hasOpenVisit: $0.flag(16))
        }
    }
}

private let selectByDocument = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, name, patronymic, patronymic_absent, birth_date,
        sex, phone, email, snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service')),
        series, number
    FROM shown_paper JOIN patient ON patient.id = shown_paper.patient_id
    WHERE number IN ($1, $2, $3) AND sort = 'document' AND struck_at IS NULL
    ORDER BY shown_at DESC
    LIMIT 200
    """)

private let selectByPolicy = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, name, patronymic, patronymic_absent, birth_date,
        sex, phone, email, snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service')),
        series, number
    FROM shown_paper JOIN patient ON patient.id = shown_paper.patient_id
    WHERE substr(number, -4) = $1 AND sort = 'policy' AND struck_at IS NULL
        AND substr(number, -length($2)) = $2
    ORDER BY shown_at DESC
    LIMIT $3
    """)

private let selectByFurtherPhone = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, name, patronymic, patronymic_absent, birth_date,
        sex, patient.phone, email, snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM further_phone JOIN patient ON patient.id = further_phone.patient_id
    WHERE further_phone.phone IN ($1, $2)
    ORDER BY patient.row DESC
    LIMIT 200
    """)

private let selectBySheet = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, name, patronymic, patronymic_absent, birth_date,
        sex, phone, email, snils, patient.note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM consent JOIN patient ON patient.id = consent.patient_id
    WHERE consent.number = $1
    """)

// The newest rows of one operator, from an index of these three actions: a card looked at again and again
// takes several of them.
private let selectRecent = Query(
    """
    SELECT patient.id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex,
        phone, email, snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM (
        SELECT subject_id, max(seq) AS last
        FROM (
            SELECT subject_id, seq
            FROM audit
            WHERE operator_id = $1 AND action IN ('patient_viewed', 'patient_registered', 'patient_corrected')
            ORDER BY seq DESC
            LIMIT 1000
        )
        GROUP BY subject_id
        ORDER BY last DESC
        LIMIT $2
    ) JOIN patient ON patient.id = subject_id
    ORDER BY last DESC
    """)
