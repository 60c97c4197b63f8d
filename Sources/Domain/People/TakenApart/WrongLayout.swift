// «Bdfyjd Bdfy» is «Иванов Иван» typed with the Latin layout on, and «Ivanov Ivan» is not. What tells them
// apart: the first gives words that can be said, or names that are known, and is none itself.

/// Undoes the Latin layout where Russian was meant.
enum WrongLayout {
    /// The line as the same keys give it on the Russian layout, word by word.
    static func undone(_ line: String) -> String {
        var pieces = chunks(of: line)
        let runs = pieces.indices.filter { pieces[$0].isRun }
        let meant = runs.map { meaning(of: pieces[$0].text) }
        let isKnown = meant.contains { $0.map(isKnownWord) ?? false }
        for (place, russian) in zip(runs, meant) {
            guard let russian else { continue }
            if isKnown || (canBeSaid(russian) && !canBeSaid(pieces[place].text)) {
                pieces[place].text = russian
            }
        }
        return pieces.map(\.text).joined()
    }

    private struct Chunk {
        var text: String
        /// Latin letters, with the signs that are letters on the Russian layout.
        let isRun: Bool
    }

    private static func chunks(of line: String) -> [Chunk] {
        var chunks: [Chunk] = []
        for word in split(line) {
            let hasLatin = word.contains(where: Alphabet.isLatin)
            let isOther = word.contains { $0 == "@" || Alphabet.isCyrillic($0) }
            guard hasLatin, !isOther else {
                chunks.append(Chunk(text: string(word), isRun: false))
                continue
            }
            chunks += runs(of: word)
        }
        return chunks
    }

    /// Spaces and what stands between them, in turn.
    private static func split(_ line: String) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = []
        var wasSpace: Bool?
        for scalar in line.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            if isSpace != wasSpace { words.append([]) }
            words[words.count - 1].append(scalar)
            wasSpace = isSpace
        }
        return words
    }

    /// Numbers inside a word stay what they are, with their points.
    private static func runs(of word: [Unicode.Scalar]) -> [Chunk] {
        var chunks: [Chunk] = []
        var run: [Unicode.Scalar] = []
        func close() {
            if !run.isEmpty {
                chunks.append(Chunk(text: string(run), isRun: run.contains(where: Alphabet.isLatin)))
            }
            run = []
        }
        for scalar in word {
            if Alphabet.onRussianKeys(String(Character(scalar))) != nil {
                run.append(scalar)
            } else {
                close()
                chunks.append(Chunk(text: String(Character(scalar)), isRun: false))
            }
        }
        close()
        return chunks
    }

    /// A comma or a point behind a word ends it, unless only with it the word is one that is known.
    private static func meaning(of run: String) -> String? {
        let lowered = run.lowercased()
        if LineLabel(lowered) != nil || run.allSatisfy({ "IVXLC-".contains($0) }) { return nil }
        guard let whole = Alphabet.onRussianKeys(run) else { return nil }
        if isKnownWord(whole) { return whole }
        let word = run.reversed().drop { ",.;:".contains($0) }.reversed().map(String.init).joined()
        guard !word.isEmpty, let russian = Alphabet.onRussianKeys(word) else { return nil }
        return russian + run.dropFirst(word.count)
    }

    private static func isKnownWord(_ word: String) -> Bool {
        let folded = SearchText.fold(word)
        return !GivenNames.sexes(of: folded).isEmpty || PatronymicShape(folded) != nil
            || LineLabel(word.lowercased()) != nil
    }

    /// Has a vowel, and never more than three consonants together.
    private static func canBeSaid(_ word: String) -> Bool {
        var together = 0
        var hasVowel = false
        for letter in word.lowercased() where letter.isLetter {
            if "аеёиоуыэюяaeiou".contains(letter) {
                hasVowel = true
                together = 0
            } else {
                together += 1
                if together > 3 { return false }
            }
        }
        return hasVowel
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
