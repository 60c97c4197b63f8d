/// A certificate to issue, as it was typed. Its number is always one of the desk's own.
package struct CertificateForm: Hashable, Sendable {
    /// Its id.
    package var programme = ""
    package var validFrom = ""
    package var validTo = ""
    /// Empty: today.
    package var purchasedOn = ""

    package init() {}

    package struct Content: Hashable, Sendable {
        package let programme: Edition<Programme>
        package let validFrom: CalendarDay
        package let validTo: CalendarDay
        package let purchasedOn: CalendarDay
    }

    private enum Field: String {
        case programme
        case validFrom = "valid_from"
        case validTo = "valid_to"
        case purchasedOn = "purchased_on"
    }

    package func read(_ programmes: [Programme], today: CalendarDay) throws(Refusal) -> Content {
        var notes = FieldNotes<Field>()
        let programme = readProgramme(programmes, &notes)
        let from = notes.required(day(validFrom, .validFrom), .validFrom)
        let to = notes.required(day(validTo, .validTo), .validTo)
        let bought = notes.optional(day(purchasedOn, .purchasedOn))
        if let from, let to, to < from {
            notes.refuse(FieldProblem(Field.validTo.rawValue, .periodReversed, ["day": from.shown]))
        }
        if let bought, bought > today {
            notes.refuse(
                FieldProblem(Field.purchasedOn.rawValue, .purchaseFuture, ["today": today.shown]))
        }
        guard notes.clean, let programme, let from, let to else {
            throw Refusal(.fieldsInvalid, fields: notes.problems)
        }
        return Content(
            programme: programme.edition, validFrom: from, validTo: to, purchasedOn: bought ?? today)
    }

    private func readProgramme(_ all: [Programme], _ notes: inout FieldNotes<Field>) -> Programme? {
        let field = Field.programme.rawValue
        if programme.isEmpty {
            notes.refuse(FieldProblem(field, .required))
            return nil
        }
        guard let id = ID<Programme>(programme), let found = all.first(where: { $0.id == id }) else {
            notes.refuse(FieldProblem(field, .programmeUnknown))
            return nil
        }
        if found.content.isClosed {
            notes.refuse(FieldProblem(field, .programmeClosed, ["title": found.content.title]))
        }
        return found
    }

    private func day(_ typed: String, _ field: Field) -> FieldReading<CalendarDay> {
        TypedDay.read(typed, field: field.rawValue)
    }
}
