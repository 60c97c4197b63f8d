import Domain
import Lists
import Testing

@Suite struct `A list of insured people` {
    private static let titles = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС\r\n"
    private static let line = "Небывалова;Галина;Сергеевна;12.03.1986;112-233-445 95\r\n"

    private func lines(_ list: InsuredList) throws -> [ListLine] {
        var lines = try list.lines()
        return try lines.next(1000)
    }

    private func only(_ text: String) throws -> ListedPerson {
        let all = try lines(try InsuredList(HeldBytes(text)))
        return try #require(all.first).listed
    }

    private func refusal(_ bytes: [UInt8]) -> Refusal.Code? {
        do {
            _ = try InsuredList(HeldBytes(bytes))
            return nil
        } catch {
            return (error as? Refusal)?.code
        }
    }

    /// Cyrillic as Windows writes it.
    private func cp1251(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "Ё": 0xA8
            case "ё": 0xB8
            case "№": 0xB9
            case "А"..."я": UInt8(scalar.value - 0x410 + 0xC0)
            default: UInt8(scalar.value)
            }
        }
    }

    @Test func `is read in UTF-8, with a mark before it and without, and in Windows-1251`() throws {
        let text = Self.titles + Self.line.replacing("Небывалова", with: "Ёлкина-Щёголева")
        let plain = Array(text.utf8)
        for bytes in [plain, [0xEF, 0xBB, 0xBF] + plain, cp1251(text)] {
            let list = try InsuredList(HeldBytes(bytes, most: 3))
            let person = try #require(try lines(list).first).listed.person
            #expect(person.surname == "Ёлкина-Щёголева" && person.snils == "112-233-445 95")
        }
        #expect(try InsuredList(HeldBytes(cp1251(text))).encoding == .cp1251)
        #expect(try InsuredList(HeldBytes(plain)).encoding == .utf8)
    }

    @Test(arguments: [";", ",", "\t"])
    func `shows its separator by its titles`(separator: String) throws {
        let text = (Self.titles + Self.line).replacing(";", with: separator)
        #expect(try only(text).person.birthDate == "12.03.1986")
    }

    @Test func `may have a firm's name above its titles, and titles in any order and spelling`() throws {
        let text = """
            Список застрахованных, ООО «Ромашка»;;;
            ;;;
            Полис №;Ф.И.О.;ДАТА РОЖД.;E-Mail
            ДМС-1234/56;Небывалова Галина Сергеевна;12.03.1986;a@mail.example
            """
        let listed = try only(text)
        #expect(listed.line == 4 && listed.person.surname == "Небывалова" && listed.person.name == "Галина")
        #expect(listed.person.patronymic == "Сергеевна" && listed.person.email == "a@mail.example")
        #expect(listed.policy.number == "ДМС-1234/56" && listed.policy.kind == "dms")
    }

    @Test func `may have English titles`() throws {
        let listed = try only(
            "Last name,First name,Middle name,Date of birth,Valid until,Policy\nA,B,C,D,E,F\n")
        #expect(listed.person.surname == "A" && listed.person.birthDate == "D")
        #expect(listed.policy.validTo == "E" && listed.policy.number == "F")
    }

    @Test func `counts its lines, without the empty ones`() throws {
        let list = try InsuredList(HeldBytes(Self.titles + ";;;;\r\n" + Self.line + "\r\n" + Self.line))
        #expect(try list.count() == 2)
        #expect(try lines(list).map(\.listed.line) == [3, 5])
    }

    @Test func `that is no list is refused with what to do`() {
        #expect(refusal([]) == .listEmpty)
        #expect(refusal([0x50, 0x4B, 3, 4] + [UInt8](repeating: 1, count: 99)) == .listWorkbook)
        #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .listWorkbook)
        #expect(refusal(Array("%PDF-1.7".utf8)) == .listWorkbook)
        #expect(refusal([0xFF, 0xFE, 0x24, 4]) == .listUnreadable)
        #expect(refusal([0x24, 0, 0x25, 0, 0x26, 0]) == .listUnreadable)
        #expect(refusal(Array("просто текст\nещё строка\n".utf8)) == .listColumnsMissing)
        #expect(refusal(Array("Фамилия;Имя\nА;Б\n".utf8)) == .listColumnsMissing)
    }

    @Test func `says «нет» where there is no patronymic`() throws {
        for word in ["нет", "-", "Без отчества", "отсутствует"] {
            let person = try only(Self.titles + "Ли;Ян;\(word);12.03.1986;").person
            #expect(person.patronymicAbsent && person.patronymic == "", "\(word)")
        }
        let empty = try only(Self.titles + "Ли;Ян;;12.03.1986;").person
        #expect(!empty.patronymicAbsent)
    }

    @Test func `may have a time behind a date, and a patronymic of two words`() throws {
        let text = "ФИО;Дата рождения\nАлиев Али Мамед оглы;12.03.1986 0:00:00\nА Б В;1986-03-12T00:00:00\n"
        let all = try lines(try InsuredList(HeldBytes(text))).map(\.listed.person)
        #expect(all[0].patronymic == "Мамед оглы" && all[0].birthDate == "12.03.1986")
        #expect(all[1].birthDate == "1986-03-12")
    }

    @Test func `tells the kind of a policy by its word, its column or its number`() throws {
        let head = "ФИО;Дата рождения;"
        func policy(_ columns: String, _ cells: String) throws -> PolicyForm {
            try only(head + columns + "\nА Б В;1.1.1990;" + cells).policy
        }
        #expect(try policy("Вид полиса;Полис", "омс;5").kind == "oms")
        #expect(try policy("Вид полиса;Полис", "Добровольное;5").kind == "dms")
        #expect(try policy("Вид полиса;Полис", "ВЗР;5").kind == "vzr")
        #expect(try policy("Вид полиса;Полис", "иной;5").kind == "иной")
        #expect(try policy("ЕНП", "5").kind == "oms")
        #expect(try policy("Полис ДМС", "7992730000000007").kind == "dms")
        #expect(try policy("Полис", "7992730000000007").kind == "oms")
        #expect(try policy("Полис", "7992730000000008").kind == "dms")
        #expect(try policy("Серия;Номер", "АБ;123").number == "АБ 123")
    }

    @Test func `keeps a passport that nobody here has seen as a note`() throws {
        let text = "ФИО;Дата рождения;Серия паспорта;Номер паспорта;Примечание\nА Б В;1.1.1990;4510;123456;ы"
        #expect(try only(text).person.note == "ы\nПаспорт из списка: 4510 123456")
    }

    @Test func `says what is wrong with the shape of a line`() throws {
        let text = Self.titles + "А;Б;В;1.1.1990;;лишнее\nА;Б;\"В;1.1.1990;\nА;Б\n"
        let all = try lines(try InsuredList(HeldBytes(text))).map(\.listed)
        #expect(all[0].problems.map(\.code) == ["list_cells_many"])
        #expect(all[1].problems.map(\.code) == ["list_quote_open"] && all[1].line == 3)
        #expect(all[2].problems.isEmpty && all[2].person.birthDate == "")
    }

    @Test func `loses no policy of two: their line is left to be parted`() throws {
        let head = "ФИО;Дата рождения;Номер полиса;ЕНП;Полис ДМС\nА Б В;1.1.1990;"
        for cells in ["ДМС-1;7992730000000007;", "ДМС-1;;ДМС-2", ";7992730000000007;ДМС-1"] {
            #expect(try only(head + cells).problems.map(\.code) == ["list_policies_many"], "\(cells)")
        }
        for cells in ["ДМС-1;;ДМС-1", ";7992730000000007;-", "ДМС-1;;"] {
            #expect(try only(head + cells).problems.isEmpty, "\(cells)")
        }
    }
}

@Suite struct `The file of what was left` {
    private func list(_ text: String) throws -> InsuredList { try InsuredList(HeldBytes(text)) }

    /// All lines of a list, as they are told to have been left.
    private func left(_ list: InsuredList, reason: String = "Почему") throws -> [UInt8] {
        let file = ErrorFile(list)
        var lines = try list.lines()
        return try lines.next(100).reduce(file.head) { $0 + file.row($1, reason: reason) }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropFirst(3), as: UTF8.self) }

    @Test
    func `has the line's number and the reason before the list's own columns, and comes back as it was`()
        throws
    {
        let list = try list(
            "ФИО;Телефон;Дата рождения\n\n\"Небывалова \"\"Г\"\"\";+7 926 111-22-33;=1+1\n")
        let bytes = try left(list, reason: "Имя; слово")
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(
            text(bytes) == "Строка (Frontdesk);Причина (Frontdesk);ФИО;Телефон;Дата рождения\r\n"
                + "3;\"Имя; слово\";\"Небывалова \"\"Г\"\"\";\"'+7 926 111-22-33\";\"'=1+1\"\r\n")
        let again = try InsuredList(HeldBytes(bytes))
        var lines = try again.lines()
        let listed = try #require(try lines.next()).listed
        #expect(listed.person.phone == "+7 926 111-22-33" && listed.person.birthDate == "=1+1")
        #expect(ErrorFile(again).head == ErrorFile(list).head)
    }

    private static let titles = "Фамилия;Имя;Отчество;Дата рождения\r\n"

    @Test(arguments: [
        ("А;Б;В;1.1.1990;лишнее;ещё", 1, "list_cells_many"), ("А;Б;\"В;1.1.1990", 1, "list_quote_open"),
        ("Я;", CSVReader.longest, "list_line_long"),
    ])
    func `keeps a line that has no shape, which is wrong until it is mended`(
        text part: String, times: Int, code: String
    ) throws {
        let line = String(repeating: part, count: times)
        let first = try list(Self.titles + line + "\r\n")
        var lines = try first.lines()
        #expect(try lines.next()?.listed.problems.map(\.code) == [code])
        let bytes = try left(first)
        #expect(text(bytes).contains(line.split(separator: "\"")[0].prefix(100)), "\(code)")
        let second = try InsuredList(HeldBytes(bytes))
        var again = try second.lines()
        let listed = try #require(try again.next()).listed
        let reading = listed.read(today: try #require(CalendarDay(iso: "2026-11-21")))
        #expect(reading.person == nil)
        // Sent back as it is, it loses nothing however often.
        let isSame = try left(second) == bytes
        #expect(isSame)
    }

    @Test(arguments: ["=", "+", "-", "@", "\t", "\r"])
    func `begins no cell as a formula`(sign: String) throws {
        let list = try list("ФИО;Дата рождения\n\"\(sign)cmd|' /C calc'!A0\";1\n")
        let row = text(try left(list, reason: sign)).drop { $0 != "\r\n" }.dropFirst()
        #expect(row.hasPrefix("2;\"'\(sign)\";\"'\(sign)cmd"))
    }
}
