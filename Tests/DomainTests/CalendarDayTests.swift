import Domain
import Testing

@Suite struct `A calendar day` {
    @Test func `comes back from its number, its text and what people type, for every day from 1900 to 2100`()
        throws
    {
        var number = try #require(CalendarDay(year: 1900, month: 1, day: 1)).daysSince1970
        #expect(number == -25567)
        var weekday = CalendarDay.Weekday.monday
        var count = 0
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...CalendarDay.days(in: month, of: year) {
                    let one = try #require(CalendarDay(year: year, month: month, day: day))
                    guard one.daysSince1970 == number, CalendarDay(daysSince1970: number) == one,
                        CalendarDay(iso: one.iso) == one, one.weekday == weekday,
                        TypedDay.read(one.shown, field: "d").value == one,
                        TypedDay.read(one.iso, field: "d").value == one,
                        TypedDay.read(one.shown.filter { $0 != "." }, field: "d").value == one
                    else {
                        Issue.record("\(one.iso)")
                        return
                    }
                    number += 1
                    count += 1
                    weekday = CalendarDay.Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
                }
            }
        }
        #expect(count == 73414)
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11016), (2026, 11, 21, 20778), (1, 1, 1, -719_162),
        (9999, 12, 31, 2_932_896),
    ])
    func `has the number that others give it`(year: Int, month: Int, day: Int, number: Int) {
        #expect(CalendarDay(year: year, month: month, day: day)?.daysSince1970 == number)
        #expect(CalendarDay(daysSince1970: number) == CalendarDay(year: year, month: month, day: day))
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
        (2024, 1, 32), (0, 1, 1), (10000, 1, 1), (-5, 1, 1), (2024, Int.max, 1), (2024, 1, Int.min),
    ])
    func `is a real one`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func `ends with the year 9999`() {
        #expect(CalendarDay(daysSince1970: 2_932_897) == nil)
        #expect(CalendarDay(daysSince1970: -719_163) == nil)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-1-02", "2026/11/21", "2026-11-21 ", "+026-11-21", "2026-11-٢١", "21.11.2026",
    ])
    func `takes only its own text as ISO`(text: String) {
        #expect(CalendarDay(iso: text) == nil)
    }

    @Test func `compares and adds`() throws {
        let eve = try #require(CalendarDay(iso: "2025-12-31"))
        let next = try #require(eve.adding(days: 1))
        #expect(next.iso == "2026-01-01")
        #expect(next.shown == "01.01.2026")
        #expect(eve < next)
        #expect(next.adding(days: -1) == eve)
        #expect(next.weekday == .thursday)
        #expect(try #require(CalendarDay(iso: "0007-03-04")).shown == "04.03.0007")
    }

    private static let ages: [(String, String, Int?)] = [
        ("1990-02-01", "2026-01-31", 35), ("1990-02-01", "2026-02-01", 36),
        ("2026-11-21", "2026-11-21", 0),
        ("2026-11-22", "2026-11-21", nil), ("2000-02-29", "2026-02-28", 25),
        ("2000-02-29", "2026-03-01", 26),
        ("2000-02-29", "2024-02-28", 23), ("2000-02-29", "2024-02-29", 24),
        ("2000-02-28", "2026-02-28", 26),
    ]

    @Test(arguments: ages)
    func `knows an age, also for those born on 29 February`(
        born: String, today: String, age: Int?
    ) throws {
        let born = try #require(CalendarDay(iso: born))
        let today = try #require(CalendarDay(iso: today))
        #expect(born.age(on: today) == age)
    }

    @Test(arguments: [
        ("1986-03-12", 20, "2006-03-12"), ("1980-02-29", 20, "2000-02-29"),
        ("1980-02-29", 45, "2025-03-01"), ("1980-02-28", 45, "2025-02-28"),
    ])
    func `knows a birthday, which is the first day of that age`(
        born: String, years: Int, birthday: String
    ) throws {
        let born = try #require(CalendarDay(iso: born))
        let day = try #require(born.birthday(years))
        #expect(day.iso == birthday)
        #expect(born.age(on: day) == years)
        #expect(born.age(on: try #require(day.adding(days: -1))) == years - 1)
        #expect(born.birthday(9000) == nil)
    }
}

@Suite struct `A typed date` {
    @Test(arguments: [
        "1.2.1990", "01.02.1990", "01021990", "1990-02-01", "1990-2-1", "1/2/1990", "01-02-1990", "1 2 1990",
        "01,02,1990",
        " 01.02.1990 ", "01.02.1990 г.", "01.02.1990г", "1 февраля 1990", "1 февраля 1990 года",
        "1 ФЕВ. 1990", "19900201",
        "01\u{2011}02\u{2011}1990", "1990.02.01",
    ])
    func `is understood in any shape`(typed: String) {
        #expect(TypedDay.read(typed, field: "d").value?.iso == "1990-02-01")
    }

    @Test func `knows every month by its word`() {
        let months = [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
            "ноября", "декабря",
        ]
        for (index, month) in months.enumerated() {
            #expect(TypedDay.read("7 \(month) 2001", field: "d").value?.month == index + 1)
        }
    }

    private static let refused: [(String, FieldCode)] = [
        ("01.02.90", .dateYearShort), ("01/02/90", .dateYearShort), ("010290", .dateYearShort),
        ("1.2.990", .dateYearShort),
        ("01.13.1990", .dateNoSuchMonth), ("01.00.1990", .dateNoSuchMonth), ("29.02.2023", .dateNoSuchDay),
        ("31.04.2023", .dateNoSuchDay), ("00.04.2023", .dateNoSuchDay), ("32012000", .dateNoSuchDay),
        ("01.01.0000", .dateUnreadable), ("вчера", .dateUnreadable), ("1990", .dateUnreadable),
        ("01.02", .dateUnreadable),
        ("1.2.3.1990", .dateUnreadable), ("001.02.1990", .dateUnreadable), ("01.02.19900", .dateUnreadable),
        ("٠١.٠٢.١٩٩٠", .dateUnreadable), ("1 м 1990", .dateUnreadable),
    ]

    @Test(arguments: refused)
    func `is refused with the reason`(typed: String, code: FieldCode) {
        #expect(TypedDay.read(typed, field: "d").codes == [code.rawValue])
    }

    @Test func `says what the last day of the month is`() {
        let parameters = TypedDay.read("29.2.2023", field: "d").refusal?.parameters
        #expect(parameters == ["day": "29", "month": "02", "year": "2023", "last": "28"])
        #expect(TypedDay.read("01.02.05", field: "d").refusal?.parameters == ["year": "05"])
    }
}

@Suite struct `A birth date` {
    private static let cases: [(String, [FieldCode])] = [
        ("02.01.1990", []), ("01.01.1990", [.birthFirstJanuary]), ("21.11.2026", []),
        ("22.11.2026", [.birthFuture]),
        ("31.12.1899", [.birthTooEarly]), ("21.11.1900", [.birthTooOld]), ("22.11.1900", [.birthOld]),
        ("21.11.1915", [.birthOld]), ("22.11.1915", []), ("01.01.1910", [.birthOld, .birthFirstJanuary]),
        ("", []), ("01.02.90", [.dateYearShort]),
    ]

    @Test(arguments: cases)
    func `is of a person who can be alive`(typed: String, codes: [FieldCode]) throws {
        let today = try #require(CalendarDay(iso: "2026-11-21"))
        #expect(BirthDate.read(typed, field: "birth_date", today: today).codes == codes.map(\.rawValue))
    }

    @Test func `with only warnings can be kept`() throws {
        let today = try #require(CalendarDay(iso: "2026-11-21"))
        let reading = BirthDate.read("1.1.1990", field: "birth_date", today: today)
        #expect(reading.value?.day.iso == "1990-01-01")
        #expect(reading.problems.map(\.severity) == [.warning])
    }
}
