internal import Domain

/// Who became new within a lot: the register does not know them before the lot is written.
struct Newcomers {
    private var cards: [ListedCard] = []
    private var policies: [ID<Patient>: [PolicyGiven]] = [:]
    private var ways: [String: [Int]] = [:]

    /// Whoever shares a СНИЛС, a birth date, a phone or the first two names: only these can be one person.
    func near(_ traits: PersonTraits) -> [ListedCard] {
        if cards.isEmpty { return [] }
        var seen: Set<Int> = []
        for way in Newcomers.ways(traits) { seen.formUnion(ways[way] ?? []) }
        return seen.sorted().map { cards[$0] }
    }

    func has(_ policy: PolicyGiven, on id: ID<Patient>) -> Bool {
        policies[id]?.contains { $0.kind == policy.kind && $0.number == policy.number } ?? false
    }

    mutating func add(_ card: ListedCard, _ policy: PolicyGiven?) {
        for way in Newcomers.ways(card.traits) { ways[way, default: []].append(cards.count) }
        cards.append(card)
        if let policy { note(policy, on: card.id) }
    }

    mutating func note(_ policy: PolicyGiven, on id: ID<Patient>) {
        policies[id, default: []].append(policy)
    }

    private static func ways(_ traits: PersonTraits) -> [String] {
        [
            traits.snils.map { "s" + $0.digits }, traits.birthDate.map { "b" + $0.iso },
            traits.phone.map { "p" + $0.e164 }, "n" + traits.surname.key + " " + traits.name.key,
        ].compactMap(\.self)
    }
}
