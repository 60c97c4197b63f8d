import Domain
import Testing

@Suite struct `Folding for a search` {
    private static let cases: [(String, String)] = [
        ("ИВАНОВА", "иванова"), ("Ёлкина", "елкина"), ("Е\u{308}лкина", "елкина"), ("Йод", "йод"),
        ("И\u{306}од", "йод"),
        ("Салтыков-Щедрин", "салтыков щедрин"), ("Салтыков – Щедрин", "салтыков щедрин"),
        ("О'Коннор", "оконнор"),
        ("О’Коннор", "оконнор"), ("  а   б  ", "а б"), ("Müller", "muller"), ("Mu\u{308}ller", "muller"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"), ("İbrahim", "ibrahim"), ("ӘЛИЯ", "әлия"), ("Иванова Г. С.", "иванова г с"),
        ("", ""), ("–—", ""),
        ("№5", "5"), ("а\u{200B}б", "аб"),
    ]

    @Test(arguments: cases)
    func `makes what looks the same equal`(text: String, expected: String) {
        #expect(Array(SearchText.fold(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: cases)
    func `once folded stays so`(text: String, expected: String) {
        #expect(SearchText.fold(expected) == expected)
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(text: String) {
        let folded = SearchText.fold(text)
        #expect(SearchText.fold(folded) == folded)
        #expect(!folded.unicodeScalars.contains { $0.value < 0x20 })
    }
}

@Suite struct `A line of the search field` {
    private static let february = CalendarDay(year: 1990, month: 2, day: 1).map(SearchLine.Meaning.birthDate)

    private static let cases: [(String, [[SearchLine.Meaning]], SearchLine.Kind)] = [
        ("Иванова", [[.word("иванова")]], .name), ("иван пётр", [[.word("иван")], [.word("петр")]], .name),
        ("Салтыков-Щедрин", [[.word("салтыков")], [.word("щедрин")]], .name),
        ("01.02.1990", [[february].compactMap { $0 }], .birthDate),
        ("1990-02-01", [[february].compactMap { $0 }], .birthDate),
        ("1 02 1990", [[february].compactMap { $0 }], .birthDate),
        (
            "01021990",
            [
                [february, .phone("01021990"), .card(1_021_990), .document("01021990"), .policy("01021990")]
                    .compactMap { $0 }
            ], .birthDate
        ),
        ("Иванова 1.2.1990", [[.word("иванова")], [february].compactMap { $0 }], .mixed),
        ("1990", [[.birthYear(1990), .phone("1990"), .card(1990)]], .birthDate),
        ("Иванова 1990", [[.word("иванова")], [.birthYear(1990), .phone("1990"), .card(1990)]], .mixed),
        ("+7 (926) 111-11-12", [[.phone("9261111112")]], .phone),
        ("89261111112", [[.phone("9261111112")]], .phone),
        ("8 926 111 11 12", [[.phone("9261111112")]], .phone),
        ("926 111 11 12", [[.phone("9261111112"), .document("9261111112"), .policy("9261111112")]], .phone),
        (
            "111-11-12",
            [[.phone("1111112"), .card(1_111_112), .document("1111112"), .policy("1111112")]], .phone
        ),
        ("4512 123456", [[.phone("4512123456"), .document("4512123456"), .policy("4512123456")]], .phone),
        ("2600 0000 0000 0000", [[.policy("2600000000000000")]], .policy),
        ("Иванова 2600000000000000", [[.word("иванова")], [.policy("2600000000000000")]], .mixed),
        (
            "75 1234567",
            [
                [
                    .phone("751234567"), .card(751_234_567), .document("751234567"), .policy("751234567"),
                ]
            ], .phone
        ),
        ("5678", [[.phone("5678"), .card(5678), .policy("5678")]], .phone),
        ("С-15", [[.sheet(15)]], .sheet), ("c-15", [[.sheet(15)]], .sheet),
        ("+375 29", [[.phone("37529")]], .phone),
        ("112-233-445 95", [[.snils("11223344595")]], .snils),
        ("11223344595", [[.snils("11223344595")]], .snils),
        ("112-233-445 96", [[.snils("11223344596")]], .snils),
        ("77", [[.card(77)]], .card), ("№ 1042", [[.card(1042)]], .card),
        ("№1042", [[.card(1042)]], .card),
        ("77 78", [[.phone("7778"), .card(77), .card(78)]], .phone),
        ("926 111", [[.phone("926111"), .card(926), .card(111)]], .phone),
        ("(926) 111-22", [[.phone("92611122"), .card(926), .card(11122)]], .phone),
        ("7 8", [[.card(7), .card(8)]], .card),
        ("Иванова 926 111", [[.word("иванова")], [.phone("926111"), .card(926), .card(111)]], .mixed),
        ("1990 926", [[.birthYear(1990), .phone("1990"), .card(1990)], [.card(926)]], .mixed),
        ("№5 №6", [[.card(5)], [.card(6)]], .card), ("", [], .mixed), (" - ", [], .mixed),
        (
            "8 926 111", [[.phone("8926111"), .phone("7926111"), .card(8), .card(926), .card(111)]], .phone
        ),
        (
            "8926111",
            [
                [
                    .phone("8926111"), .phone("7926111"), .card(8_926_111), .document("8926111"),
                    .policy("8926111"),
                ]
            ], .phone
        ),
        ("8926", [[.phone("8926"), .card(8926), .policy("8926")]], .phone),
    ]

    @Test(arguments: cases)
    func `is understood`(typed: String, terms: [[SearchLine.Meaning]], kind: SearchLine.Kind) {
        let line = SearchLine(typed)
        #expect(line.terms == terms)
        #expect(line.kind == kind)
    }

    private static let pieces = [
        "01.02.1990", "4512 123456", "45 12 123456", "112-233-445 95", "8 926 111 11 12", "+7 926 111 11 12",
        "926 111 11 12", "2600 0000 0000 0000", "75 1234567", "1 02 1990", "2600000000000000", "89261111112",
    ]

    @Test func `is the same numbers beside each other as each alone`() {
        for one in Self.pieces {
            for other in Self.pieces {
                let apart = SearchLine(one).terms + SearchLine(other).terms
                #expect(SearchLine("\(one) \(other)").terms == apart, "\(one) | \(other)")
                let named = SearchLine("Иванов \(one) \(other)").terms
                #expect(named == [[.word("иванов")]] + apart, "\(one) | \(other)")
            }
        }
    }

    @Test func `keeps a part of a phone apart from a date beside it`() {
        let terms = SearchLine("926 111").terms
        #expect(SearchLine("01.02.1990 926 111").terms == SearchLine("01.02.1990").terms + terms)
        #expect(SearchLine("926 111 01.02.1990").terms == terms + SearchLine("01.02.1990").terms)
        #expect(SearchLine("926 111 1 02 1990").terms == terms + SearchLine("01.02.1990").terms)
    }

    @Test func `leaves digits that may be a phone and a СНИЛС to be both`() throws {
        // 8 916 000-01-54 has the right control number as well.
        var nine = 891_600_000
        while !"\(nine)".hasPrefix("8")
            || PhoneNumber(stored: "+7\("\(nine)".dropFirst())\(Snils.control(of: "\(nine)"))") == nil
        {
            nine += 1
        }
        let digits = "\(nine)" + Snils.control(of: "\(nine)")
        #expect(SearchLine(digits).terms == [[.phone(String(digits.dropFirst())), .snils(digits)]])
    }

    @Test(arguments: [
        ("bdfyjd", "иванов"), ("Bdfyjdf Vfhbz", "иванова мария"), ("[jvzrjd", "хомяков"), (";tkty", "желен"),
        ("bdfyjd 01.02.1990", "иванов 01.02.1990"), ("g'nhjd-dtcybb", "пэтров-веснии"),
    ])
    func `typed on the wrong layout is what the same keys give on the right one`(
        typed: String, meant: String
    ) {
        #expect(SearchLine(typed).onRussianKeys?.terms == SearchLine(meant).terms)
    }

    @Test(arguments: ["", "иванов", "1990", "№ 5", "89261111112", "05.03.1987", "-"])
    func `that has no Latin keys is meant as typed`(typed: String) {
        #expect(SearchLine(typed).onRussianKeys == nil)
    }

    @Test func `has no more than eight terms`() {
        #expect(SearchLine(String(repeating: "слово ", count: 500)).terms.count == 8)
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        #expect(SearchLine(typed).terms.count <= 8)
    }
}
