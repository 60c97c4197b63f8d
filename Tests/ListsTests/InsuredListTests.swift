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
}

@Suite struct `The file of what was left` {
    private func list(_ text: String) throws -> InsuredList { try InsuredList(HeldBytes(text)) }

    @Test func `has the list's own columns and the reason behind them, and comes back as the same list`()
        throws
    {
        let list = try list("ФИО;Телефон;Дата рождения\nНебывалова Г;+7 926 111-22-33;=1+1\n")
        let file = ErrorFile(list)
        let cells = ["Небывалова \"Г\"", "+7 926 111-22-33", "=1+1"]
        let bytes = file.head + file.row(cells, reason: "Имя; слово")
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(
            text == "ФИО;Телефон;Дата рождения;Причина (Frontdesk)\r\n"
                + "\"Небывалова \"\"Г\"\"\";\"'+7 926 111-22-33\";\"'=1+1\";\"Имя; слово\"\r\n")
        let again = try InsuredList(HeldBytes(bytes))
        var lines = try again.lines()
        let listed = try #require(try lines.next()).listed
        #expect(listed.person.phone == "+7 926 111-22-33" && listed.person.birthDate == "=1+1")
        #expect(ErrorFile(again).head == file.head)
    }

    @Test(arguments: ["=", "+", "-", "@", "\t", "\r"])
    func `begins no cell as a formula`(sign: String) throws {
        let file = ErrorFile(try list("ФИО;Дата рождения\nА Б;1\n"))
        let row = String(decoding: file.row([sign + "cmd|' /C calc'!A0", "1"], reason: sign), as: UTF8.self)
        #expect(row.hasPrefix("\"'\(sign)cmd") && row.contains(";\"'\(sign)\""))
    }
}
