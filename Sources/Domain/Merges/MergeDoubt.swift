/// Whether two cards look like two people's: another surname, another birth date, and no number in common. A
/// merge of such cards is asked about once more.
package enum MergeDoubt {
    /// A card with the papers that were shown at it, and what is known beside it.
    package struct Side {
        package let person: Person
        package let papers: [ShownPaper]
        package let particulars: [Particulars.Content]

        package init(person: Person, papers: [ShownPaper], particulars: [Particulars.Content] = []) {
            self.person = person
            self.papers = papers
            self.particulars = particulars
        }

        /// What nobody else has: of papers that were not struck, of the phones, the tax number.
        fileprivate var numbers: Set<String> {
            let papers = papers.filter { $0.strike == nil }.compactMap(Side.number)
            let phones = [person.phone].compactMap(\.self) + particulars.flatMap { $0.phones.map(\.number) }
            return Set(papers + phones.map(\.e164) + particulars.compactMap { $0.inn?.digits })
        }

        /// Nil for a policy of an employer's: it has one number for all.
        private static func number(of paper: ShownPaper) -> String? {
            if let document = paper.document { return "\(document.kind.rawValue) \(document.shown)" }
            return paper.policy.flatMap { $0.kind == .oms ? $0.shown : nil }
        }
    }

    package static func arises(between one: Side, and other: Side) -> Bool {
        let (mine, theirs) = (PersonTraits(one.person), PersonTraits(other.person))
        return mine.surname.key != theirs.surname.key && mine.birthDate != theirs.birthDate
            && Likeness(mine, theirs) == nil
            && one.numbers.isDisjoint(with: other.numbers)
    }
}
