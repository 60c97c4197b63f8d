internal import Application
internal import Domain
internal import Wire

/// The walk-in form as it is typed, both ways: what the page sends and the tidy form that it gets back.
enum PersonFormBody {
    /// Longer than any field may be, so that the domain and not the schema tells the operator what is too
    /// long.
    private static let typed = Schema.text(max: 2000)

    static let schema = Schema.named(
        "PersonForm",
        .object([
            .init("surname", .text(max: 2000, example: "Иванова")),
            .init("name", .text(max: 2000, example: "Галина")),
            .init("patronymic", .text(max: 2000, example: "Сергеевна")), .init("patronymic_absent", .bool),
            .init("birth_date", .text(max: 2000, example: "12.03.1986")),
            .init("sex", .words(["", "male", "female"])), .init("phone", typed), .init("email", typed),
            .init("snils", typed), .init("note", .text(max: 4000)),
        ]))

    static func read(_ json: JSON?) -> PersonForm {
        let json = json ?? .null
        var form = PersonForm()
        form.surname = json.word("surname")
        form.name = json.word("name")
        form.patronymic = json.word("patronymic")
        form.patronymicAbsent = json["patronymic_absent"]?.flag ?? false
        form.birthDate = json.word("birth_date")
        form.sex = json.word("sex")
        form.phone = json.word("phone")
        form.email = json.word("email")
        form.snils = json.word("snils")
        form.note = json.word("note")
        return form
    }

    /// Each field that reads well in its tidy shape, the others as they were typed.
    static func tidy(_ form: PersonForm, today: CalendarDay) -> JSON {
        let birth = BirthDate.read(form.birthDate, field: "", today: today).value?.day.shown
        return [
            "surname": .string(part(form.surname, .surname)),
            "name": .string(part(form.name, .name)),
            "patronymic": .string(form.patronymicAbsent ? "" : part(form.patronymic, .patronymic)),
            "patronymic_absent": .bool(form.patronymicAbsent),
            "birth_date": .string(birth ?? form.birthDate),
            "sex": .string(form.sex),
            "phone": .string(PhoneNumber.read(form.phone, field: "").value?.shown ?? form.phone),
            "email": .string(EmailAddress.read(form.email, field: "").value?.text ?? form.email),
            "snils": .string(Snils.read(form.snils, field: "").value?.shown ?? form.snils),
            "note": .string(
                FreeText.read(form.note, field: "", max: 1000, lines: true).value?.text ?? form.note),
        ]
    }

    private static func part(_ typed: String, _ kind: PersonNamePart.Kind) -> String {
        PersonNamePart.read(typed, field: "", kind: kind).value?.text ?? typed
    }
}
