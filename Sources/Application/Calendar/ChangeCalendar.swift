package import Domain

/// Writes down which days of a year were moved. The whole year at once: what is not in it is as the labour
/// code says.
package struct ChangeCalendar {
    package struct Mark: Hashable, Sendable {
        package var day: String
        package var kind: CalendarMark.Kind
        package var note: String

        package init(day: String, kind: CalendarMark.Kind, note: String) {
            self.day = day
            self.kind = kind
            self.note = note
        }
    }

    let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(
        _ year: Int, _ typed: [Mark], after seen: Int64, by author: Author
    ) throws -> CalendarYear {
        let marks = try typed.map { try read($0, in: year) }
        guard CalendarYear.years.contains(year), Set(marks.map(\.day)).count == marks.count else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("days", .calendarDayWrong)])
        }
        return try store.change(by: author) { tx in
            let version = try tx.calendar.year(year)?.version ?? 0
            guard version == seen else { throw Refusal(.calendarChanged) }
            let after = CalendarYear(
                year: year, version: version + 1,
                marks: marks.filter(\.isDifference).sorted { $0.day < $1.day })
            return Changed(after, .calendarChanged(after))
        }
    }

    private func read(_ mark: Mark, in year: Int) throws -> CalendarMark {
        guard let day = CalendarDay(iso: mark.day), day.year == year else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("days", .calendarDayWrong)])
        }
        let note = FreeText.read(mark.note, field: "days", max: 200)
        if let problem = note.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        return CalendarMark(day: day, kind: mark.kind, note: note.value?.text)
    }
}
