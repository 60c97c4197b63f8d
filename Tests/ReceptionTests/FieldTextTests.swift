import DeskFixture
import Domain
import Testing
import Wire

@Suite struct `What is said of a field` {
    private static let fields: [(field: String, typed: [String])] = [
        (
            "surname",
            ["", "Иван0ва", "Ivanova", "Bdfyjdf", "Ивaнова", "ivaнов", "?", "Я😀", "Я\u{0}", "Њ", long]
        ),
        ("name", ["-", "Га4лина", "Гал\u{200D}ина"]), ("patronymic", ["нет", "без отчества", "", "5"]),
        (
            "birth_date",
            [
                "", "вчера", "31.02.1990", "01.13.1990", "01.02.90", "01.01.1986", "01.02.1890", "01.02.1899",
                "01.02.1901", "01.02.1910", "01.02.2030", "00.00.0000",
            ]
        ),
        ("sex", [""]),
        ("phone", ["1", "abc", "+8 926 111-22-33", "1234567890123", "0000000000", "9261112233x", "+1"]),
        (
            "email",
            [
                "a", "a@@b.ru", "a b@mail.example", "a(@mail.example", "a@mail", "аa@mail.example",
                long + "@mail.example",
            ]
        ),
        ("snils", ["1", "112-233-445 96", "000-000-000 00", "001-001-001 00", "112-233-445 9x"]),
        ("note", [String(repeating: long, count: 20), "а\u{202E}б", "а\u{0}б"]),
    ]
    private static let long = String(repeating: "длинно", count: 30)

    private static let operators: [(field: String, typed: [String])] = [
        ("login", ["", "a", "1abc", "анна", "a b", "petrova"]),
        ("name", ["", String(repeating: long, count: 3)]),
        (
            "password",
            ["", "1", "petrovaA2026", "1234567890", String(repeating: "xy7", count: 50), "abcdefgh\u{1}xyz"]
        ),
        ("pin", ["", "1", "12345a", "123456", "1234567890123"]),
    ]

    @Test(arguments: ["ru", "en"])
    func `while a form is typed is a whole sentence without a gap`(language: String) throws {
        let console = try TestConsole()
        try console.desk.setUp()
        _ = try console.desk.add("petrova")
        let browser = try Browser.signedIn(console, "petrova")
        browser.cookies["frontdesk_language"] = language
        var codes: Set<String> = []
        for (field, typed) in Self.fields {
            for text in typed {
                let person = Given.person([field: .string(text)])
                let answer = try browser.post("/api/v1/patients/check", ["person": person, "patient": nil])
                for remark in answer["fields"].elements ?? [] {
                    #expect(remark["name"] == .string(field))
                    try check(remark, &codes)
                }
            }
        }
        #expect(codes.count >= 35, "\(codes.count) codes were met")
    }

    @Test(arguments: ["ru", "en"])
    func `of an operator's form is one too`(language: String) throws {
        let console = try TestConsole()
        try console.desk.setUp()
        _ = try console.desk.add("petrova")
        let browser = try Browser.signedIn(console, "admin")
        browser.cookies["frontdesk_language"] = language
        var codes: Set<String> = []
        for (field, typed) in Self.operators {
            for text in typed {
                let form: JSON = [
                    "login": "petrova.a", "name": "Петрова", "roles": ["senior"],
                    "password": .string(TestDesk.password), "pin": .string(TestDesk.pin),
                ]
                let answer = try browser.post("/api/v1/operators", form.with(field, .string(text)))
                #expect(answer.fields == [field], "\(text)")
                for remark in answer["fields"].elements ?? [] { try check(remark, &codes) }
            }
        }
        #expect(codes.count >= 13, "\(codes.count) codes were met")
    }

    private func check(_ remark: JSON, _ codes: inout Set<String>) throws {
        let (code, text) = (try #require(remark["code"]?.text), try #require(remark["text"]?.text))
        codes.insert(code)
        #expect(!text.contains("{") && !text.hasPrefix("field."), "\(code): \(text)")
        #expect(text.last.map { ".?!".contains($0) } == true, "\(code): \(text)")
    }
}
