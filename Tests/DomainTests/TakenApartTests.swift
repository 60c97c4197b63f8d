import Domain
import Testing

/// What a field of a line became: `snils!112-233-445 95`, with `!` for certain, `~` for likely, `?` for a
/// guess.
private func told(_ part: TakenPart) -> String {
    let marks: [TakenPart.Certainty: String] = [.certain: "!", .likely: "~", .guess: "?"]
    return part.field.rawValue + (marks[part.certainty] ?? "") + part.value
}

private let today = CalendarDay(year: 2026, month: 11, day: 21)

private func takeApart(_ line: String) throws -> TakenApart { TakenApart(line, today: try #require(today)) }

@Suite struct `A line taken apart` {
    private static let ivanov = ["surname!Иванов", "name!Иван", "patronymic!Иванович"]
    private static let his = ivanov + ["birth_date~01.02.1990", "sex~male"]
    private static let petrova = ["surname!Петрова", "name!Анна", "patronymic!Сергеевна"]

    private static func passport(_ mark: String, _ series: String = "4512", _ number: String = "123456")
        -> [String]
    {
        [
            "document_kind\(mark)passport", "document_series\(mark)\(series)",
            "document_number\(mark)\(number)",
        ]
    }

    private static let enp = ["policy_kind!oms", "policy_number!2600 0000 0000 0000"]

    private static let names: [(String, [String], [String])] = [
        ("Иванов Иван Иванович", ivanov + ["sex~male"], []),
        ("ИВАНОВ ИВАН ИВАНОВИЧ", ivanov + ["sex~male"], []),
        ("иван иванович иванов", ivanov + ["sex~male"], []),
        ("Иванов\nИван\nИванович\n01.02.1990", his, []),
        ("Bdfyjd Bdfy Bdfyjdbx 01.02.1990", his, []),
        ("bdfyjd bdfy bdfyjdbx", ivanov + ["sex~male"], []),
        ("Петрова, Анна, Сергеевна", petrova + ["sex~female"], []),
        ("Иванов Иван", ["surname~Иванов", "name~Иван", "sex?male"], []),
        ("Иван Иванов", ["surname~Иванов", "name~Иван", "sex?male"], []),
        ("Иванова", ["surname?Иванова"], []),
        ("Анна Сергеевна", ["name~Анна", "patronymic~Сергеевна", "sex~female"], []),
        ("Станкевич Иван", ["surname~Станкевич", "name~Иван", "sex?male"], []),
        (
            "Станкевич Иван Петрович",
            ["surname!Станкевич", "name!Иван", "patronymic!Петрович", "sex~male"], []
        ),
        (
            "Иван Петрович Станкевич",
            ["surname!Станкевич", "name!Иван", "patronymic!Петрович", "sex~male"], []
        ),
        (
            "Роман Павел Иванович", ["surname~Роман", "name~Павел", "patronymic~Иванович", "sex~male"], []
        ),
        (
            "Салтыкова-Щедрина Мария Львовна",
            ["surname!Салтыкова-Щедрина", "name!Мария", "patronymic!Львовна", "sex~female"], []
        ),
        (
            "Иванова Петрова Анна Сергеевна",
            ["surname~Иванова Петрова", "name~Анна", "patronymic~Сергеевна", "sex~female"], []
        ),
        (
            "Мамедов Али Гасан оглы",
            ["surname!Мамедов", "name!Али", "patronymic!Гасан оглы", "sex~male"], []
        ),
        (
            "Каримов Тимур Рустам угли",
            ["surname!Каримов", "name!Тимур", "patronymic!Рустам угли", "sex~male"], []
        ),
        (
            "Иванова Анна Никитишна",
            ["surname!Иванова", "name!Анна", "patronymic!Никитишна", "sex~female"], []
        ),
        ("Weeks Ivan", ["surname?Weeks", "name?Ivan"], []),
        ("Цой Чен без отчества", ["surname?Цой", "name?Чен", "patronymic_absent!true"], []),
        (
            "Фамилия: Роман Имя: Анна Отчество: Петровна",
            ["surname!Роман", "name!Анна", "patronymic!Петровна", "sex~female"], []
        ),
        ("Иванов И.И.", ["surname?Иванов"], ["И.И"]),
        ("Иванова М. С. ж", ["surname?Иванова"], ["М. С. ж"]),
        ("Иванов Иван Иванович, слесарь", ivanov + ["sex~male"], ["слесарь"]),
        ("Ivanov Ivan", ["surname?Ivanov", "name?Ivan"], []),
        (
            "Ёлкина Алёна Семёновна", ["surname!Ёлкина", "name!Алёна", "patronymic!Семёновна", "sex~female"],
            []
        ),
        ("Иванoв Иван", ["surname?Иванов", "name~Иван", "sex?male"], []),
    ]

    private static let numbers: [(String, [String], [String])] = [
        (
            "Иванов Иван Иванович 01.02.1990 4512 123456 112-233-445 95",
            his + ["snils!112-233-445 95"] + passport("~"), []
        ),
        (
            "112-233-445 95 4512 123456 01.02.1990 Иванов Иван Иванович",
            his + ["snils!112-233-445 95"] + passport("~"), []
        ),
        ("паспорт 4512 123456", passport("!"), []), ("паспорт серия 45 12 № 123456", passport("!"), []),
        ("Паспорт:\n4512123456", passport("!"), []), ("4512123456", passport("~"), []),
        ("паспорт 4512\n123456", passport("!"), []),
        ("9161234567", ["phone~+7 (916) 123-45-67"], []),
        ("паспорт 9204 123456", passport("!", "9204"), []),
        ("тел 9204123456", ["phone!+7 (920) 412-34-56"], []),
        ("8 926 111 22 33", ["phone!+7 (926) 111-22-33"], []),
        ("+7(926)111-22-33", ["phone!+7 (926) 111-22-33"], []),
        ("89261112233", ["phone~+7 (926) 111-22-33"], []),
        ("тел.89261112233", ["phone!+7 (926) 111-22-33"], []),
        ("+375 29 123-45-67", ["phone!+375291234567"], []),
        ("8-926-111-22-33, 8-926-111-22-44", ["phone!+7 (926) 111-22-33"], ["8-926-111-22-44"]),
        ("СНИЛС: 11223344595", ["snils!112-233-445 95"], []), ("11223344595", ["snils!112-233-445 95"], []),
        ("CYBKC 112-233-445 95 Bdfyjd", ["surname?Иванов", "snils!112-233-445 95"], []),
        ("СНИЛС 112-233-445 96", ["snils?112-233-445 96"], []),
        ("ИНН 500100732259", ["inn!500100732259"], []), ("500100732259", ["inn!500100732259"], []),
        ("500100732250", [], ["500100732250"]),
        ("2600000000000000", enp, []), ("полис ОМС 2600 0000 0000 0000", enp, []),
        ("2600000000000009", ["policy_kind?oms", "policy_number?2600 0000 0000 0009"], []),
        ("полис АБ 123456", ["policy_kind~oms", "policy_number~АБ № 123456"], []),
        ("ДМС АБ-123/45", ["policy_kind!dms", "policy_number!АБ-123/45"], []),
        ("временный полис 012345678", ["policy_kind!oms", "policy_number!012 345678"], []),
        (
            "свидетельство о рождении IV-АБ № 123456",
            ["document_kind!birth_certificate", "document_series!IV-АБ", "document_number!123456"], []
        ),
        (
            "II-МЮ 654321",
            ["document_kind~birth_certificate", "document_series~II-МЮ", "document_number~654321"], []
        ),
        (
            "загранпаспорт 75 1234567",
            ["document_kind!travel_passport", "document_series!75", "document_number!1234567"], []
        ),
        ("e-mail: Ivan@Example.org, м", ["sex~male", "email!Ivan@example.org"], []),
        ("пол: жен", ["sex!female"], []), ("12345", [], ["12345"]),
        ("адрес: г. Москва, ул. Ленина 5", [], ["Москва", "ул. Ленина 5"]),
        ("№ 5", [], ["5"]), ("", [], []), ("- , ;", [], []), ("😀 Иванов", ["surname?Иванов"], ["😀"]),
    ]

    private static let days: [(String, [String], [String])] = [
        ("01.02.1990", ["birth_date~01.02.1990"], []), ("1990-02-01", ["birth_date~01.02.1990"], []),
        ("01021990", ["birth_date~01.02.1990"], []), ("1 02 1990", ["birth_date~01.02.1990"], []),
        ("1 февраля 1990 г.", ["birth_date~01.02.1990"], []),
        ("1 февраля 1990 года рождения", ["birth_date!01.02.1990"], []),
        ("01.02.1990г.р.", ["birth_date!01.02.1990"], []), ("д.р. 01.02.1990", ["birth_date!01.02.1990"], []),
        ("01.02.90", ["birth_date?01.02.90"], []), ("31.02.1990", [], ["31.02.1990"]),
        (
            "паспорт 4512 123456 выдан 12.03.2010 ОУФМС России по г. Москве, код 770-001, д.р. 01.02.1990",
            ["birth_date!01.02.1990"] + passport("!")
                + [
                    "document_issued_on!12.03.2010", "document_issuer~ОУФМС России по г. Москве",
                    "document_department_code!770-001",
                ], []
        ),
        (
            "01.02.1990 паспорт 4512 123456 12.03.2010",
            ["birth_date~01.02.1990"] + passport("!") + ["document_issued_on~12.03.2010"], []
        ),
        (
            "паспорт 4512 123456 12.03.2020", passport("!") + ["document_issued_on?12.03.2020"], []
        ),
        ("01.02.1990 12.03.2010", ["birth_date~01.02.1990"], ["12.03.2010"]),
        (
            "полис 2600000000000000 действителен до 31.12.2027",
            enp + ["policy_valid_to!31.12.2027"], []
        ),
        ("31.12.2027", ["policy_valid_to?31.12.2027"], []), ("1 02 1990 г.р.", ["birth_date!01.02.1990"], []),
        (
            "паспорт 4512 123456 выдан 15.03.2012, 12.05.1990 г.р.",
            ["birth_date!12.05.1990"] + passport("!") + ["document_issued_on!15.03.2012"], []
        ),
        (
            "паспорт 4512 123456 выдан 15.03.2012, 12 мая 1990 года рождения",
            ["birth_date!12.05.1990"] + passport("!") + ["document_issued_on!15.03.2012"], []
        ),
    ]

    @Test(arguments: names + numbers + days)
    func `gives its fields with how sure they are, and tells what is left over`(
        line: String, parts: [String], leftOver: [String]
    ) throws {
        let taken = try takeApart(line)
        #expect(Set(taken.parts.map(told)) == Set(parts), "\(line)")
        #expect(taken.leftOver == leftOver, "\(line)")
    }

    @Test(arguments: names + numbers + days)
    func `says the same whatever surrounds it`(line: String, parts: [String], leftOver: [String]) throws {
        let taken = try takeApart("\n\u{FEFF} " + line.replacing(" ", with: "\u{A0}") + " \r\n")
        #expect(Set(taken.parts.map(told)) == Set(parts), "\(line)")
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(line: String) throws {
        let taken = try takeApart(line)
        #expect(Set(taken.parts.map(\.field)).count == taken.parts.count, "no field twice")
    }

    /// Letters, digits and signs without sense, and pieces of sense among them.
    private static func nonsense(_ numbers: inout SeededNumbers) -> String {
        let pieces = [
            "Иванов", "Анна", "оглы", "IV-АБ", "полис", "выдан", "ДМС", "г.р.", "4512", "123456",
            "01.02.1990",
            "№", "+7", "(926)", "112-233-445", "95", "@", "a@b.ru", ",", "\n", ".", "bdfyjd", "страховая",
            "М",
        ]
        let signs = Array("абвXYZ0123456789 .,-/()+№#@:;\n\u{301}😀")
        return (0..<Int.random(in: 0..<14, using: &numbers)).map { _ in
            let isWord = Bool.random(using: &numbers)
            let one = isWord ? pieces.randomElement(using: &numbers) ?? "" : ""
            return one + String(signs.randomElement(using: &numbers) ?? " ")
        }.joined()
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    @Test func `loses no digit: each is in a field or among what is left over`() throws {
        var numbers = SeededNumbers(seed: 20_261_121)
        for _ in 0..<20_000 {
            let line = Self.nonsense(&numbers)
            let taken = try takeApart(line)
            let kept = (taken.parts.map(\.value) + taken.leftOver).joined().unicodeScalars.filter(
                Self.isDigit
            ).count
            let typed = line.unicodeScalars.filter(Self.isDigit).count
            // +7 may come for 8 or for nothing, and a year may be written out.
            #expect(kept >= typed, "\(line.debugDescription) → \(taken.parts.map(told)) \(taken.leftOver)")
        }
    }
}
