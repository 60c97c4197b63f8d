internal import Application
internal import Domain
internal import SQL

/// Finding people, in three steps until there are enough: those whose names begin as the line does, by the
/// alphabet from an index over the key; those whose surname begins with its first word, and all others,
/// newest first, from the index of runs; then those of the papers and further phones with that number. A line
/// that finds nobody is read again as the Russian layout gives it.
extension PatientRows {
    func search(_ line: SearchLine, limit: Int) throws -> [FoundPatient] {
        let people = try answers(to: line, limit)
        guard people.isEmpty, let meant = line.onRussianKeys else { return people }
        return try answers(to: meant, limit)
    }

    private func answers(to line: SearchLine, _ limit: Int) throws -> [FoundPatient] {
        let people = try byCards(line.terms, limit)
        guard people.count < limit else { return people }
        let known = Set(people.map(\.patient.id))
        let more = try byNumbers(line, limit: limit + people.count).filter { !known.contains($0.patient.id) }
        return people + more.prefix(limit - people.count)
    }

    private func byCards(_ terms: [[SearchLine.Meaning]], _ limit: Int) throws -> [FoundPatient] {
        guard !terms.isEmpty, terms.allSatisfy({ $0.contains { !$0.isOfPaper } }) else { return [] }
        var found = Findings(limit: limit)
        let words = terms.compactMap(PatientRows.word)
        if words.count == terms.count { try addByBeginning(words.joined(separator: " "), to: &found) }
        if !found.isFull { try addByRuns(SearchQuery(terms), to: &found) }
        return found.people
    }

    private func addByBeginning(_ text: String, to found: inout Findings) throws {
        try connection.each(
            selectByBeginning,
            [.text(text), .text(text + "\u{10FFFF}"), .integer(Int64(found.limit))]
        ) { row in
            found.add(try PatientRows.found(row), ofRow: row.integer(17), isLeading: true)
        }
    }

    /// When not all of those who answer have room, the newest and those whose surname begins as the line does
    /// have it; so these alone are looked for on once there is no room for all.
    private func addByRuns(_ query: SearchQuery, to found: inout Findings) throws {
        var others = Findings(limit: found.room)
        var wish = RunIndex.Wish.anybody
        try RunIndex(connection).eachCandidate(query, wanted: found.room, runLengths) { card in
            if found.has(card) || others.has(card) { return wish }
            if wish == .leading {
                try read(card, query, mustLead: true, to: &found)
            } else {
                try read(card, query, to: &others)
                if others.isFull {
                    found.addLeading(of: others)
                    wish = .leading
                }
            }
            if wish == .leading, try found.isFull || !isBeginning(query) { wish = .nobody }
            return wish
        }
        found.addLeading(of: others)
        found.add(others)
    }

    /// Whether the line has names that are wanted first, and anybody's begins so.
    private func isBeginning(_ query: SearchQuery) throws -> Bool {
        guard query.leadingRun != nil else { return false }
        let text = query.leading
        return try connection.first(selectBeginning, [.text(text), .text(text + "\u{10FFFF}")]) { _ in }
            != nil
    }

    /// Adds a candidate when its key says that it answers.
    private func read(
        _ card: Int64, _ query: SearchQuery, mustLead: Bool = false, to found: inout Findings
    ) throws {
        if found.has(card) { return }
        try connection.each(selectByRow, [.integer(card)]) { row in
            let key = SearchKey(stored: row.text(17))
            guard query.matches(key), !mustLead || query.isLeading(key) else { return }
            found.add(try PatientRows.found(row), ofRow: card, isLeading: query.isLeading(key))
        }
    }

    private static func word(_ term: [SearchLine.Meaning]) -> String? {
        if case .word(let word)? = term.first { return word }
        return nil
    }

    private static func found(_ row: any Row) throws -> FoundPatient {
        FoundPatient(patient: try read(row), hasOpenVisit: row.flag(16))
    }
}

/// People in the order found, each once, no more than asked.
private struct Findings {
    private struct One {
        let row: Int64
        let isLeading: Bool
        let patient: FoundPatient
    }

    let limit: Int
    // They are few enough to be looked through.
    private var all: [One] = []

    init(limit: Int) { self.limit = limit }

    var people: [FoundPatient] { all.map(\.patient) }
    var isFull: Bool { all.count >= limit }
    var room: Int { limit - all.count }

    func has(_ row: Int64) -> Bool { all.contains { $0.row == row } }

    mutating func add(_ patient: FoundPatient, ofRow row: Int64, isLeading: Bool) {
        add(One(row: row, isLeading: isLeading, patient: patient))
    }

    mutating func addLeading(of others: Findings) { for one in others.all where one.isLeading { add(one) } }

    mutating func add(_ others: Findings) { for one in others.all { add(one) } }

    private mutating func add(_ one: One) {
        if !isFull && !has(one.row) { all.append(one) }
    }
}

private let selectByBeginning = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email,
        snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service')),
        row
    FROM patient
    WHERE search_key >= $1 AND search_key < $2
    ORDER BY search_key
    LIMIT $3
    """)

private let selectBeginning = Query(
    "SELECT 1 FROM patient WHERE search_key >= $1 AND search_key < $2 LIMIT 1")

private let selectByRow = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email,
        snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service')),
        search_key
    FROM patient
    WHERE row = $1
    """)
