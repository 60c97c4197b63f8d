package import Domain

/// Says what would become of lines, without changing anything.
///
/// Within a lot it weighs as bringing in does: who is new is welcomed, so that the next lines meet that
/// person. Of earlier lots it remembers less: numbers of eight bytes stand for people, for a list of a
/// hundred thousand must not need the memory that their names would. Who is only like somebody of an earlier
/// lot is counted as new here and found when the list is brought in.
package struct CheckLines {
    let store: any Store
    let clock: any Clock
    let takesAlike: Bool
    private var seen = SeenPeople()

    package init(store: any Store, clock: any Clock, takesAlike: Bool) {
        self.store = store
        self.clock = clock
        self.takesAlike = takesAlike
    }

    package mutating func callAsFunction(_ lines: [ListedPerson]) throws -> [WeighedLine] {
        let today = clock.today
        return try store.read { [takesAlike] books in
            var weighing = LinesWeighed(
                today: today, takesAlike: takesAlike, strictness: try books.strictness.current())
            return try lines.map { try seen.weigh($0, with: &weighing, in: books) }
        }
    }
}
