/// Days: one is a birth; of two the later one is of the paper, when there is a paper.
extension LineReading {
    mutating func readDays() {
        for day in days {
            switch day.label {
            case .birth: give(day, .birthDate, .certain)
            case .issued: give(day, .documentIssuedOn, .certain)
            case .validTo: give(day, .policyValidTo, .certain)
            default: break
            }
        }
        for day in days where !day.isPlaced {
            // Only a policy has days to come.
            if day.day > today { give(day, .policyValidTo, .guess) }
        }
        readUnlabelled(days.filter { !$0.isPlaced }.sorted { $0.day < $1.day })
    }

    private mutating func readUnlabelled(_ rest: [FoundDay]) {
        var rest = rest
        let isOnlyDay = days.count == 1
        if parts.isFree(.birthDate), let first = rest.first {
            // Behind the number of a passport a single day may be the one on which it was given out.
            let isDoubtful = isOnlyDay && isBehindDocument(first)
            let age = first.day.age(on: today) ?? 0
            if isDoubtful && age < LegalAge.passport {
                give(first, .documentIssuedOn, .guess)
            } else {
                give(first, .birthDate, isDoubtful ? .guess : .likely)
            }
            rest.removeFirst()
        }
        guard let second = rest.first, !parts.isFree(.documentNumber) else { return }
        let birth = parts[.birthDate].flatMap { TypedDay.read($0.value, field: "").value }
        let isOfPassport = parts[.documentKind]?.value == IdentityDocument.Kind.passport.rawValue
        let least = birth?.birthday(isOfPassport ? LegalAge.passport : 0)
        let isAfter = least.map { $0 <= second.day } ?? false
        give(second, .documentIssuedOn, isAfter ? .likely : .guess)
    }

    private func isBehindDocument(_ day: FoundDay) -> Bool {
        let before = pieces.indices.prefix(day.places.lowerBound).last { pieces[$0].kind == .number }
        return before.map { documentPlaces.contains($0) && labels[$0] == .passport } ?? false
    }

    private mutating func give(_ found: FoundDay, _ field: TakenField, _ certainty: TakenPart.Certainty) {
        guard parts.isFree(field), let index = days.firstIndex(where: { $0.places == found.places }) else {
            return
        }
        days[index].isPlaced = true
        add(Array(found.places), [(field, found.day.shown)], certainty)
    }
}
