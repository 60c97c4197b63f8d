internal import Domain

/// What a line asks of a key, in two ways: by runs, which an index can answer, and by the key itself, which
/// has the last word.
struct SearchQuery {
    /// One meaning of a term.
    struct Meaning {
        /// How the key writes it; a space in front of what must begin a word.
        let part: [UInt8]
        /// The runs that such a key has. None for a card's number, which has an index of its own.
        let runs: [SearchRun]
        let card: Int64?

        var isNumber: Bool { part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    }

    /// A card is found when every term holds; a term holds when one of its meanings does.
    let terms: [[Meaning]]
    /// What every key has that answers; empty when each term may mean several things.
    let surePart: String
    /// What the keys begin with that are wanted first, if any are.
    let leading: String
    /// The run of that beginning.
    let leadingRun: SearchRun?

    init(_ terms: [[SearchLine.Meaning]]) {
        self.terms = terms.map { $0.compactMap(SearchQuery.read) }
        let sure = self.terms.filter { $0.count == 1 }.map { $0[0].part.drop { $0 == SearchQuery.space } }
        surePart = String(decoding: sure.max { $0.count < $1.count } ?? [], as: UTF8.self)
        // A line of one word has found those beginnings in the index over the key.
        if terms.count > 1, case .word(let word)? = terms[0].first {
            leading = word
            leadingRun = SearchRun.beginning(ofLine: word)
        } else {
            leading = ""
            leadingRun = nil
        }
    }

    /// Nil for what no key says: other tables are asked for that.
    private static func read(_ meaning: SearchLine.Meaning) -> Meaning? {
        switch meaning {
        case .word(let word): inside(word) ?? beginning(word)
        case .birthDate(let day): date(day.shown)
        case .birthYear(let year): date(SearchKey.birthYear(year))
        case .phone(let digits), .snils(let digits): inside(digits) ?? beginning(digits)
        case .card(let number):
            Meaning(part: bytes(SearchKey.card(number)), runs: [], card: Int64(number))
        case .document, .policy, .sheet: nil
        }
    }

    private static func date(_ text: String) -> Meaning {
        Meaning(part: bytes(text), runs: [SearchRun.date(text)], card: nil)
    }

    /// Nil when the part is too short to have a run.
    private static func inside(_ part: String) -> Meaning? {
        let runs = SearchRun.inside(part)
        return runs.isEmpty ? nil : Meaning(part: bytes(part), runs: runs, card: nil)
    }

    private static func beginning(_ word: String) -> Meaning {
        Meaning(part: bytes(" " + word), runs: [SearchRun.beginning(ofWord: word)], card: nil)
    }

    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// Whether the key is as asked.
    func matches(_ key: SearchKey) -> Bool {
        var line = key.text
        return line.withUTF8 { line in
            terms.allSatisfy { term in term.contains { SearchQuery.holds(line, $0.part) } }
        }
    }

    func isLeading(_ key: SearchKey) -> Bool { leadingRun != nil && key.text.utf8.starts(with: leading.utf8) }

    private static let space = UInt8(ascii: " ")

    private static func holds(_ line: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
        part.withUnsafeBufferPointer { part in
            guard let first = part.first else { return true }
            // Nothing stands before the first word.
            if first == space && line.starts(with: part.dropFirst()) { return true }
            var start = 0
            while start + part.count <= line.count {
                var length = 0
                while length < part.count && line[start + length] == part[length] { length += 1 }
                if length == part.count { return true }
                start += 1
            }
            return false
        }
    }
}
