import Domain
import Testing

@Suite struct `The production calendar` {
    private static func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private static func marks(_ days: [(String, CalendarMark.Kind)]) throws -> [CalendarMark] {
        try days.map { CalendarMark(day: try day($0.0), kind: $0.1) }
    }

    @Test(arguments: [
        // from, days, until
        ("2026-11-21", 3, "2026-11-25"),  // a Saturday: Monday is the first
        ("2026-11-20", 3, "2026-11-25"),  // a Friday
        ("2026-11-23", 3, "2026-11-26"),
        ("2026-11-23", 0, "2026-11-23"),
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-23", 1, "2026-11-24"),
        ("2026-11-02", 3, "2026-11-06"),  // over the day of unity
        ("2026-12-30", 3, "2027-01-12"),  // over New Year: the 31st, then the 11th
        ("2026-12-31", 1, "2027-01-11"),
        ("2027-01-01", 1, "2027-01-11"),
        ("2026-06-11", 1, "2026-06-15"),  // a holiday on a Friday
        ("2024-02-22", 2, "2024-02-27"),
        ("2026-04-30", 5, "2026-05-08"),
    ])
    func `counts working days by the labour code alone`(from: String, count: Int, until: String) throws {
        let calendar = ProductionCalendar()
        #expect(calendar.adding(workingDays: count, to: try Self.day(from))?.iso == until)
    }

    @Test func `counts a working Saturday, and not the day that it was moved to`() throws {
        let calendar = ProductionCalendar(
            try Self.marks([("2026-11-28", .working), ("2026-12-01", .holiday)]))
        #expect(calendar.isWorking(try Self.day("2026-11-28")))
        #expect(!calendar.isWorking(try Self.day("2026-12-01")))
        #expect(calendar.adding(workingDays: 3, to: try Self.day("2026-11-25"))?.iso == "2026-11-28")
        #expect(calendar.adding(workingDays: 1, to: try Self.day("2026-11-30"))?.iso == "2026-12-02")
    }

    @Test func `goes over a run of holidays made of marks, weekends and the code`() throws {
        let moved = ["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08", "2026-05-11"]
        let calendar = ProductionCalendar(try Self.marks(moved.map { ($0, .holiday) }))
        #expect(calendar.adding(workingDays: 1, to: try Self.day("2026-04-30"))?.iso == "2026-05-12")
    }

    @Test func `lets a public holiday be worked on when the decree says so`() throws {
        let calendar = ProductionCalendar(try Self.marks([("2026-11-04", .working)]))
        #expect(calendar.isWorking(try Self.day("2026-11-04")))
        #expect(ProductionCalendar.isPublicHoliday(try Self.day("2026-11-04")))
    }

    @Test func `has no answer after the last day that there is, or where nobody ever works`() throws {
        #expect(ProductionCalendar().adding(workingDays: 1, to: try Self.day("9999-12-31")) == nil)
        #expect(
            ProductionCalendar().adding(workingDays: 1, to: try Self.day("9999-12-30"))?.iso == "9999-12-31")
        let first = try Self.day("2026-01-01")
        let idle = (0..<400).compactMap { first.adding(days: $0) }.map {
            CalendarMark(day: $0, kind: .holiday)
        }
        #expect(ProductionCalendar(idle).adding(workingDays: 1, to: first) == nil)
    }

    @Test func `begins with the first day that there is`() throws {
        let first = try Self.day("0001-01-01")
        #expect(ProductionCalendar.isPublicHoliday(first))
        #expect(ProductionCalendar().adding(workingDays: 1, to: first)?.iso == "0001-01-09")
    }

    @Test(arguments: [
        ("2026-01-01", 8), ("2026-02-23", 1), ("2026-03-08", 1), ("2026-05-01", 1), ("2026-05-09", 1),
        ("2026-06-12", 1), ("2026-11-04", 1),
    ])
    func `knows the public holidays, at both ends`(from: String, length: Int) throws {
        let first = try Self.day(from)
        for offset in 0..<length {
            #expect(ProductionCalendar.isPublicHoliday(try #require(first.adding(days: offset))))
        }
        for offset in [-1, length] {
            #expect(!ProductionCalendar.isPublicHoliday(try #require(first.adding(days: offset))))
        }
    }

    @Test func `keeps only marks that say something new`() throws {
        let day = try Self.day("2026-11-28")
        #expect(!CalendarMark(day: day, kind: .holiday).isDifference)
        #expect(CalendarMark(day: day, kind: .working).isDifference)
    }
}
