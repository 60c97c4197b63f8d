package import Domain

/// Finds the cards that may already be the card of the person in the form, while it is typed.
///
/// It only tells: whoever registers decides, and nothing here ever stands in the way.
package struct FindAlike {
    /// More than these nobody compares while a person waits.
    package static let most = 5

    let store: any Store

    package init(store: any Store) { self.store = store }

    /// The likeliest first; `policy` is the number of one as it was typed, `id` the card being corrected,
    /// which is like itself.
    package func callAsFunction(
        _ form: PersonForm, policy: String = "", except id: ID<Patient>?
    ) throws -> [AlikePatient] {
        let typed = PersonTraits(form, policy: policy)
        let candidates = try store.read { try $0.patients.candidates(typed, except: id) }
        let alike = candidates.compactMap { found in
            let isOfPolicy = found.foundBy?.kind == .policy
            let known = PersonTraits(found.patient.person, policy: isOfPolicy ? typed.policy : nil)
            return Likeness(typed, known).map { AlikePatient(found: found, likeness: $0) }
        }
        // Where the reasons are as strong, the card that was there first is the one to go on with.
        let sorted = alike.sorted {
            ($0.likeness.rank, $0.found.patient.cardNumber) < ($1.likeness.rank, $1.found.patient.cardNumber)
        }
        return Array(sorted.prefix(FindAlike.most))
    }
}

/// A card, and why it may be the same person's.
package struct AlikePatient: Hashable, Sendable {
    package let found: FoundPatient
    package let likeness: Likeness

    package init(found: FoundPatient, likeness: Likeness) {
        self.found = found
        self.likeness = likeness
    }
}
