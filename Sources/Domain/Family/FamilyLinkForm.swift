/// The fields of a family link, by the names that forms and problems share.
package enum FamilyLinkField: String, CaseIterable, Sendable {
    case role
    case word
    case basis
    case validUntil = "valid_until"
}

/// A link between two people as it was typed.
package struct FamilyLinkForm: Hashable, Sendable {
    package var role: FamilyLink.Role
    package var word: String
    package var basis: String
    package var validUntil: String

    package init(role: FamilyLink.Role, word: String = "", basis: String = "", validUntil: String = "") {
        self.role = role
        self.word = word
        self.basis = basis
        self.validUntil = validUntil
    }

    /// What was typed, read and found in order.
    package struct Content: Hashable, Sendable {
        package let word: String?
        package let basis: String?
        package let validUntil: CalendarDay?
    }

    private typealias Field = FamilyLinkField

    private static let longestWord = 60
    private static let longestBasis = 300

    /// No content when something is wrong with it. The birth dates tell what a slip of direction looks like:
    /// a parent younger than the child.
    package func read(
        representativeBorn: CalendarDay, personBorn: CalendarDay, today: CalendarDay
    ) -> (content: Content?, problems: [FieldProblem]) {
        var notes = FieldNotes<Field>()
        if role == .parent { judgeParent(representativeBorn, personBorn, today, &notes) }
        let words = FreeText.read(word, field: Field.word.rawValue, max: Self.longestWord)
        let word = role == .other ? notes.required(words, .word) : nil
        let paper = FreeText.read(basis, field: Field.basis.rawValue, max: Self.longestBasis)
        let basis = role.needsBasis ? notes.required(paper, .basis) : notes.optional(paper)
        let until = notes.optional(TypedDay.read(validUntil, field: Field.validUntil.rawValue))
        if let until, until < today {
            notes.refuse(
                FieldProblem(Field.validUntil.rawValue, .familyUntilPast, ["today": today.shown]))
        }
        guard notes.clean else { return (nil, notes.problems) }
        return (Content(word: word?.text, basis: basis?.text, validUntil: until), notes.problems)
    }

    private func judgeParent(
        _ parent: CalendarDay, _ child: CalendarDay, _ today: CalendarDay, _ notes: inout FieldNotes<Field>
    ) {
        let field = Field.role.rawValue
        if parent >= child {
            notes.refuse(FieldProblem(field, .familyParentYounger))
        } else if let age = child.age(on: today), age >= LegalAge.majority {
            notes.refuse(FieldProblem(field, .familyParentOfAdult, ["age": "\(age)"]))
        }
    }
}
