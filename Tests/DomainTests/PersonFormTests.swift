import Domain
import Testing

@Suite struct `A person's form` {
    private static var good: PersonForm {
        var form = PersonForm()
        form.surname = " небывалова-ёлкина "
        form.name = "галина"
        form.patronymic = "сергеевна"
        form.birthDate = "12.3.1986"
        form.sex = "female"
        form.phone = "8 926 111-22-33"
        form.email = "galina@mail.example"
        form.snils = "112-233-445 95"
        form.note = "Просила\n\n\nзвонить"
        return form
    }

    private static func read(_ edit: (inout PersonForm) -> Void) -> PersonReading {
        var form = good
        edit(&form)
        return form.read(today: Given.today)
    }

    @Test func `that is right gives a tidy person`() throws {
        let reading = Self.read { _ in }
        #expect(reading.problems.isEmpty)
        let person = try #require(reading.person)
        #expect(person.surname == "Небывалова-Ёлкина" && person.name == "Галина")
        #expect(person.patronymic == .given("Сергеевна"))
        #expect(person.birthDate.iso == "1986-03-12" && person.sex == .female)
        #expect(person.phone?.e164 == "+79261112233" && person.snils?.digits == "11223344595")
        #expect(person.email?.text == "galina@mail.example" && person.note == "Просила\n\nзвонить")
        #expect(person.missing.isEmpty)
    }

    @Test func `that is empty asks for every field that it needs, at once and in its order`() {
        let reading = PersonForm().read(today: Given.today)
        #expect(reading.person == nil)
        #expect(reading.problems.map(\.field) == ["surname", "name", "patronymic", "birth_date", "sex"])
        #expect(Set(reading.problems.map(\.code)) == ["required"])
    }

    @Test func `that is wrong everywhere says so of every field at once`() {
        let reading = Self.read { form in
            form.surname = "Иван0ва"
            form.name = "???"
            form.patronymic = "нет"
            form.birthDate = "31.02.1990"
            form.sex = "да"
            form.phone = "123"
            form.email = "mail"
            form.snils = "1"
            form.note = String(repeating: "а", count: 1001)
        }
        #expect(reading.person == nil)
        #expect(reading.errors.map(\.field) == PersonField.allCases.map(\.rawValue))
    }

    @Test func `with the tick has no patronymic`() {
        let reading = Self.read { form in
            form.patronymic = ""
            form.patronymicAbsent = true
        }
        #expect(reading.person?.patronymic == .absent)
        #expect(reading.problems.isEmpty)
    }

    @Test func `with the tick and a patronymic is refused`() {
        let reading = Self.read { $0.patronymicAbsent = true }
        #expect(reading.person == nil)
        #expect(reading.problems == [FieldProblem("patronymic", .patronymicAndTick)])
    }

    @Test func `with the tick and only spaces for a patronymic is right`() {
        let reading = Self.read { form in
            form.patronymic = "  "
            form.patronymicAbsent = true
        }
        #expect(reading.person?.patronymic == .absent)
    }

    @Test(arguments: ["нет", "-", "без отчества"])
    func `with a word for none instead of the tick offers the tick`(typed: String) {
        let reading = Self.read { $0.patronymic = typed }
        #expect(reading.errors.map(\.field) == ["patronymic"])
        #expect(typed == "-" || reading.errors.map(\.code) == ["patronymic_none_typed"])
    }

    @Test func `with what is only doubtful gives the person and the warnings`() {
        let reading = Self.read { $0.birthDate = "01.01.1986" }
        #expect(reading.person != nil && reading.errors.isEmpty)
        #expect(reading.warnings.map(\.code) == ["birth_first_january"])
    }

    @Test func `without ways to reach the person says what is missing`() {
        let reading = Self.read { form in
            form.phone = ""
            form.email = ""
            form.snils = ""
        }
        #expect(reading.person?.missing == [.phone, .snils, .email])
    }
}
