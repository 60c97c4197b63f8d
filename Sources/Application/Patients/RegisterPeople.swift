package import Domain

/// Registers many people in one transaction, each with a card, an audit row and an operation of their own:
/// for a desk that is filled, where a walk-in's fsync for each would take a day.
///
/// Nobody looks at the warnings one by one, so each must be among those accepted beforehand. СНИЛС are
/// weighed against the register, not against each other.
package struct RegisterPeople {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    /// Answers how many were registered.
    @discardableResult
    package func callAsFunction(
        _ forms: [PersonForm], acceptance: Acceptance, by author: Author
    ) throws -> Int {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        guard !forms.isEmpty else { return 0 }
        return try store.change(by: author) { tx in
            let now = clock.now
            let judging = JudgePerson(today: clock.day(of: now))
            var cardNumber = try tx.patients.nextCardNumber()
            var events: [Event] = []
            events.reserveCapacity(forms.count)
            for form in forms {
                let judged = try judging(form, acceptance: acceptance, for: nil, in: tx)
                let patient = Patient(
                    id: identities.next(), version: 1, cardNumber: cardNumber, person: judged.person,
                    registeredAt: now, registeredBy: owner, changedAt: now)
                events.append(.patientRegistered(patient, judged.overrides))
                cardNumber += 1
            }
            return Changed(forms.count, events[0], and: Array(events.dropFirst()))
        }
    }
}
