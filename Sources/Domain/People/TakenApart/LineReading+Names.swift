// «Иванов Иван Иванович» and «Иван Иванович Иванов» are told apart by where the patronymic stands; without
// one, by which of two words is a given name. A name is certain when all of it agrees: the patronymic has
// the shape of one, the name is one that people bear, and the surname is not.

/// What words are left are names, or nothing that we know.
extension LineReading {
    private struct Word {
        let places: ClosedRange<Int>
        let text: String
        let shape: PatronymicShape?
        let sexes: Set<Sex>

        var isGiven: Bool { !sexes.isEmpty }
    }

    mutating func readNames() {
        if let words = bestRun { readNames(words) }
        addSex()
    }

    private mutating func readNames(_ words: [Word]) {
        guard let middle = patronymic(in: words) else { return readWithout(words) }
        let name = words[middle - 1]
        if middle >= 2 {
            // Two surnames side by side: nobody writes anything else before a whole name.
            let isDouble = middle == 3 && words.count == 4 && name.isGiven
            let surname = Array(words[(isDouble ? 0 : middle - 2)...(middle - 2)])
            let isSure = name.isGiven && !isDouble && !surname.contains(where: \.isGiven)
            addName(surname, name, words[middle], isSure ? .certain : .likely)
        } else if middle + 1 < words.count {
            let surname = words[middle + 1]
            let isSure = name.isGiven && !surname.isGiven && words.count == 3
            addName([surname], name, words[middle], isSure ? .certain : .likely)
        } else {
            addName([], name, words[middle], .likely)
        }
    }

    /// Behind a name that is known; else the last one that has the shape. Never the first word: there it is
    /// a surname, as Станкевич is.
    private func patronymic(in words: [Word]) -> Int? {
        let shaped = words.indices.dropFirst().filter { words[$0].shape != nil }
        return shaped.first { words[$0 - 1].isGiven && words[$0 - 1].shape == nil } ?? shaped.last
    }

    private mutating func readWithout(_ words: [Word]) {
        switch words.count {
        case 1: addName(words, nil, nil, .guess)
        case 2:
            let isTurned = words[0].isGiven && !words[1].isGiven
            let isClear = words[0].isGiven != words[1].isGiven
            addName([words[isTurned ? 1 : 0]], words[isTurned ? 0 : 1], nil, isClear ? .likely : .guess)
        default: addName([words[0]], words[1], words.count == 3 ? words[2] : nil, .guess)
        }
    }

    // MARK: Which words

    /// The run with a patronymic behind a known name; else with a known name; else the first.
    private var bestRun: [Word]? {
        let runs = wordRuns
        return runs.first { run in patronymic(in: run).map { run[$0 - 1].isGiven } ?? false }
            ?? runs.first { $0.contains(where: \.isGiven) } ?? runs.first
    }

    /// Words with nothing but the end of a line or a comma between them; initials are none.
    private var wordRuns: [[Word]] {
        var runs: [[Word]] = []
        var isOpen = false
        for place in pieces.indices {
            guard isName(place) else {
                if pieces[place].kind != .stop && !isUsed[place] { isOpen = false }
                if isUsed[place], labels[place] != .filler { isOpen = false }
                continue
            }
            if !isOpen { runs.append([]) }
            isOpen = true
            let last = runs.count - 1
            if PatronymicShape.isParticle(pieces[place].folded), let before = runs[last].popLast() {
                runs[last].append(word(before.places.lowerBound...place))
            } else {
                runs[last].append(word(place...place))
            }
        }
        return runs
    }

    private func isName(_ place: Int) -> Bool {
        let text = pieces[place].text
        return isFree(place, .word) && labels[place] != .other && !dayPlaces.contains(place)
            && text.unicodeScalars.count > 1 && !text.contains(".") && !text.contains("/")
    }

    private func word(_ places: ClosedRange<Int>) -> Word {
        let text = text(places)
        let folded = SearchText.fold(text)
        return Word(
            places: places, text: text, shape: PatronymicShape(folded), sexes: GivenNames.sexes(of: folded))
    }

    // MARK: Taking them

    private mutating func addName(
        _ surname: [Word], _ name: Word?, _ patronymic: Word?, _ certainty: TakenPart.Certainty
    ) {
        let text = surname.map(\.text).joined(separator: " ")
        add(.surname, .surname, text, surname.flatMap { Array($0.places) }, certainty)
        if let name { add(.name, .name, name.text, Array(name.places), certainty) }
        if let patronymic, parts.isFree(.patronymicAbsent) {
            add(.patronymic, .patronymic, patronymic.text, Array(patronymic.places), certainty)
        }
    }

    /// A word that is no name by the rules stays as it was typed: the form says why not.
    private mutating func add(
        _ field: TakenField, _ kind: PersonNamePart.Kind, _ text: String, _ places: [Int],
        _ certainty: TakenPart.Certainty
    ) {
        guard !text.isEmpty else { return }
        switch PersonNamePart.read(text, field: "", kind: kind) {
        case .good(let part, _): add(places, [(field, part.text)], certainty)
        case .bad(let problem):
            let isMixed = problem.code == FieldCode.nameMixedLatin.rawValue
            let corrected = isMixed ? problem.parameters["corrected"] : nil
            add(places, [(field, corrected ?? text)], .guess)
        case .empty: break
        }
    }

    private mutating func addSex() {
        guard parts.isFree(.sex) else { return }
        if let patronymic = parts[.patronymic], let shape = PatronymicShape(SearchText.fold(patronymic.value))
        {
            add([], [(.sex, shape.sex.rawValue)], .likely)
        } else if let name = parts[.name] {
            let sexes = GivenNames.sexes(of: SearchText.fold(name.value))
            if sexes.count == 1, let sex = sexes.first { add([], [(.sex, sex.rawValue)], .guess) }
        }
    }
}
