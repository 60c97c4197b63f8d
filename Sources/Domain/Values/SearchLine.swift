// One field takes everything: «Иванова 01.02.1990», `926 111`, a СНИЛС, a card's number. Words are told from
// digits first; digits that stand together are joined when only together they are something ("8 926
// 111-11-11"). What can be two things is left to be both: the store looks for either, as for `926 111`, which
// is a part of a phone or two cards.

/// A line of the search field, understood.
package struct SearchLine: Hashable, Sendable {
    /// One thing that a term may mean.
    package enum Meaning: Hashable, Sendable {
        /// The beginning of a word of a name, folded.
        case word(String)
        case birthDate(CalendarDay)
        case birthYear(Int)
        /// Digits somewhere in the number; without +7 or 8 when it is whole.
        case phone(String)
        /// Eleven digits.
        case snils(String)
        case card(Int)
        /// Series and number of an identity document in one, or its number alone.
        case document(String)
        /// A policy's number, whole or its last digits.
        case policy(String)
        /// The number of a consent's sheet.
        case sheet(Int64)

        /// Whether a paper is looked for, and not the card itself.
        package var isOfPaper: Bool {
            switch self {
            case .document, .policy, .sheet: true
            case .word, .birthDate, .birthYear, .phone, .snils, .card: false
            }
        }
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case name
        case birthDate = "birth_date"
        case phone
        case snils
        case card
        case document
        case policy
        case sheet
        case mixed
    }

    /// A patient is found when every term holds; a term holds when one of its meanings does.
    package let terms: [[Meaning]]
    private let typed: String

    package var isEmpty: Bool { terms.isEmpty }

    /// What to tell the reader about how the line was taken.
    package var kind: Kind {
        let kinds = Set(terms.compactMap(\.first).map(SearchLine.kind))
        return kinds.count == 1 ? kinds.first ?? .mixed : .mixed
    }

    private static func kind(of meaning: Meaning) -> Kind {
        switch meaning {
        case .word: .name
        case .birthDate, .birthYear: .birthDate
        case .phone: .phone
        case .snils: .snils
        case .card: .card
        case .document: .document
        case .policy: .policy
        case .sheet: .sheet
        }
    }
}

// MARK: Reading

extension SearchLine {
    // A name has three parts, some people's five; more words than this are a pasted page.
    private static let mostTerms = 8

    package init(_ typed: String) {
        var terms: [[Meaning]] = []
        var run: [Substring] = []
        for token in SearchLine.tokens(typed) {
            if SearchLine.isNumeric(token) {
                run.append(token)
                continue
            }
            if !run.isEmpty { terms += SearchLine.numbers(run) }
            run = []
            if token.unicodeScalars.contains(where: TypedText.isDigit),
                case .sheet(let sheet)? = ScannedCode(String(token))
            {
                terms.append([.sheet(sheet.number)])
                continue
            }
            terms += SearchText.fold(String(token)).split(separator: " ").map { [.word(String($0))] }
        }
        terms += SearchLine.numbers(run)
        self.terms = Array(terms.prefix(SearchLine.mostTerms))
        self.typed = typed
    }

    /// What the same keys give with the Russian layout on: «иванов» for "bdfyjd". Nil when that is nothing
    /// else.
    package var onRussianKeys: SearchLine? {
        let words = SearchLine.tokens(typed).map { token in
            SearchLine.isNumeric(token)
                ? String(token) : Alphabet.onRussianKeys(String(token)) ?? String(token)
        }
        let line = SearchLine(words.joined(separator: " "))
        return line.terms == terms ? nil : line
    }

    /// Words between spaces; a number sign belongs to what follows it.
    private static func tokens(_ typed: String) -> [Substring] {
        var tokens: [Substring] = []
        for token in TypedText.line(typed).split(separator: " ") {
            if let sign = tokens.last, sign == "№" || sign == "#" {
                tokens[tokens.count - 1] = sign + token
            } else {
                tokens.append(token)
            }
        }
        return tokens
    }

    private static func isNumeric(_ token: Substring) -> Bool {
        token.unicodeScalars.contains(where: TypedText.isDigit)
            && token.allSatisfy { "0123456789+-().,/№#".contains($0) }
    }
}
