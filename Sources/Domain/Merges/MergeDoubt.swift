/// Whether two cards look like two people's: another surname, another birth date, and no number in common. A
/// merge of such cards is asked about once more.
package enum MergeDoubt {
    /// A card with the papers that were shown at it.
    package struct Side {
        package let person: Person
        package let papers: [ShownPaper]

        package init(person: Person, papers: [ShownPaper]) {
            self.person = person
            self.papers = papers
        }

        /// Of papers that were not struck.
        fileprivate var numbers: Set<String> {
            Set(papers.filter { $0.strike == nil }.compactMap { $0.document?.shown ?? $0.policy?.shown })
        }
    }

    package static func arises(between one: Side, and other: Side) -> Bool {
        let (mine, theirs) = (PersonTraits(one.person), PersonTraits(other.person))
        return mine.surname.key != theirs.surname.key && mine.birthDate != theirs.birthDate
            && Likeness(mine, theirs) == nil && !mine.sharesPhone(with: theirs)
            && one.numbers.isDisjoint(with: other.numbers)
    }
}
