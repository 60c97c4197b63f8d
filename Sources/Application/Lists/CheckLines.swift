package import Domain

/// Says what would become of lines, without changing anything.
///
/// It remembers whom it has seen, so that one person on two lines of a file is counted once. Numbers of eight
/// bytes stand for people: a list of a hundred thousand must not need the memory that their names would.
package struct CheckLines {
    let store: any Store
    let clock: any Clock
    let takesAlike: Bool
    private var seen: [Int: Int64] = [:]

    package init(store: any Store, clock: any Clock, takesAlike: Bool) {
        self.store = store
        self.clock = clock
        self.takesAlike = takesAlike
    }

    package mutating func callAsFunction(_ lines: [ListedPerson]) throws -> [WeighedLine] {
        var weighing = LinesWeighed(today: clock.today, takesAlike: takesAlike)
        let weighed = try store.read { books in
            try lines.map { try weighing.weigh($0, in: books) }
        }
        return weighed.map { line in
            guard case .new(let person, _) = line.verdict else { return line }
            guard let earlier = note(person, on: line.line) else { return line }
            let problem = FieldProblem(ListedPerson.whole, .listTwice, ["line": "\(earlier)"])
            return WeighedLine(
                line: line.line, verdict: .known(nil, nil), problems: line.problems + [problem])
        }
    }

    /// The line on which the same person stood before, if any.
    private mutating func note(_ person: Person, on line: Int64) -> Int64? {
        let traits = PersonTraits(person)
        var names = Hasher()
        for part in [traits.surname, traits.name, traits.patronymic] { names.combine(part.key) }
        names.combine(person.birthDate)
        let keys = [names.finalize()] + (person.snils.map { [$0.digits.hashValue] } ?? [])
        let earlier = keys.compactMap { seen[$0] }.min()
        for key in keys where seen[key] == nil { seen[key] = line }
        return earlier
    }
}
