/// Two cards of one person that live on as one, until they are parted.
///
/// Nothing of the merged card is moved or changed: its visits, papers and consents stay its own and are shown
/// at the kept one. So parting only has to end this, and to give back what the kept card took.
package struct CardMerge: Hashable, Sendable {
    package let id: ID<CardMerge>
    package var version: Int64
    package let kept: ID<Patient>
    package let merged: ID<Patient>
    /// What the kept card said of the person before.
    package let before: Person
    /// The fields whose values came from the merged card.
    package let taken: Set<PersonField>
    package let reason: String
    package let mergedAt: Instant
    package let mergedBy: ID<Operator>
    package var parting: Undoing?

    package init(
        id: ID<CardMerge>, version: Int64, kept: ID<Patient>, merged: ID<Patient>, before: Person,
        taken: Set<PersonField>, reason: String, mergedAt: Instant, mergedBy: ID<Operator>,
        parting: Undoing? = nil
    ) {
        self.id = id
        self.version = version
        self.kept = kept
        self.merged = merged
        self.before = before
        self.taken = taken
        self.reason = reason
        self.mergedAt = mergedAt
        self.mergedBy = mergedBy
        self.parting = parting
    }

    package func parted(
        for reason: String, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> CardMerge {
        guard parting == nil else { throw Refusal(.cardsPartedAlready) }
        var merge = self
        merge.version += 1
        merge.parting = Undoing(at: now, by: author, reason: reason)
        return merge
    }

    /// What parting gives back: the fields that were taken and still say what the merged card says. A field
    /// that was corrected since stays as it was corrected.
    package func givenBack(by kept: Person, to merged: Person) -> Set<PersonField> {
        taken.filter { kept.agrees(on: $0, with: merged) }
    }
}
