package import Domain

/// What becomes of one line of a list.
package enum ListVerdict: Hashable, Sendable {
    /// Nobody like this has a card.
    case new(Person, PolicyGiven?)
    /// The person has a card; the policy is one that the card does not have yet.
    case known(ID<Patient>?, PolicyGiven?)
    /// Somebody very like this has a card: a person must look.
    case alike
    case failed
}

/// A line, what becomes of it, and why.
package struct WeighedLine: Hashable, Sendable {
    package let line: Int64
    package let verdict: ListVerdict
    /// The card that is there already, or was made.
    package var card: Int64?
    /// Why it is left for a person, or what was passed over.
    package let problems: [FieldProblem]
}

/// Weighs the lines of one lot against the register and against each other.
///
/// A line is known when the same СНИЛС stands on the card of a person of nearly that name, when names and
/// birth date are the same, or when the policy and the names are. What is only alike is left for a person.
struct LinesWeighed {
    let today: CalendarDay
    let takesAlike: Bool
    /// Nobody gives a reason line by line: what the admin has softened refuses here as it does by itself.
    let strictness: Strictness
    private(set) var newcomers = Newcomers()

    init(today: CalendarDay, takesAlike: Bool, strictness: Strictness) {
        self.today = today
        self.takesAlike = takesAlike
        self.strictness = strictness
    }

    /// Whoever is new must be told to `newcomers` when the card is made.
    mutating func weigh(_ listed: ListedPerson, in books: any Reading) throws -> WeighedLine {
        let reading = listed.read(today: today, strictness: strictness)
        guard let person = reading.person else {
            return WeighedLine(line: listed.line, verdict: .failed, problems: reading.problems)
        }
        let traits = PersonTraits(person)
        let holders = try reading.policy.map { try books.papers.holders(of: $0) } ?? []
        let certain = try books.patients.namesakes(traits)
        let held = holders.filter { one in !certain.contains { $0.id == one.id } }
        let known = try cards(certain + held, in: books)
        let near = newcomers.near(traits)
        let asked = Asked(person: person, traits: traits, holders: Set(holders.map(\.id)))
        for card in near + known {
            switch asked.sameness(with: card) {
            case .same: return try found(reading, on: card, holders, listed.line, in: books)
            case .contradiction:
                return WeighedLine(
                    line: listed.line, verdict: .failed, problems: reading.problems + [card.contradiction])
            case .other: continue
            }
        }
        let warnings = reading.problems + (try shared(holders, besides: nil, in: books))
        guard !warnings.contains(where: { $0.severity == .error }) else {
            return WeighedLine(line: listed.line, verdict: .failed, problems: warnings)
        }
        let alike = takesAlike ? [] : try alike(asked, near + known, in: books)
        guard alike.isEmpty else {
            let problem = ListedCard.alike(alike)
            return WeighedLine(line: listed.line, verdict: .alike, problems: warnings + [problem])
        }
        return WeighedLine(
            line: listed.line, verdict: .new(person, reading.policy), problems: warnings)
    }

    mutating func welcome(_ card: ListedCard, _ policy: PolicyGiven?) { newcomers.add(card, policy) }

    /// The next lines need not be told of a policy that an earlier one added.
    mutating func note(_ policy: PolicyGiven, on id: ID<Patient>) { newcomers.note(policy, on: id) }

    /// The line of somebody who has a card.
    private func found(
        _ reading: ListedReading, on card: ListedCard, _ holders: [Patient], _ line: Int64,
        in books: any Reading
    ) throws -> WeighedLine {
        var problems = reading.problems
        if let twice = card.twice { problems.append(twice) }
        guard let policy = reading.policy, try isNew(policy, on: card, in: books) else {
            return WeighedLine(
                line: line, verdict: .known(card.id, nil), card: card.number, problems: problems)
        }
        problems += try shared(holders, besides: card, in: books)
        guard !problems.contains(where: { $0.severity == .error }) else {
            return WeighedLine(line: line, verdict: .failed, problems: problems)
        }
        return WeighedLine(
            line: line, verdict: .known(card.id, policy), card: card.number, problems: problems)
    }

    /// Somebody else has the policy too.
    private func shared(
        _ holders: [Patient], besides card: ListedCard?, in books: any Reading
    ) throws -> [FieldProblem] {
        guard let other = try cards(holders, in: books).first(where: { $0.id != card?.id }) else { return [] }
        let number = other.number.map { "\($0)" } ?? ""
        return [strictness.judged(FieldProblem("policy_number", .paperShared, ["card": number]))]
    }

    private func isNew(_ policy: PolicyGiven, on card: ListedCard, in books: any Reading) throws -> Bool {
        if newcomers.has(policy, on: card.id) { return false }
        return try !books.cards(of: card.id).flatMap { try books.papers.all(of: $0) }.contains {
            $0.strike == nil && $0.policy?.kind == policy.kind && $0.policy?.number == policy.number
        }
    }

    /// The likeliest first, each once.
    private func alike(
        _ asked: Asked, _ near: [ListedCard], in books: any Reading
    ) throws -> [ListedCard] {
        let stored = try cards(
            try books.patients.candidates(asked.traits, except: nil).map(\.found.patient), in: books)
        let ranked = (near + stored).compactMap { card in asked.rank(of: card).map { ($0, card) } }
        var seen: Set<ID<Patient>> = []
        return ranked.sorted { ($0.0, $0.1.order) < ($1.0, $1.1.order) }.map(\.1)
            .filter { seen.insert($0.id).inserted }
    }

    private func cards(_ patients: [Patient], in books: any Reading) throws -> [ListedCard] {
        let found = patients.map { FoundPatient(patient: $0, hasOpenVisit: false) }
        return zip(patients, try books.merges.led(found)).map { ListedCard($0, livingIn: $1.patient) }
    }
}

/// The person of a line, beside the cards that have the line's policy.
private struct Asked {
    enum Sameness { case same, contradiction, other }

    let person: Person
    let traits: PersonTraits
    let holders: Set<ID<Patient>>

    func sameness(with card: ListedCard) -> Sameness {
        let other = card.traits
        let isNamed = Likeness(traits, other)?.reasons.contains(where: Asked.isOfNames) ?? false
        if let one = traits.snils, let two = other.snils {
            if one == two { return isNamed ? .same : .contradiction }
            return .other
        }
        let haveNames =
            (traits.surname.key, traits.name.key, traits.patronymic.key)
            == (other.surname.key, other.name.key, other.patronymic.key)
        guard haveNames else { return .other }
        if traits.birthDate == other.birthDate { return .same }
        // A father and a son may have one policy and one name; a slip in the date is another matter.
        return card.isHeld(by: holders) && isNamed ? .same : .other
    }

    func rank(of card: ListedCard) -> Int? { Likeness(traits, card.traits)?.rank }

    private static func isOfNames(_ reason: Likeness.Reason) -> Bool {
        reason != .sameSnils && reason != .samePhoneAndName
    }
}
