internal import Application
internal import Domain
internal import SQL

// A paper is found by its number from an index, and the paper leads to the card. What else the line says is
// judged on the few cards found so, and not by the store.

/// Finding people by what they showed and signed.
extension PatientRows {
    /// Cards that have the paper which one term of the line names, and for which the others hold.
    func byPapers(_ line: SearchLine, limit: Int) throws -> [FoundPatient] {
        let terms = line.terms.filter { $0.contains(where: \.isOfPaper) }
        guard terms.count == 1, let term = terms.first else { return [] }
        let others = line.terms.filter { $0 != term }
        return try term.flatMap { try bearers(of: $0, limit: limit) }.compactMap { bearer in
            let isMeant = others.allSatisfy { meanings in
                meanings.contains { $0.holds(for: bearer.found.patient, besides: bearer.letters) }
            }
            return isMeant ? bearer.found : nil
        }
    }

    private typealias Bearer = (found: FoundPatient, letters: String)

    private func bearers(of meaning: SearchLine.Meaning, limit: Int) throws -> [Bearer] {
        switch meaning {
        case .document(let digits): try byDocument(digits)
        case .policy(let digits): try byPolicy(digits, limit: limit)
        case .sheet(let number):
            try connection.all(selectBySheet, [.integer(number)]) { row in
                (try PatientRows.found(row, FoundBy(.sheet, "\(number)")), "")
            }
        case .word, .birthDate, .birthYear, .phone, .snils, .card: []
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

    private func byPolicy(_ digits: String, limit: Int) throws -> [Bearer] {
        try connection.all(
            selectByPolicy, [.text(String(digits.suffix(4))), .text("%" + digits), .integer(Int64(limit))]
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
    WHERE substr(number, -4) = $1 AND sort = 'policy' AND struck_at IS NULL AND number LIKE $2
    ORDER BY shown_at DESC
    LIMIT $3
    """)

private let selectBySheet = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, name, patronymic, patronymic_absent, birth_date,
        sex, phone, email, snils, patient.note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM consent JOIN patient ON patient.id = consent.patient_id
    WHERE consent.number = $1
    """)

// The audit has no index by operator; the last few thousand rows are a day or two of a busy desk.
private let selectRecent = Query(
    """
    SELECT patient.id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex,
        phone, email, snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM (
        SELECT subject_id, max(seq) AS last
        FROM audit
        WHERE seq > (SELECT max(seq) FROM audit) - 5000 AND operator_id = $1 AND subject_kind = 'patient'
            AND action IN ('patient_viewed', 'patient_registered', 'patient_corrected')
        GROUP BY subject_id
        ORDER BY last DESC
        LIMIT $2
    ) JOIN patient ON patient.id = subject_id
    ORDER BY last DESC
    """)
