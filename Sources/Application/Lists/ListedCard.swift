internal import Domain

/// A card as far as a line is compared with it: what the found card says, and the card that it lives on in.
struct ListedCard {
    let id: ID<Patient>
    /// Nil for a card that is only weighed, of somebody on another line.
    let number: Int64?
    let traits: PersonTraits
    private let found: ID<Patient>
    private let line: Int64?

    init(_ patient: Patient, livingIn living: Patient? = nil) {
        id = living?.id ?? patient.id
        number = living?.cardNumber ?? patient.cardNumber
        traits = PersonTraits(patient.person)
        found = patient.id
        line = nil
    }

    init(onLine line: Int64, _ traits: PersonTraits) {
        id = ListedCard.invented(line)
        number = nil
        self.traits = traits
        found = id
        self.line = line
    }

    /// Whom a line would make: no stored id has such a beginning.
    static func invented(_ line: Int64) -> ID<Patient> { ID(high: 0, low: UInt64(max(0, line))) }

    func isHeld(by holders: Set<ID<Patient>>) -> Bool { holders.contains(found) }

    /// Of equals the one that was there first.
    var order: Int64 { number ?? Int64.max }

    /// Says that the person stood on a line before; nil for a stored card.
    var twice: FieldProblem? {
        line.map { FieldProblem(ListedPerson.whole, .listTwice, ["line": "\($0)"]) }
    }

    /// Says whose the line's СНИЛС is.
    var contradiction: FieldProblem {
        let field = PersonField.snils.rawValue
        if let line { return FieldProblem(field, .listSnilsOtherLine, ["line": "\(line)"]) }
        return FieldProblem(field, .listSnilsOther, ["card": "\(number ?? 0)"])
    }

    /// Says whom a line is like: cards where there are any, else a line.
    static func alike(_ cards: [ListedCard]) -> FieldProblem {
        let numbers = cards.compactMap(\.number).prefix(3)
        if numbers.isEmpty, let line = cards.first?.line {
            return FieldProblem(ListedPerson.whole, .listAlikeLine, ["line": "\(line)"])
        }
        let told = numbers.map { "№ \($0)" }.joined(separator: ", ")
        return FieldProblem(ListedPerson.whole, .listAlike, ["cards": told])
    }
}
