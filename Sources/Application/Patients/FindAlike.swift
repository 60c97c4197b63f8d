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
        let alike = try store.read { books in
            let likely = try books.patients.candidates(typed, except: id).compactMap { candidate in
                Likeness(typed, candidate.traits).map { (candidate.found, $0) }
            }
            // What a merged card says is still a reason; the card to go on with is the one it lives on in.
            return zip(try books.merges.led(likely.map(\.0)), likely.map(\.1)).map(AlikePatient.init)
        }
        // Where the reasons are as strong, the card that was there first is the one to go on with.
        let sorted = alike.filter { $0.found.patient.id != id }.sorted {
            ($0.likeness.rank, $0.found.patient.cardNumber) < ($1.likeness.rank, $1.found.patient.cardNumber)
        }
        var seen: Set<ID<Patient>> = []
        return Array(sorted.filter { seen.insert($0.found.patient.id).inserted }.prefix(FindAlike.most))
    }
}

/// A card that may be the same person's, with what is known of that person beside the card.
package struct Candidate: Hashable, Sendable {
    package let found: FoundPatient
    package let traits: PersonTraits

    package init(found: FoundPatient, traits: PersonTraits) {
        self.found = found
        self.traits = traits
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
