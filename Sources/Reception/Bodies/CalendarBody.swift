internal import Application
internal import Domain
internal import Wire

/// A year of the production calendar: the labour code's holidays beside the days that were moved.
enum CalendarBody {
    static let year = Schema.integer(
        minimum: Int64(CalendarYear.years.lowerBound), maximum: Int64(CalendarYear.years.upperBound))
    private static let kind = Schema.words(CalendarMark.Kind.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "CalendarYear",
        .object([
            .init("year", year), .init("version", .count),
            .init(
                "days",
                .array(
                    .object([
                        .init("day", .day), .init("kind", kind), .init("note", .text(max: 200).orNull),
                    ]), maxItems: 366)),
            .init("public_holidays", .array(.day, maxItems: 366)),
        ]))

    /// A note longer than may be kept, and a day that is none, are told of by the domain.
    static let marks = Schema.array(
        .object([
            .init("day", .text(max: 40)), .init("kind", kind), .init("note", .text(max: 2000).orNull),
        ]), maxItems: 366)

    static func read(_ body: JSON) -> [ChangeCalendar.Mark] {
        (body["days"]?.elements ?? []).map {
            ChangeCalendar.Mark(
                day: $0.word("day"), kind: CalendarMark.Kind(rawValue: $0.word("kind")) ?? .holiday,
                note: $0.word("note"))
        }
    }

    /// A year that nobody has written down has version 0.
    static func json(_ found: CalendarYear?, _ number: Int) -> JSON {
        let year = found ?? CalendarYear(year: number, version: 0, marks: [])
        return [
            "year": .integer(Int64(year.year)),
            "version": .integer(year.version),
            "days": .array(
                year.marks.map {
                    [
                        "day": .string($0.day.iso), "kind": .string($0.kind.rawValue),
                        "note": JSON($0.note),
                    ]
                }),
            "public_holidays": .array(publicHolidays(of: year.year).map { .string($0.iso) }),
        ]
    }

    private static func publicHolidays(of year: Int) -> [CalendarDay] {
        (1...12).flatMap { month in
            (1...CalendarDay.days(in: month, of: year)).compactMap {
                CalendarDay(year: year, month: month, day: $0)
            }
        }.filter(ProductionCalendar.isPublicHoliday)
    }
}
