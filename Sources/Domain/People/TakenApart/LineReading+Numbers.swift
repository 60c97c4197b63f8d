/// Numbers, run by run.
extension LineReading {
    mutating func readNumbers() {
        readDaysInWords()
        let found = numberRuns.flatMap(divided)
        // The surest first: of two phones the one that can be nothing else is the phone.
        for sure in TakenPart.Certainty.allCases.sorted().reversed() {
            for one in found where one.item.certainty == sure { take(one.item, at: one.places) }
        }
    }

    /// «1 февраля 1990».
    private mutating func readDaysInWords() {
        for place in pieces.indices.dropLast(2) where isFree(place, .number) {
            guard isFree(place + 1, .word), isFree(place + 2, .number) else { continue }
            let text = pieces[place...place + 2].map(\.text).joined(separator: " ")
            guard let day = TypedDay.read(text, field: "").value else { continue }
            note(day, at: place...place + 2)
        }
    }

    /// Numbers with nothing between them but № and words that say nothing.
    private var numberRuns: [[Int]] {
        var runs: [[Int]] = []
        var isOpen = false
        for place in pieces.indices {
            if isFree(place, .number) {
                // A word that names a number parts it from those before.
                if !isOpen || firstLabels[place] != nil { runs.append([]) }
                runs[runs.count - 1].append(place)
                isOpen = true
            } else if !isBetween(place) {
                isOpen = false
            }
        }
        return runs
    }

    private func isBetween(_ place: Int) -> Bool {
        switch pieces[place].kind {
        case .stop, .sign: true
        case .word: isUsed[place] && LineLabel(pieces[place].folded) == .filler
        case .number, .email: false
        }
    }

    private static let mostPieces = 6

    /// The division of a run that explains the most digits, and those the most surely.
    private func divided(_ run: [Int]) -> [(item: NumberItem, places: [Int])] {
        // From the end: the best that can be made of what begins at each place.
        var best: [(score: Int, item: NumberItem?, count: Int)] = [(0, nil, 0)]
        for start in run.indices.reversed() {
            let rest = best.count
            var choice: (score: Int, item: NumberItem?, count: Int) = (best[rest - 1].score, nil, 1)
            for count in 1...min(LineReading.mostPieces, run.count - start) {
                let places = run[start..<start + count]
                let stretch = NumberStretch(
                    ArraySlice(places.map { pieces[$0] }), label: firstLabels[run[start]], today: today)
                for item in stretch.items {
                    let score =
                        10 * stretch.digits.utf8.count * item.certainty.weight + (item.isLabelled ? 5 : 0)
                        - 4 * stops(in: places) - count + best[rest - count].score
                    if score > choice.score { choice = (score, item, count) }
                }
            }
            best.append(choice)
        }
        var found: [(item: NumberItem, places: [Int])] = []
        var start = 0
        while start < run.count {
            let choice = best[run.count - start]
            if let item = choice.item { found.append((item, Array(run[start..<start + choice.count]))) }
            start += choice.count
        }
        return found
    }

    private func stops(in places: ArraySlice<Int>) -> Int {
        guard let first = places.first, let last = places.last else { return 0 }
        return (first...last).filter { pieces[$0].kind == .stop }.count
    }

    private mutating func take(_ item: NumberItem, at places: [Int]) {
        let sure = item.certainty
        switch item.content {
        case .day(let day):
            if let first = places.first, let last = places.last { note(day, at: first...last) }
        case .shortDay(let text): add(places, [(.birthDate, text)], .guess)
        case .part(let field, let value): add(places, [(field, value)], sure)
        case .passport(let passport):
            addDocument(.passport, passport.series, passport.number, sure, at: places)
        case .travelPassport(let passport):
            addDocument(.travelPassport, passport.series, passport.number, sure, at: places)
        case .policy(let number):
            let kind = PolicyGiven.Kind.oms.rawValue
            add(places, [(.policyNumber, number.shown), (.policyKind, kind)], sure)
        }
    }

    mutating func addDocument(
        _ kind: IdentityDocument.Kind, _ series: String, _ number: String, _ certainty: TakenPart.Certainty,
        at places: [Int]
    ) {
        add(
            places,
            [(.documentNumber, number), (.documentSeries, series), (.documentKind, kind.rawValue)], certainty)
    }
}
