/// The fields of a note of death, by the names that forms and problems share.
package enum DeathField: String, CaseIterable, Sendable {
    case date
    case basis
    case details
}

/// A note of death as it was typed.
package struct DeathForm: Hashable, Sendable {
    package var date: String
    package var basis: DeathNote.Basis
    package var details: String

    package init(date: String, basis: DeathNote.Basis, details: String) {
        self.date = date
        self.basis = basis
        self.details = details
    }

    private typealias Field = DeathField

    private static let longestNumber = 60
    private static let longestName = 200

    /// `today` is the day in the clinic's time zone.
    package func read(
        born: CalendarDay, today: CalendarDay
    ) -> (content: (diedOn: CalendarDay, details: String)?, problems: [FieldProblem]) {
        var notes = FieldNotes<Field>()
        let day = notes.required(TypedDay.read(date, field: Field.date.rawValue), .date)
        if let day, day > today {
            notes.refuse(
                FieldProblem(Field.date.rawValue, .deathFuture, ["today": today.shown]))
        } else if let day, day < born {
            notes.refuse(
                FieldProblem(Field.date.rawValue, .deathBeforeBirth, ["born": born.shown]))
        }
        let details = notes.required(readDetails(), .details)
        guard notes.clean, let day, let details else { return (nil, notes.problems) }
        return ((day, details), notes.problems)
    }

    private func readDetails() -> FieldReading<String> {
        let field = Field.details.rawValue
        return switch basis {
        case .certificate: BirthCertificate.read(details, field: field).map(\.shown)
        case .medical: FreeText.read(details, field: field, max: Self.longestNumber).map(\.text)
        case .words: FreeText.read(details, field: field, max: Self.longestName).map(\.text)
        }
    }
}
