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
    private(set) var newcomers = Newcomers()

    init(today: CalendarDay, takesAlike: Bool) {
        self.today = today
        self.takesAlike = takesAlike
    }

    /// Whoever is new must be told to `newcomers` when the card is made.
    mutating func weigh(_ listed: ListedPerson, in books: any Reading) throws -> WeighedLine {
        let reading = listed.read(today: today)
        guard let person = reading.person else {
            return WeighedLine(line: listed.line, verdict: .failed, problems: reading.problems)
        }
        let traits = PersonTraits(person)
        let holders = try reading.policy.map { try books.papers.holders(of: $0) } ?? []
        let certain = try books.patients.namesakes(traits).map(ListedCard.init)
        let near = newcomers.near(traits)
        let asked = Asked(person: person, traits: traits, holders: Set(holders.map(\.id)))
        let held = holders.filter { one in !certain.contains { $0.id == one.id } }.map(ListedCard.init)
        for card in near + certain + held {
            switch asked.sameness(with: card) {
            case .same:
                let fresh = try isNew(reading.policy, on: card, in: books) ? reading.policy : nil
                return WeighedLine(
                    line: listed.line, verdict: .known(card.id, fresh), card: card.number,
                    problems: reading.problems)
            case .contradiction:
                let problem = FieldProblem(
                    PersonField.snils.rawValue, .listSnilsOther, ["card": "\(card.number)"])
                return WeighedLine(
                    line: listed.line, verdict: .failed, problems: reading.problems + [problem])
            case .other: continue
            }
        }
        let shared = holders.first.map { sharedPolicy($0) }
        let warnings = reading.problems + [shared].compactMap(\.self)
        let alike = takesAlike ? [] : try alike(asked, near + held, in: books)
        guard alike.isEmpty else {
            let cards = alike.prefix(3).map { "№ \($0)" }.joined(separator: ", ")
            let problem = FieldProblem(ListedPerson.whole, .listAlike, ["cards": cards])
            return WeighedLine(line: listed.line, verdict: .alike, problems: warnings + [problem])
        }
        return WeighedLine(
            line: listed.line, verdict: .new(person, reading.policy), problems: warnings)
    }

    mutating func welcome(_ patient: Patient, _ policy: PolicyGiven?) {
        newcomers.add(patient, policy)
    }

    /// The next lines need not be told of a policy that an earlier one added.
    mutating func note(_ policy: PolicyGiven, on id: ID<Patient>) { newcomers.note(policy, on: id) }

    private func sharedPolicy(_ holder: Patient) -> FieldProblem {
        FieldProblem("policy_number", .paperShared, ["card": "\(holder.cardNumber)"])
    }

    private func isNew(_ policy: PolicyGiven?, on card: ListedCard, in books: any Reading) throws -> Bool {
        guard let policy else { return false }
        if newcomers.has(policy, on: card.id) { return false }
        return try !books.papers.all(of: card.id).contains {
            $0.strike == nil && $0.policy?.kind == policy.kind && $0.policy?.number == policy.number
        }
    }

    /// Cards that may be this person's, the likeliest first.
    private func alike(_ asked: Asked, _ near: [ListedCard], in books: any Reading) throws -> [Int64] {
        let stored = try books.patients.candidates(asked.traits, except: nil).map {
            ListedCard($0.patient)
        }
        let found = (near + stored).compactMap { card in asked.rank(of: card).map { ($0, card.number) } }
        var numbers: [Int64] = []
        for (_, number) in found.sorted(by: <) where !numbers.contains(number) { numbers.append(number) }
        return numbers
    }
}

/// A card as far as a line is compared with it.
struct ListedCard {
    let id: ID<Patient>
    let number: Int64
    let traits: PersonTraits

    init(_ patient: Patient) {
        id = patient.id
        number = patient.cardNumber
        traits = PersonTraits(patient.person)
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
        return holders.contains(card.id) && isNamed ? .same : .other
    }

    func rank(of card: ListedCard) -> Int? { Likeness(traits, card.traits)?.rank }

    private static func isOfNames(_ reason: Likeness.Reason) -> Bool {
        reason != .sameSnils && reason != .samePhoneAndName
    }
}
