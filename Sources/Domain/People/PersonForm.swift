/// A walk-in form exactly as it was typed. Reading it gives a person, or says by field why not.
package struct PersonForm: Hashable, Sendable {
    package var surname = ""
    package var name = ""
    package var patronymic = ""
    package var patronymicAbsent = false
    package var birthDate = ""
    package var sex = ""
    package var phone = ""
    package var email = ""
    package var snils = ""
    package var note = ""

    package init() {}
}

/// What came of reading a form: the person when nothing was wrong, and all that there is to say by field.
package struct PersonReading: Sendable {
    package let person: Person?
    package let problems: [FieldProblem]

    package var errors: [FieldProblem] { problems.filter { $0.severity == .error } }
    package var warnings: [FieldProblem] { problems.filter { $0.severity == .warning } }
}

extension PersonForm {
    /// Reads every field, never stopping at the first that is wrong: the reader wants to see them all at
    /// once.
    package func read(today: CalendarDay, strictness: Strictness = .usual) -> PersonReading {
        var notes = FieldNotes<PersonField>(strictness)
        let surname = notes.required(
            PersonNamePart.read(surname, field: PersonField.surname.rawValue, kind: .surname), .surname)
        let name = notes.required(
            PersonNamePart.read(name, field: PersonField.name.rawValue, kind: .name), .name)
        let patronymic = readPatronymic(&notes)
        let birth = notes.required(
            BirthDate.read(birthDate, field: PersonField.birthDate.rawValue, today: today), .birthDate)
        let sex = notes.required(Sex.read(sex, field: PersonField.sex.rawValue), .sex)
        let phone = notes.optional(PhoneNumber.read(phone, field: PersonField.phone.rawValue))
        let email = notes.optional(EmailAddress.read(email, field: PersonField.email.rawValue))
        let snils = notes.optional(
            Snils.read(
                snils, field: PersonField.snils.rawValue, control: strictness.severity(of: .snilsControl)))
        let note = notes.optional(
            FreeText.read(note, field: PersonField.note.rawValue, max: 1000, lines: true))
        guard notes.clean, let surname, let name, let patronymic, let birth, let sex else {
            return PersonReading(person: nil, problems: notes.problems)
        }
        let person = Person(
            surname: surname.text, name: name.text, patronymic: patronymic, birthDate: birth.day, sex: sex,
            phone: phone, email: email, snils: snils, note: note?.text)
        return PersonReading(person: person, problems: notes.problems)
    }

    /// The birth date alone, for what depends on it while the rest is not right yet.
    package func birthDay(today: CalendarDay) -> CalendarDay? {
        BirthDate.read(birthDate, field: PersonField.birthDate.rawValue, today: today).value?.day
    }

    private func readPatronymic(_ notes: inout FieldNotes<PersonField>) -> Patronymic? {
        let reading = PersonNamePart.read(
            patronymic, field: PersonField.patronymic.rawValue, kind: .patronymic)
        guard patronymicAbsent else {
            return notes.required(reading, .patronymic).map { Patronymic.given($0.text) }
        }
        if case .empty = reading { return .absent }
        // Whichever of the two we dropped could be the true one.
        notes.refuse(FieldProblem(PersonField.patronymic.rawValue, .patronymicAndTick))
        return nil
    }
}
