internal import Application
internal import Domain
internal import SQL

/// Finding people. Two ways in: the beginning of the folded name, which is how a receptionist types and comes
/// in alphabetical order from an index; and any part of the key, through its runs of three characters. A term
/// of one or two letters is no run: it must begin a word of what the longer ones find, or of any key when
/// there are none.
extension PatientRows {
    func search(_ line: SearchLine, limit: Int) throws -> [FoundPatient] {
        var found = Findings(limit: limit)
        let isOfCard = line.terms.allSatisfy { $0.contains { !$0.isOfPaper } }
        if isOfCard { try addByCard(line, limit: limit, to: &found) }
        if !found.isFull { try found.add(byPapers(line, limit: limit)) }
        return found.people
    }

    private func addByCard(_ line: SearchLine, limit: Int, to found: inout Findings) throws {
        let words = line.terms.compactMap(PatientRows.word)
        if !words.isEmpty && words.count == line.terms.count {
            let beginning = words.joined(separator: " ")
            try found.add(
                connection.all(
                    selectByBeginning,
                    [.text(beginning), .text(beginning + "\u{10FFFF}"), .integer(Int64(limit))],
                    PatientRows.found))
        }
        guard !found.isFull, !line.isEmpty else { return }
        let long = line.terms.compactMap(PatientRows.phrases)
        let short = words.filter { $0.unicodeScalars.count < PatientRows.run }
        if !long.isEmpty {
            try found.add(byRuns(long, and: short, limit: limit))
        } else if !short.isEmpty {
            try found.add(byInitials(short, limit: limit))
        }
    }

    private static let run = 3
    /// Surname, name and patronymic; more initials than these narrow nothing.
    private static let mostInitials = 3

    /// Every term in one of its meanings must be a part of the key.
    private func byRuns(_ long: [String], and short: [String], limit: Int) throws -> [FoundPatient] {
        try connection.all(
            selectByRuns,
            [.text(long.joined(separator: " AND "))] + PatientRows.patterns(short) + [.integer(Int64(limit))],
            PatientRows.found)
    }

    /// Only terms of one or two letters: no index helps, so this walks the keys in the order of the alphabet
    /// until it has enough.
    private func byInitials(_ short: [String], limit: Int) throws -> [FoundPatient] {
        try connection.all(
            selectByInitials, PatientRows.patterns(short) + [.integer(Int64(limit))], PatientRows.found)
    }

    /// Patterns for the beginnings of words that a query narrows by; '%' narrows nothing.
    private static func patterns(_ terms: [String]) -> [Value] {
        (0..<mostInitials).map { index in .text(index < terms.count ? "% \(terms[index])%" : "%") }
    }

    private static func word(_ term: [SearchLine.Meaning]) -> String? {
        if case .word(let word)? = term.first { return word }
        return nil
    }

    /// A term as the index of runs is asked for it, or nil when it is too short to be a run.
    private static func phrases(_ term: [SearchLine.Meaning]) -> String? {
        let parts = term.map(part).filter { $0.unicodeScalars.count >= run }
        if parts.isEmpty { return nil }
        let quoted = parts.map {
            "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }
        return "(" + quoted.joined(separator: " OR ") + ")"
    }

    /// How `searchKey` writes what the term means.
    private static func part(_ meaning: SearchLine.Meaning) -> String {
        switch meaning {
        case .word(let word): word
        case .birthDate(let day): day.shown
        case .birthYear(let year): ".\(year)"
        case .phone(let digits), .snils(let digits): digits
        case .card(let number): "№\(number)."
        // Not of the card: another query finds them.
        case .document, .policy, .sheet: ""
        }
    }

    private static func found(_ row: any Row) throws -> FoundPatient {
        FoundPatient(patient: try read(row), hasOpenVisit: row.flag(16))
    }
}

/// People in the order found, each once, no more than asked.
private struct Findings {
    let limit: Int
    private(set) var people: [FoundPatient] = []
    private var seen: Set<ID<Patient>> = []

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { people.count >= limit }

    mutating func add(_ more: [FoundPatient]) {
        for one in more where !isFull && seen.insert(one.patient.id).inserted { people.append(one) }
    }
}

private let selectByBeginning = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email,
        snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM patient
    WHERE search_key >= $1 AND search_key < $2
    ORDER BY search_key
    LIMIT $3
    """)

private let selectByRuns = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email,
        snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM patient_search JOIN patient ON patient.row = patient_search.rowid
    WHERE patient_search MATCH $1
        AND ' ' || patient.search_key LIKE $2
        AND ' ' || patient.search_key LIKE $3
        AND ' ' || patient.search_key LIKE $4
    ORDER BY patient_search.rowid DESC
    LIMIT $5
    """)

private let selectByInitials = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email,
        snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))
    FROM patient
    WHERE ' ' || search_key LIKE $1
        AND ' ' || search_key LIKE $2
        AND ' ' || search_key LIKE $3
    ORDER BY search_key
    LIMIT $4
    """)
