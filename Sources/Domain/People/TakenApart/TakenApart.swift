// One line holds all that somebody said or pasted. It is cut into words and numbers; words that name what
// follows («паспорт», «тел.») are read first; then the numbers, each run of them divided in the way that
// explains the most digits best; then the days, which need one another to be told apart; and what words are
// left are names, or nothing that we know. Nothing is dropped: what has no place is said to have none.

/// A line taken apart into the fields of a form.
package struct TakenApart: Hashable, Sendable {
    /// In the order of the form, no field twice.
    package let parts: [TakenPart]
    /// What could not be read, as it was typed.
    package let leftOver: [String]
    /// Whether it came from the code on a paper ОМС policy, whose signature nobody has proved.
    package let isPolicyCode: Bool

    /// More than this is a page, not a person.
    package static let longest = 2000

    /// `today` is the day in the clinic's time zone.
    package init(_ typed: String, today: CalendarDay) {
        if let code = PolicyCode(typed) {
            parts = code.parts
            leftOver = []
            isPolicyCode = true
            return
        }
        var reading = LineReading(String(typed.unicodeScalars.prefix(TakenApart.longest)), today: today)
        reading.readLabelled()
        reading.readNumbers()
        reading.readDays()
        reading.readNames()
        parts = reading.parts.inOrder
        leftOver = reading.leftOver
        isPolicyCode = false
    }

    package subscript(_ field: TakenField) -> TakenPart? { parts.first { $0.field == field } }
}

/// Parts as they are found, one of a field. The reading looks whether a field is free before it adds one.
struct TakenParts {
    private var parts: [TakenField: TakenPart] = [:]

    subscript(_ field: TakenField) -> TakenPart? { parts[field] }

    func isFree(_ field: TakenField) -> Bool { parts[field] == nil }

    mutating func add(_ field: TakenField, _ value: String, _ certainty: TakenPart.Certainty) {
        parts[field] = TakenPart(field, value, certainty)
    }

    var inOrder: [TakenPart] { TakenField.allCases.compactMap { parts[$0] } }
}
