// A pasted line has a passport, a СНИЛС and a policy beside each other, each with spaces of its own, and a
// date between them. Only a date says of itself where it begins and ends; the others are known by how many
// digits stand together, from the left.

/// Numbers that stand side by side.
extension SearchLine {
    // Three digits of a phone are in every tenth number.
    private static let leastPhoneDigits = 4
    // As many as a phone has digits.
    private static let mostTokens = 15

    /// Each by itself, or together what only together is something.
    static func numbers(_ run: [Substring]) -> [[Meaning]] {
        var terms: [[Meaning]] = []
        var loose: [Substring] = []
        var rest = run[...]
        while let token = rest.first {
            let count = isDate(token) ? 1 : lengthOfWhole(rest)
            guard count > 0 else {
                loose.append(rest.removeFirst())
                continue
            }
            terms += groups(loose) + one(rest.prefix(count))
            loose = []
            rest = rest.dropFirst(count)
        }
        return terms + groups(loose)
    }

    private static func one(_ tokens: some Sequence<Substring>) -> [[Meaning]] {
        let text = tokens.joined(separator: " ")
        let meanings = meanings(of: text, TypedText.digits(text))
        return meanings.isEmpty ? [] : [meanings]
    }

    /// How many tokens are one thing that begins here; none when there is no such thing.
    private static func lengthOfWhole(_ tokens: ArraySlice<Substring>) -> Int {
        guard let first = tokens.first else { return 0 }
        if isSpacedDate(tokens.prefix(3)) { return 3 }
        for count in 2...4 where isPaper(tokens.prefix(count)) { return count }
        let hasPlus = first.hasPrefix("+")
        // No phone of any country has more than fifteen digits. Ten are a whole, unless they began with the 8
        // that makes eleven; the groups of a СНИЛС are never ten together.
        let lengths = hasPlus ? 1...(first.hasPrefix("+7") ? 11 : 15) : 10...11
        let grows = hasPlus || first.hasPrefix("8") || first.hasPrefix("7")
        var digits = 0
        var whole = 0
        for (count, place) in tokens.indices.prefix(mostTokens).enumerated() {
            if count > 0 && isAnother(tokens[place...]) { break }
            digits += TypedText.digits(String(tokens[place])).utf8.count
            if lengths.contains(digits) { whole = count + 1 }
            if whole > 0 && !grows { break }
        }
        return whole
    }

    /// Whether another thing begins here, whatever stands before it.
    private static func isAnother(_ tokens: ArraySlice<Substring>) -> Bool {
        tokens.prefix(1).contains { $0.hasPrefix("+") || isDate($0) } || isSpacedDate(tokens.prefix(3))
    }

    /// `01.02.1990`; eight digits without dots may be other things as well.
    private static func isDate(_ token: Substring) -> Bool {
        !token.unicodeScalars.allSatisfy(TypedText.isDigit) && date(String(token)) != nil
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
                terms += one(groups)
            }
            groups = []
            terms += one([token])
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
        return phones(joined) + each.compactMap { Int($0).map(Meaning.card) }
    }

    /// `1 02 1990`
    private static func isSpacedDate(_ tokens: ArraySlice<Substring>) -> Bool {
        tokens.count == 3 && tokens.prefix(2).allSatisfy { $0.utf8.count <= 2 }
            && tokens.last?.utf8.count == 4 && date(tokens.joined(separator: " ")) != nil
    }

    private static let papersApart = [[4, 4, 4, 4], [4, 6], [2, 2, 6], [2, 7]]

    /// `2600 0000 0000 0000`, `4512 123456`, `75 1234567`
    private static func isPaper(_ tokens: ArraySlice<Substring>) -> Bool {
        tokens.allSatisfy { $0.unicodeScalars.allSatisfy(TypedText.isDigit) }
            && papersApart.contains(tokens.map(\.utf8.count))
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
        meanings += phones(digits)
        if digits.utf8.count <= 9, let number = Int(digits) { meanings.append(.card(number)) }
        return meanings + papers(digits)
    }

    // 8, the code of a city or a network, and what tells its numbers apart.
    private static let leastDigitsWithEight = 6

    /// A part of a phone. Numbers are kept as +7…: what was begun with 8 goes on in them behind a 7.
    private static func phones(_ digits: String) -> [Meaning] {
        let count = digits.utf8.count
        guard (leastPhoneDigits...15).contains(count) else { return [] }
        guard digits.hasPrefix("8"), (leastDigitsWithEight...10).contains(count) else {
            return [.phone(digits)]
        }
        return [.phone(digits), .phone("7" + digits.dropFirst())]
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
