// Order matters. A line of Latin keys is judged before single signs, because [ and ; are letters on a Russian
// keyboard and the operator shall hear of the layout, not of the bracket. Look-alikes are judged last, when
// every sign is known to be a letter, a space, a hyphen or an apostrophe.

/// A surname, a name or a patronymic: tidy, in one alphabet, as a document has it.
package struct PersonNamePart: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case surname, name, patronymic }

    package let text: String

    /// What was accepted before. Rules that came later do not judge it again.
    package init(stored text: String) { self.text = text }

    package static let longest = 60

    /// Latin letters are taken only when the person's document is a foreign one.
    package static func read(
        _ typed: String, field: String, kind: Kind, foreignDocument: Bool = false
    ) -> FieldReading<PersonNamePart> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        if isOrdinary(line, kind) { return .good(PersonNamePart(stored: line), warnings: []) }
        return readClosely(line, field: field, kind: kind, foreignDocument: foreignDocument)
    }

    /// One Russian word with its one capital, as nearly every name is typed: no rule has anything to say.
    private static func isOrdinary(_ line: String, _ kind: Kind) -> Bool {
        let scalars = line.unicodeScalars
        guard let first = scalars.first, ("А"..."Я").contains(first) || first == "Ё" else { return false }
        var length = 1
        for scalar in scalars.dropFirst() {
            guard ("а"..."я").contains(scalar) || scalar == "ё" else { return false }
            length += 1
        }
        guard (2...longest).contains(length) else { return false }
        // «Нет», «Прочерк» and their like are words too.
        return kind != .patronymic || line.hasSuffix("ич") || line.hasSuffix("на")
    }

    /// Every rule, one after the other. `line` is plain and not empty.
    static func readClosely(
        _ line: String, field: String, kind: Kind, foreignDocument: Bool
    ) -> FieldReading<PersonNamePart> {
        if kind == .patronymic, meansNone(line) { return .bad(FieldProblem(field, .patronymicNoneTyped)) }
        if !foreignDocument, let problem = latinLine(line, field) { return .bad(problem) }
        if let problem = strangeSign(line, field, foreignDocument) { return .bad(problem) }
        let tidy = tidied(line)
        guard tidy.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
            return .bad(FieldProblem(field, .nameNoLetters))
        }
        if let problem = mixedScripts(tidy, field) { return .bad(problem) }
        let length = tidy.unicodeScalars.count
        guard length <= longest else {
            return .bad(FieldProblem(field, .nameTooLong, ["limit": "\(longest)", "length": "\(length)"]))
        }
        return .good(PersonNamePart(stored: NameCapitals.applied(to: tidy)), warnings: [])
    }

    private static let noneWords: Set<String> = [
        "нет", "без отчества", "нет отчества", "отчества нет", "отсутствует", "отчество отсутствует",
        "не имеет",
        "прочерк", "б о", "none", "no",
    ]

    private static func meansNone(_ line: String) -> Bool {
        let folded = SearchText.fold(line)
        return noneWords.contains(folded)
            || line.allSatisfy { $0 == "-" || $0 == " " || $0 == "." || $0 == "_" }
    }

    /// No space around a hyphen, none doubled, none at the ends.
    private static func tidied(_ line: String) -> String {
        line.split(separator: "-")
            .map { $0.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty }
            .joined(separator: "-")
    }
}

// MARK: What is refused

extension PersonNamePart {
    /// Nothing but Latin keys: another layout, another alphabet, or look-alikes throughout.
    private static func latinLine(_ line: String, _ field: String) -> FieldProblem? {
        let scalars = line.unicodeScalars
        guard scalars.contains(where: Alphabet.isLatin), !scalars.contains(where: Alphabet.isCyrillic) else {
            return nil
        }
        let letters = scalars.filter(Alphabet.isLatin)
        let corrected =
            letters.allSatisfy { Alphabet.cyrillicTwin(of: $0) != nil }
            ? replaced(line, Alphabet.cyrillicTwin) : Alphabet.onRussianKeys(line)
        guard let corrected else { return nil }
        let shown = NameCapitals.applied(to: tidied(corrected))
        return FieldProblem(field, .nameLatin, ["corrected": shown])
    }

    private static func strangeSign(_ line: String, _ field: String, _ foreignDocument: Bool) -> FieldProblem?
    {
        for scalar in line.unicodeScalars {
            switch scalar {
            case " ", "-", "'": continue
            case _ where Alphabet.isCyrillic(scalar) || Alphabet.isLatin(scalar): continue
            case _ where foreignDocument && Alphabet.isForeignLatin(scalar): continue
            default: return FieldProblem(field, code(for: scalar), ["sign": TypedText.named(scalar)])
            }
        }
        return nil
    }

    private static func code(for scalar: Unicode.Scalar) -> FieldCode {
        if TypedText.isControl(scalar) { return .nameControl }
        if scalar.properties.numericType != nil { return .nameDigit }
        if TypedText.isEmoji(scalar) { return .nameEmoji }
        return scalar.properties.isAlphabetic ? .nameLetter : .nameSign
    }

    private static func mixedScripts(_ text: String, _ field: String) -> FieldProblem? {
        let latin = text.unicodeScalars.filter(Alphabet.isForeignLatin)
        let cyrillic = text.unicodeScalars.filter(Alphabet.isCyrillic)
        guard let firstLatin = latin.first, let firstCyrillic = cyrillic.first else { return nil }
        let toCyrillic = latin.allSatisfy { Alphabet.cyrillicTwin(of: $0) != nil }
        let toLatin = cyrillic.allSatisfy { Alphabet.latinTwin(of: $0) != nil }
        // Where both would do, the few follow the many.
        if toCyrillic, !toLatin || latin.count <= cyrillic.count {
            let corrected = NameCapitals.applied(to: replaced(text, Alphabet.cyrillicTwin))
            return FieldProblem(
                field, .nameMixedLatin, ["letter": String(Character(firstLatin)), "corrected": corrected])
        }
        if toLatin {
            let corrected = NameCapitals.applied(to: replaced(text, Alphabet.latinTwin))
            return FieldProblem(
                field, .nameMixedCyrillic,
                ["letter": String(Character(firstCyrillic)), "corrected": corrected])
        }
        return FieldProblem(field, .nameTwoScripts, ["letter": String(Character(firstLatin))])
    }

    private static func replaced(_ text: String, _ twin: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { twin($0) ?? $0 }))
    }
}
