import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `A card like the one being typed` {
    private func alike(
        _ clinic: Clinic, _ form: PersonForm, except id: ID<Patient>? = nil
    ) throws -> [AlikePatient] {
        try FindAlike(store: clinic.desk.store)(form, except: id)
    }

    private static let found: [(PersonForm, Likeness.Reason)] = [
        (.invented(), .sameNameAndBirth),
        (.invented("небывалова"), .sameNameAndBirth),
        (.invented("Небывалова", "Галина", ""), .sameNameAndBirth),
        (.invented("Нёбывалова"), .otherSpelling),
        (.invented(born: "03.12.1986"), .dayAndMonthSwapped),
        (.invented("Небывалва"), .slipInSurname),
        (.invented("Небывалова", "Гаилна"), .slipInName),
        (.invented("Небывалова", "Галина", "Сергевна"), .slipInPatronymic),
        (.invented("Небывалова", "Галина", "Петровна"), .otherPatronymic),
        (.invented(born: "12.03.1968"), .slipInBirthDate),
        (.invented(born: "22.03.1986"), .slipInBirthDate), (.invented(born: "12.04.1986"), .slipInBirthDate),
        (.invented("Небывалова-Другова"), .halfOfDoubleName),
        (.invented("Громова"), .surnameChanged),
    ]

    @Test(arguments: found)
    func `is found by what is left whole`(form: PersonForm, reason: Likeness.Reason) throws {
        let clinic = try Clinic()
        let found = try alike(clinic, form)
        #expect(found.map(\.found.patient.id) == [clinic.patient.id])
        #expect(found.map(\.likeness.reasons) == [[reason]])
        #expect(found.map(\.found.hasOpenVisit) == [true])
        #expect(try alike(clinic, form, except: clinic.patient.id).isEmpty, "a card is not like itself")
    }

    @Test func `is found by СНИЛС alone, and stands before a name`() throws {
        let clinic = try Clinic()
        let form = PersonForm.invented().with { $0.snils = "11223344595" }
        #expect(try alike(clinic, form).map(\.found.patient.id) == [clinic.other.id, clinic.patient.id])
        var number = PersonForm()
        number.snils = "112-233-445 95"
        #expect(try alike(clinic, number).map(\.likeness.reasons) == [[.sameSnils]])
    }

    @Test func `is found by the number of a policy that stands, with and without the name`() throws {
        let clinic = try Clinic()
        let paper = try clinic.desk.noting(
            .oms("2600000000000000"), of: clinic.other.id, by: clinic.author)
        let alike = { (form: PersonForm, policy: String) in
            try FindAlike(store: clinic.desk.store)(form, policy: policy, except: nil)
                .map { ($0.found.patient.id, $0.likeness.reasons) }
        }
        let stranger = PersonForm.invented("Громова", "Вера", born: "01.01.1950")
        let found = try alike(stranger, "2600 0000 0000 0000")
        #expect(found.map(\.0) == [clinic.other.id] && found.map(\.1) == [[.samePolicy]])
        let named = try alike(PersonForm.invented("Другова", "Анна", "", born: ""), "2600000000000000")
        #expect(named.map(\.0) == [clinic.other.id] && named.map(\.1) == [[.samePolicyAndName]])
        #expect(try alike(stranger, "2600000000000018").isEmpty && alike(stranger, "").isEmpty)
        _ = try clinic.striking(paper.id, for: "Перепутали", by: clinic.author)
        #expect(try alike(stranger, "2600000000000000").isEmpty)
    }

    @Test func `is not found by the number of a firm's policy without the name`() throws {
        let clinic = try Clinic()
        var policy = PolicyForm()
        (policy.kind, policy.number) = ("dms", "SG-1234/56")
        for surname in ["Первая", "Вторая", "Третья", "Четвёртая", "Пятая"] {
            let born = PersonForm.invented(surname, "Зоя", "Ивановна", born: "01.02.1970")
            let colleague = try clinic.desk.register(born, by: clinic.petrova)
            _ = try clinic.desk.noting(
                .policy(policy), of: colleague.id, accepted: ["paper_shared"], reason: "Полис фирмы",
                by: clinic.author)
        }
        let alike = { (form: PersonForm) in
            try FindAlike(store: clinic.desk.store)(form, policy: "sg-1234/56", except: nil)
                .map { ($0.found.patient.person.surname, $0.likeness.reasons) }
        }
        let named = try alike(.invented("Третья", "Зоя", "", born: ""))
        #expect(named.map(\.0) == ["Третья"] && named.map(\.1) == [[.samePolicyAndName]])
        let known = try alike(.invented())
        #expect(known.map(\.0) == ["Небывалова"] && known.map(\.1) == [[.sameNameAndBirth]])
    }

    @Test func `is found by phone and name before the birth date is typed`() throws {
        let clinic = try Clinic()
        let known = PersonForm.invented("Ёлкина", "Анна").with { $0.phone = "8 926 111-22-33" }
        let id = try clinic.desk.register(known, by: clinic.petrova).id
        let typed = PersonForm.invented("Ё", "анна", "", born: "12.").with { $0.phone = "+79261112233" }
        #expect(try alike(clinic, typed).map(\.found.patient.id) == [id])
        #expect(try alike(clinic, typed.with { $0.name = "Галина" }).isEmpty)
    }

    @Test func `is found by a further phone and the name`() throws {
        let clinic = try Clinic()
        let typed = PersonForm.invented("Громова", "Галина", "", born: "").with { $0.phone = "89262223344" }
        let found = try alike(clinic, typed)
        #expect(found.map(\.found.patient.id) == [clinic.patient.id])
        #expect(found.map(\.likeness.reasons) == [[.samePhoneAndName]])
        #expect(try alike(clinic, typed.with { $0.name = "Вера" }).isEmpty)
        #expect(try alike(clinic, typed.with { $0.phone = "89262223345" }).isEmpty)
    }

    @Test(arguments: [
        PersonForm(), .invented(born: ""), .invented("Небывалова", "", born: "12.03.1986"),
        .invented("Небывалова", "Марина"), .invented(born: "01.07.1951"), .invented("'; DROP", "\"", "%"),
    ])
    func `is none for twins, namesakes and what says too little`(form: PersonForm) throws {
        #expect(try alike(Clinic(), form).isEmpty)
    }

    @Test func `is one of five at most, the oldest cards first`() throws {
        let clinic = try Clinic()
        let later = try (0..<6).map { _ in
            try clinic.desk.register(.invented(), by: clinic.petrova).cardNumber
        }
        let numbers = try alike(clinic, .invented()).map(\.found.patient.cardNumber)
        #expect(numbers == [1] + later.prefix(4))
    }

    @Test func `is found by its number behind any crowd of one dummy name`() throws {
        let clinic = try Clinic()
        for _ in 0..<110 { try clinic.desk.register(.invented("Неизвестная"), by: clinic.petrova) }
        let known = PersonForm.invented("Громова", "Анна").with { $0.snils = "114-223-344 00" }
        let id = try clinic.desk.register(known, by: clinic.petrova).id
        let typed = PersonForm.invented("Неизвестная").with { $0.snils = known.snils }
        let found = try alike(clinic, typed)
        #expect(found.count == FindAlike.most)
        #expect(found.first?.found.patient.id == id)
    }

    @Test func `is found by what it was corrected to, and no more by what it was`() throws {
        let clinic = try Clinic()
        let form = PersonForm.invented("Верная", "Ольга", "Олеговна", born: "06.04.1988")
        _ = try clinic.correcting(clinic.correction(form), by: clinic.author)
        #expect(try alike(clinic, .invented()).isEmpty)
        #expect(try alike(clinic, form).map(\.found.patient.id) == [clinic.patient.id])
        let same = try clinic.desk.rows(
            "SELECT (SELECT count(*) FROM patient_alike), (SELECT count(*) FROM patient)"
        ) { $0.integer(0) == $0.integer(1) }
        #expect(same == [true], "one row for each card")
    }

    @Test func `is found when it was there before the table was`() throws {
        let clinic = try Clinic()
        let before = try clinic.desk.lines(of: Table.register)
        let step = try #require(Schema.desk.first { $0.name == "alike" })
        try clinic.desk.database.write { connection in
            try connection.transaction {
                try connection.script("DROP TABLE patient_alike; DELETE FROM schema_step WHERE number > 1;")
            }
        }
        #expect(throws: Fault.self) { try alike(clinic, .invented()) }
        try Migrator([Schema.desk[0], step]).migrate(clinic.desk.database, at: 1) { _ in }
        #expect(try clinic.desk.lines(of: Table.register) == before)
        #expect(try alike(clinic, .invented()).count == 1)
    }
}
