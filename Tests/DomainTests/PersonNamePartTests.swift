import Testing

@testable import Domain

@Suite struct `A name` {
    private static func read(_ typed: String, foreign: Bool = false) -> FieldReading<PersonNamePart> {
        PersonNamePart.read(typed, field: "surname", kind: .surname, foreignDocument: foreign)
    }

    private static let good: [(String, String)] = [
        ("Иванова", "Иванова"), ("иванова", "Иванова"), ("ИВАНОВА", "Иванова"), ("иВАНОВА", "Иванова"),
        ("ё", "Ё"),
        ("  -Иванова- ", "Иванова"), ("салтыков  -  щедрин", "Салтыков-Щедрин"),
        ("анна--мария", "Анна-Мария"),
        ("Анна\u{2013}Мария", "Анна-Мария"), ("анна\u{A0}\u{A0}мария", "Анна Мария"),
        ("о\u{2019}коннор", "О'Коннор"),
        ("О'КОННОР", "О'Коннор"), ("МакДональд", "МакДональд"), ("Андреи\u{306}", "Андрей"),
        ("Але\u{308}на", "Алёна"),
        ("Ив\u{AD}ан\u{200B}ова", "Иванова"), ("фон браун", "фон Браун"), ("Фон Браун", "Фон Браун"),
        ("ФОН БРАУН", "фон Браун"), ("фон", "Фон"), ("мамед оглы", "Мамед оглы"),
        ("РУСТАМ УГЛИ", "Рустам угли"),
        ("Алиев-заде", "Алиев-заде"),
        ("аль-фараби", "аль-Фараби"), ("Кызы", "Кызы"), ("Әлия", "Әлия"), ("Ұлықбек", "Ұлықбек"),
        ("Іңкәр", "Іңкәр"),
        ("ғҮҰқөһ", "ҒҮҰқөһ"), ("Ы", "Ы"),
        ("Константинопольская-Преображенская", "Константинопольская-Преображенская"),
    ]

    @Test(arguments: good)
    func `is made tidy`(typed: String, expected: String) {
        #expect(Self.read(typed) == .good(PersonNamePart(stored: expected), warnings: []))
    }

    @Test(arguments: good)
    func `once tidy stays as it is`(typed: String, expected: String) {
        #expect(Self.read(expected).value?.text == expected)
    }

    private static let refused: [(String, FieldCode, [String: String])] = [
        ("Иван5", .nameDigit, ["sign": "5"]), ("Иван٥", .nameDigit, ["sign": "٥"]),
        ("Иван😀", .nameEmoji, ["sign": "😀"]),
        ("Ив❤️", .nameEmoji, ["sign": "❤"]), ("Ив\u{0}ан", .nameControl, ["sign": "U+0000"]),
        ("\u{202E}Иван", .nameControl, ["sign": "U+202E"]), ("Иван_ов", .nameSign, ["sign": "_"]),
        ("И. П.", .nameSign, ["sign": "."]), ("Иван@", .nameSign, ["sign": "@"]),
        ("Ивαн", .nameLetter, ["sign": "α"]),
        ("Їжак", .nameLetter, ["sign": "Ї"]), ("-", .nameNoLetters, [:]), ("' -", .nameNoLetters, [:]),
        ("Ивaнова", .nameMixedLatin, ["letter": "a", "corrected": "Иванова"]),
        ("Cидорова", .nameMixedLatin, ["letter": "C", "corrected": "Сидорова"]),
        ("cидорова", .nameMixedLatin, ["letter": "c", "corrected": "Сидорова"]),
        ("PЕТРОВ", .nameMixedLatin, ["letter": "P", "corrected": "Ретров"]),
        ("Ивanov", .nameTwoScripts, ["letter": "a"]),
        ("Bdfyjdf", .nameLatin, ["corrected": "Иванова"]), ("Rjye[jd", .nameLatin, ["corrected": "Конухов"]),
        (";erjd", .nameLatin, ["corrected": "Жуков"]), ("MAPA", .nameLatin, ["corrected": "Мара"]),
        ("Smith", .nameLatin, ["corrected": "Ыьшер"]), ("Müller", .nameLetter, ["sign": "ü"]),
    ]

    @Test(arguments: refused)
    func `is refused with the letter named and the right text offered`(
        typed: String, code: FieldCode, parameters: [String: String]
    ) {
        #expect(Self.read(typed).refusal == FieldProblem("surname", code, parameters))
    }

    private static let foreign: [(String, String)] = [
        ("smith", "Smith"), ("Müller", "Müller"), ("van der berg", "van der Berg"), ("O'CONNOR", "O'Connor"),
        ("Иванова", "Иванова"), ("núñez", "Núñez"),
    ]

    @Test(arguments: foreign)
    func `may be Latin when the document is foreign`(typed: String, expected: String) {
        #expect(Self.read(typed, foreign: true).value?.text == expected)
    }

    @Test func `may not mix alphabets even then`() {
        let problem = Self.read("Smіth", foreign: true).refusal
        #expect(problem?.code == "name_two_scripts")
        let look = Self.read("Kаte", foreign: true).refusal
        #expect(look == FieldProblem("surname", .nameMixedCyrillic, ["letter": "а", "corrected": "Kate"]))
    }

    @Test func `has room for sixty letters`() {
        #expect(Self.read(String(repeating: "а", count: 60)).value != nil)
        let refusal = Self.read(String(repeating: "а", count: 61)).refusal
        #expect(refusal == FieldProblem("surname", .nameTooLong, ["limit": "60", "length": "61"]))
    }

    @Test(arguments: [
        "нет", "Нет", "НЕТ", "-", "—", "--", "без отчества", "Без  отчества", "отсутствует", "нет отчества",
        "б/о", ".",
    ])
    func `that says there is no patronymic offers the tick`(typed: String) {
        let reading = PersonNamePart.read(typed, field: "patronymic", kind: .patronymic)
        #expect(reading.codes == ["patronymic_none_typed"])
    }

    @Test func `Нет is a surname all the same`() {
        #expect(Self.read("Нет").value?.text == "Нет")
        #expect(PersonNamePart.read("Нетович", field: "p", kind: .patronymic).value?.text == "Нетович")
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        for kind in PersonNamePart.Kind.allCases {
            for foreign in [false, true] {
                let reading = PersonNamePart.read(typed, field: "x", kind: kind, foreignDocument: foreign)
                guard let text = reading.value?.text else { continue }
                #expect((1...60).contains(text.unicodeScalars.count))
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
    }

    /// The short way for ordinary names and the close reading, which knows nothing of it, say the same.
    @Test func `is read the same closely and in the short way`() {
        var numbers = SeededNumbers(seed: 7)
        let starts = ["И", "Ё", "Я", "А", "и", "І", "Ї", "A", "Нет", "Прочерк", "Фон", "Де", "О'", "-", "П "]
        let middles = ["ван", "ё", "", "р", "Ван", "йцукен", "і", "a", " ", "-", "я"]
        let ends = ["ов", "ич", "на", "", "Ич", "ична", "a", String(repeating: "н", count: 58)]
        var ordinary = 0
        for _ in 1...3000 {
            let parts = [starts, middles, ends].compactMap { $0.randomElement(using: &numbers) }
            let typed = TypedText.line(parts.joined())
            for kind in PersonNamePart.Kind.allCases where !typed.isEmpty {
                let reading = PersonNamePart.read(typed, field: "f", kind: kind)
                let closely = PersonNamePart.readClosely(
                    typed, field: "f", kind: kind, foreignDocument: false)
                #expect(reading.value == closely.value && reading.codes == closely.codes, "«\(typed)»")
                if reading.value?.text == typed { ordinary += 1 }
            }
        }
        #expect(ordinary > 500)
    }
}

@Suite struct `A person's sex` {
    @Test func `is read as the form and as people write it`() {
        for typed in ["male", "М", "м", "Мужской"] { #expect(Sex.read(typed, field: "sex").value == .male) }
        for typed in ["female", "Ж", "жен", " женский "] {
            #expect(Sex.read(typed, field: "sex").value == .female)
        }
        #expect(Sex.read("", field: "sex").isEmpty)
        #expect(Sex.read("да", field: "sex").codes == ["sex_unknown"])
    }
}
