internal import Application
internal import Domain
internal import SQL

/// The years that the admin has written down, with the days that differ.
struct CalendarRows: CalendarBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func year(_ year: Int) throws -> CalendarYear? {
        guard let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31),
            let version = try connection.first(selectVersion, [.integer(Int64(year))], { $0.integer(0) })
        else { return nil }
        return CalendarYear(year: year, version: version, marks: try marks(from: first, through: last))
    }

    func marks(from: CalendarDay, through: CalendarDay) throws -> [CalendarMark] {
        try connection.all(selectMarks, [.text(from.iso), .text(through.iso)]) { row in
            CalendarMark(
                day: try row.day(0), kind: try row.value(1, CalendarMark.Kind.init(rawValue:)),
                note: row.optionalText(2))
        }
    }

    func put(_ year: CalendarYear) throws {
        try connection.run(upsertYear, [.integer(Int64(year.year)), .integer(year.version)])
        try connection.run(deleteMarks, [.integer(Int64(year.year))])
        for mark in year.marks {
            try connection.run(
                insertMark,
                [
                    .text(mark.day.iso), .integer(Int64(year.year)), .text(mark.kind.rawValue),
                    Value(mark.note),
                ])
        }
    }
}

private let selectVersion = Query("SELECT version FROM calendar_year WHERE year = $1")

private let selectMarks = Query(
    "SELECT day, kind, note FROM calendar_day WHERE day BETWEEN $1 AND $2 ORDER BY day")

private let upsertYear = Query(
    """
    INSERT INTO calendar_year (year, version) VALUES ($1, $2)
    ON CONFLICT (year) DO UPDATE SET version = excluded.version
    """)

private let deleteMarks = Query("DELETE FROM calendar_day WHERE year = $1")

private let insertMark = Query("INSERT INTO calendar_day (day, year, kind, note) VALUES ($1, $2, $3, $4)")
