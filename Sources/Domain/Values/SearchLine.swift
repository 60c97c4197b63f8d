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
    // Three digits of a phone are in every tenth number.
    private static let leastPhoneDigits = 4
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
            terms += SearchLine.numbers(run)
            run = []
            if case .sheet(let sheet)? = ScannedCode(String(token)) {
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

    /// Numbers that stand side by side: one thing together, or each by itself.
    private static func numbers(_ run: [Substring]) -> [[Meaning]] {
        guard !run.isEmpty else { return [] }
        let joined = run.joined(separator: " ")
        let digits = TypedText.digits(joined)
        if run.count == 1 || (10...11).contains(digits.utf8.count) || joined.hasPrefix("+")
            || isSpacedDate(run) || isPaper(run)
        {
            let meanings = meanings(of: joined, digits)
            return meanings.isEmpty ? [] : [meanings]
        }
        return groups(run)
    }

    /// Short groups that stand together are a part of a phone, or cards; anything else is by itself.
    private static func groups(_ run: [Substring]) -> [[Meaning]] {
        var terms: [[Meaning]] = []
        var groups: [Substring] = []
        for token in run + [""] {
            if isGroup(token) {
                groups.append(token)
                continue
            }
            if groups.count > 1 {
                terms.append(phoneOrCards(groups))
            } else {
                terms += groups.flatMap { numbers([$0]) }
            }
            groups = []
            terms += numbers(token.isEmpty ? [] : [token])
        }
        return terms
    }

    /// `926`, `11-22`; four digits that can be a year are one.
    private static func isGroup(_ token: Substring) -> Bool {
        let digits = TypedText.digits(String(token))
        return (1...5).contains(digits.utf8.count) && token.allSatisfy { "0123456789-()".contains($0) }
            && !plainNumber(digits).contains {
                if case .birthYear = $0 { true } else { false }
            }
    }

    private static func phoneOrCards(_ groups: [Substring]) -> [Meaning] {
        let each = groups.map { TypedText.digits(String($0)) }
        let joined = each.joined()
        let phone = joined.utf8.count >= leastPhoneDigits ? [Meaning.phone(joined)] : []
        return phone + each.compactMap { Int($0).map(Meaning.card) }
    }

    /// `1 02 1990`
    private static func isSpacedDate(_ run: [Substring]) -> Bool {
        run.count == 3 && run[0].utf8.count <= 2 && run[1].utf8.count <= 2 && run[2].utf8.count == 4
    }

    /// `2600 0000 0000 0000`, `75 1234567`
    private static func isPaper(_ run: [Substring]) -> Bool {
        let groups = run.map(\.utf8.count)
        return run.allSatisfy { $0.unicodeScalars.allSatisfy(TypedText.isDigit) }
            && (groups == [4, 4, 4, 4] || groups == [2, 7])
    }

    private static func meanings(of text: String, _ digits: String) -> [Meaning] {
        if let day = date(text) {
            // Eight digits without dots may be other things as well.
            return text == digits ? [.birthDate(day)] + plainNumber(digits) : [.birthDate(day)]
        }
        if text.hasPrefix("№") || text.hasPrefix("#") { return Int(digits).map { [.card($0)] } ?? [] }
        if digits.utf8.count == 11 { return eleven(text, digits) }
        if text.hasPrefix("+") { return [.phone(digits)] }
        return plainNumber(digits)
    }

    private static func date(_ text: String) -> CalendarDay? {
        guard let day = TypedDay.read(text, field: "").value, (1900...2100).contains(day.year) else {
            return nil
        }
        return day
    }

    /// A whole phone, a СНИЛС, or what could be either.
    private static func eleven(_ text: String, _ digits: String) -> [Meaning] {
        let phone = PhoneNumber.read(text, field: "").value?.national.map { Meaning.phone(String($0)) }
        if text.hasPrefix("+") { return [phone ?? .phone(digits)] }
        let groups = text.split { $0 == "-" || $0 == " " }.map(\.utf8.count)
        if groups == [3, 3, 3, 2] { return [.snils(digits)] }
        let isSnils = digits.hasSuffix(Snils.control(of: digits))
        return [phone, isSnils || phone == nil ? .snils(digits) : nil].compactMap { $0 }
    }

    private static func plainNumber(_ digits: String) -> [Meaning] {
        var meanings: [Meaning] = []
        if digits.utf8.count == 4, let year = Int(digits), (1900...2100).contains(year) {
            meanings.append(.birthYear(year))
        }
        // No phone of any country is longer.
        if (leastPhoneDigits...15).contains(digits.utf8.count) { meanings.append(.phone(digits)) }
        if digits.utf8.count <= 9, let number = Int(digits) { meanings.append(.card(number)) }
        return meanings + papers(digits)
    }

    // Every hundredth policy ends in two given digits; in four, every ten-thousandth.
    private static let leastPolicyDigits = 4

    private static func papers(_ digits: String) -> [Meaning] {
        var papers: [Meaning] = []
        if (6...10).contains(digits.utf8.count) { papers.append(.document(digits)) }
        let isYear = digits.utf8.count == 4 && (1900...2100).contains(Int(digits) ?? 0)
        if (leastPolicyDigits...16).contains(digits.utf8.count), !isYear { papers.append(.policy(digits)) }
        return papers
    }
}
