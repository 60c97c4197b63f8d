import Domain
import Testing

@Suite struct `A likeness` {
    /// Галина Петровна, as she is on her card; each pair says what another form has instead.
    private static let card = person([:])

    private static func person(_ instead: [PersonField: String]) -> PersonTraits {
        var form = PersonForm()
        form.surname = instead[.surname] ?? "Королёва"
        form.name = instead[.name] ?? "Галина"
        form.patronymic = instead[.patronymic] ?? "Петровна"
        form.birthDate = instead[.birthDate] ?? "12.03.1986"
        form.sex = instead[.sex] ?? "female"
        form.phone = instead[.phone] ?? ""
        form.snils = instead[.snils] ?? ""
        return PersonTraits(form)
    }

    private static func reasons(
        _ typed: [PersonField: String], _ known: [PersonField: String] = [:]
    ) -> [Likeness.Reason] {
        let there = Likeness(person(typed), person(known))?.reasons ?? []
        let back = Likeness(person(known), person(typed))?.reasons ?? []
        #expect(there == back, "a likeness is the same from both sides")
        return there
    }

    private static let one: [([PersonField: String], Likeness.Reason)] = [
        ([:], .sameNameAndBirth), ([.surname: "КОРОЛЁВА"], .sameNameAndBirth),
        ([.patronymic: ""], .sameNameAndBirth), ([.sex: "male"], .sameNameAndBirth),
        ([.surname: "Королева"], .otherSpelling), ([.surname: "  королева "], .otherSpelling),
        ([.birthDate: "03.12.1986"], .dayAndMonthSwapped),
        ([.surname: "Корлёва"], .slipInSurname), ([.surname: "Королёвва"], .slipInSurname),
        ([.surname: "Каролева"], .slipInSurname), ([.surname: "Кооролёва"], .slipInSurname),
        ([.surname: "Коорлёва"], .slipInSurname), ([.surname: "Королёв"], .slipInSurname),
        ([.name: "Гаилна"], .slipInName), ([.name: "Галинна"], .slipInName),
        ([.patronymic: "Петрвна"], .slipInPatronymic), ([.patronymic: "Пертовна"], .slipInPatronymic),
        ([.patronymic: "Сергеевна"], .otherPatronymic),
        ([.birthDate: "13.03.1986"], .slipInBirthDate), ([.birthDate: "21.03.1986"], .slipInBirthDate),
        ([.birthDate: "2.03.1986"], .slipInBirthDate), ([.birthDate: "1.03.1986"], .slipInBirthDate),
        ([.birthDate: "12.05.1986"], .slipInBirthDate), ([.birthDate: "12.03.1968"], .slipInBirthDate),
        ([.birthDate: "12.03.1976"], .slipInBirthDate),
        ([.surname: "Громова"], .surnameChanged),
        ([.surname: "Громова-Королёва"], .halfOfDoubleName), ([.name: "Галина Мария"], .halfOfDoubleName),
    ]

    @Test(arguments: one)
    func `is seen through one difference`(typed: [PersonField: String], reason: Likeness.Reason) {
        #expect(Self.reasons(typed) == [reason])
    }

    @Test(arguments: [
        ("Салтыкова-Щедрина", "Салтыкова Щедрина"), ("Салтыкова-Щедрина", "Салтыковащедрина"),
        ("Салтыкова‑Щедрина", "салтыкова - щедрина"), ("О'Коннор", "Оконнор"), ("Ёлкина", "Елкина"),
    ])
    func `does not see a hyphen, a space, an apostrophe or two dots`(one: String, other: String) {
        #expect(Self.reasons([.surname: one], [.surname: other]) == [.otherSpelling])
    }

    @Test func `takes the digits beside a dot for a slip, where they make a day`() {
        #expect(
            Self.reasons([.birthDate: "11.02.1990"], [.birthDate: "10.12.1990"]) == [.slipInBirthDate])
    }

    private static let others: [[PersonField: String]] = [
        // Twins.
        [.name: "Марина"], [.name: "Алина"], [.name: "Георгий", .sex: "male"],
        // Namesakes, and mothers and daughters.
        [.birthDate: "24.08.1951"], [.birthDate: "12.08.1961"], [.birthDate: "12.03.1959"],
        [.name: "Анна", .patronymic: "Сергеевна", .birthDate: "12.03.2010"],
        // Two differences are two people.
        [.surname: "Корлёва", .birthDate: "13.03.1986"], [.surname: "Громова", .name: "Гаилна"],
        [.surname: "Громова", .birthDate: "13.03.1986"], [.surname: "Громова", .patronymic: "Сергеевна"],
        [.surname: "Громова", .patronymic: ""], [.surname: "Громов", .sex: "male"],
        // What is not typed yet says nothing.
        [.birthDate: ""], [.birthDate: "12.03"], [.name: ""], [.surname: ""],
        [.patronymic: "", .birthDate: "13.03.1986"],
    ]

    @Test(arguments: others)
    func `is not seen where two people may be`(typed: [PersonField: String]) {
        #expect(Self.reasons(typed) == [])
    }

    @Test(arguments: [
        ("Анна", "Инна"), ("Дарья", "Марья"), ("Алина", "Арина"), ("Полина", "Паулина"), ("Алёна", "Алина"),
        ("Зульфия", "Зульфира"),
    ])
    func `of twins' names is none, however near they are`(one: String, other: String) {
        #expect(Self.reasons([.name: one], [.name: other]) == [])
    }

    @Test func `asks of a name whether somebody of that sex bears it`() {
        #expect(Self.reasons([.name: "Валентин", .sex: "male"], [.name: "Валентина"]) == [])
        #expect(Self.reasons([.name: "Валентин", .sex: ""], [.name: "Валентина", .sex: ""]) == [])
        #expect(Self.reasons([.name: "Валентин"], [.name: "Валентина"]) == [.slipInName])
        let sons: ([PersonField: String], [PersonField: String]) = (
            [.name: "Ринат", .sex: "male"], [.name: "Ренат", .sex: "male"]
        )
        #expect(Self.reasons(sons.0, sons.1) == [])
    }

    @Test(arguments: [
        ("Наталья", "Наталия"), ("Софья", "София"), ("Данил", "Даниил"), ("Катерина", "Екатерина"),
    ])
    func `of two forms of one name is a slip like another`(one: String, other: String) {
        #expect(Self.reasons([.name: one], [.name: other]) == [.slipInName])
    }

    @Test func `of a number needs nothing else, and stands first`() {
        let number = "112-233-445 95"
        #expect(
            Self.reasons([.snils: number], [.snils: "11223344595"]) == [.sameSnils, .sameNameAndBirth])
        let stranger: [PersonField: String] = [
            .surname: "Иванов", .name: "Пётр", .birthDate: "01.02.1950", .sex: "male", .snils: number,
        ]
        #expect(Self.reasons(stranger, [.snils: number]) == [.sameSnils])
        #expect(Self.reasons([.snils: number], [:]) == [.sameNameAndBirth])
    }

    @Test func `is not made of weak reasons where the numbers differ`() {
        let (one, other) = ("112-233-445 95", "114-223-344 00")
        for field in [PersonField.surname, .patronymic] {
            #expect(Self.reasons([field: "Громова", .snils: one], [.snils: one]).count == 2)
            #expect(Self.reasons([field: "Громова", .snils: one], [.snils: other]) == [])
        }
        #expect(Self.reasons([.surname: "Корлёва", .snils: one], [.snils: other]) == [.slipInSurname])
    }

    @Test func `of a phone needs the name, and no birth date against it`() {
        let phone = "8 926 111-22-33"
        func alike(_ typed: [PersonField: String]) -> [Likeness.Reason] {
            Self.reasons(typed.merging([.phone: phone]) { $1 }, [.phone: "+7 (926) 111-22-33"])
        }
        #expect(alike([.birthDate: ""]) == [.samePhoneAndName])
        #expect(alike([.surname: "Корлёва", .birthDate: "13.03.1986"]) == [.samePhoneAndName])
        #expect(alike([.birthDate: "27.03.1986"]) == [.samePhoneAndName])
        #expect(alike([:]) == [.sameNameAndBirth, .samePhoneAndName])
        // Her daughter of the same name, her sister, her mother.
        #expect(alike([.birthDate: "05.11.2012"]) == [])
        #expect(alike([.name: "Анна"]) == [])
        #expect(alike([.birthDate: "", .patronymic: "Сергеевна"]) == [])
    }

    @Test func `ranks a number before a name, and a sure name before a changed one`() throws {
        let ranks = try Self.one.map {
            (try #require(Likeness(Self.person($0.0), Self.card)).rank, $0.1)
        }
        for (rank, reason) in ranks { #expect(Likeness.Reason.allCases[rank] == reason) }
        #expect(Likeness.Reason.allCases.first == .sameSnils)
    }

    @Test func `looks by every day that a slip can make, and by few`() throws {
        var numbers = SeededNumbers(seed: 11)
        for _ in 0..<40 {
            let offset = Int.random(in: -25_000...20_000, using: &numbers)
            let day = try #require(CalendarDay(daysSince1970: offset))
            let slips = Set(day.slips)
            #expect(slips.count < 90)
            for other in slips {
                let found = Self.reasons([.birthDate: day.shown], [.birthDate: other.shown])
                #expect(found == [other == day.swapped ? .dayAndMonthSwapped : .slipInBirthDate])
            }
            // And the other way about: whatever is judged a slip is looked up.
            for _ in 0..<50 {
                let offset = Int.random(in: -25_000...20_000, using: &numbers)
                let other = try #require(CalendarDay(daysSince1970: offset))
                let isAlike = !Self.reasons([.birthDate: day.shown], [.birthDate: other.shown]).isEmpty
                #expect(isAlike == (slips.contains(other) || other == day), "\(day.iso) \(other.iso)")
            }
        }
    }
}
