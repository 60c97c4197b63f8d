internal import Domain

/// Whom the check of a list has found new so far, in numbers that stand for names: two of them that agree are
/// one name but for one case in 2⁶⁴.
struct SeenPeople {
    private struct One {
        let line: Int64
        let surname: Int
        let name: Int
        let patronymic: Int
        let birthDate: Int
        let snils: Int?

        init(_ traits: PersonTraits, on line: Int64) {
            self.line = line
            surname = traits.surname.key.hashValue
            name = traits.name.key.hashValue
            patronymic = traits.patronymic.key.hashValue
            birthDate = traits.birthDate.hashValue
            snils = traits.snils?.digits.hashValue
        }

        var parts: [Int] { [surname, name, patronymic, birthDate] }
        /// СНИЛС first: it says more.
        var keys: [Int] { [snils, parts.hashValue].compactMap(\.self) }
        var id: ID<Patient> { ListedCard.invented(line) }
    }

    private enum Sameness { case same, contradiction, alike }

    private var people: [One] = []
    private var ways: [Int: Int] = [:]
    private var policies: Set<Int> = []

    /// The line as the lot found it, or as somebody of an earlier lot changes it.
    mutating func weigh(
        _ listed: ListedPerson, with weighing: inout LinesWeighed, in books: any Reading
    ) throws -> WeighedLine {
        let line = try weighing.weigh(listed, in: books)
        switch line.verdict {
        case .alike, .failed, .known(_, nil), .known(nil, _): return line
        case .known(let id?, let policy?):
            weighing.note(policy, on: id)
            return isFresh(policy, of: id) ? line : line.turned(.known(id, nil))
        case .new(let person, let policy):
            let traits = PersonTraits(person)
            let one = One(traits, on: line.line)
            if let earlier = find(one), let turned = turn(line, policy, one, earlier, weighing.takesAlike) {
                return turned
            }
            remember(one)
            if let policy { _ = isFresh(policy, of: one.id) }
            weighing.welcome(ListedCard(onLine: line.line, traits), policy)
            return line
        }
    }

    /// What becomes of a line whose person stood on an earlier one; nil when it is new all the same.
    private mutating func turn(
        _ line: WeighedLine, _ policy: PolicyGiven?, _ one: One, _ earlier: One, _ takesAlike: Bool
    ) -> WeighedLine? {
        let there = ["line": "\(earlier.line)"]
        switch SeenPeople.compare(one, earlier) {
        case .same:
            let fresh = policy.flatMap { isFresh($0, of: earlier.id) ? $0 : nil }
            return line.turned(
                .known(nil, fresh), FieldProblem(ListedPerson.whole, .listTwice, there))
        case .contradiction:
            return line.turned(
                .failed, FieldProblem(PersonField.snils.rawValue, .listSnilsOtherLine, there))
        case .alike:
            guard !takesAlike else { return nil }
            return line.turned(.alike, FieldProblem(ListedPerson.whole, .listAlikeLine, there))
        }
    }

    private static func compare(_ one: One, _ other: One) -> Sameness {
        if let mine = one.snils, let theirs = other.snils, mine != theirs { return .alike }
        // Of one person no more than one of these differs, by a slip.
        let agreeing = zip(one.parts, other.parts).count { $0 == $1 }
        return agreeing >= one.parts.count - 1 ? .same : .contradiction
    }

    private func find(_ one: One) -> One? {
        for key in one.keys { if let index = ways[key] { return people[index] } }
        return nil
    }

    private mutating func remember(_ one: One) {
        for key in one.keys where ways[key] == nil { ways[key] = people.count }
        people.append(one)
    }

    /// Whether no earlier line brought this policy for this person.
    private mutating func isFresh(_ policy: PolicyGiven, of id: ID<Patient>) -> Bool {
        var hasher = Hasher()
        hasher.combine(id)
        hasher.combine(policy.kind)
        hasher.combine(policy.number)
        return policies.insert(hasher.finalize()).inserted
    }
}

extension WeighedLine {
    fileprivate func turned(_ verdict: ListVerdict, _ problem: FieldProblem? = nil) -> WeighedLine {
        WeighedLine(line: line, verdict: verdict, problems: problems + [problem].compactMap(\.self))
    }
}
