/// Which days are worked on: what the labour code says of every year, and what was moved in this one.
///
/// The public holidays of article 112 and the weekends are never stored. Each year's decree moves days off to
/// other days; the admin writes down these differences and nothing else.
package struct ProductionCalendar: Hashable, Sendable {
    private let marks: [CalendarDay: CalendarMark.Kind]

    package init(_ marks: [CalendarMark] = []) {
        self.marks = Dictionary(marks.map { ($0.day, $0.kind) }) { _, last in last }
    }

    package func isWorking(_ day: CalendarDay) -> Bool {
        marks[day].map { $0 == .working } ?? ProductionCalendar.isUsuallyWorking(day)
    }

    /// The day on which so many working days have passed; the first of them is the next one after `day`.
    /// Nil when the marks leave no working day for more than a year.
    package func adding(workingDays count: Int, to day: CalendarDay) -> CalendarDay? {
        var (left, current, idle) = (count, day, 0)
        while left > 0 {
            guard idle <= 366, let next = current.adding(days: 1) else { return nil }
            current = next
            idle = isWorking(current) ? 0 : idle + 1
            if idle == 0 { left -= 1 }
        }
        return current
    }

    /// Without any marks: Monday to Friday, and no public holiday.
    package static func isUsuallyWorking(_ day: CalendarDay) -> Bool {
        !isPublicHoliday(day) && day.weekday != .saturday && day.weekday != .sunday
    }

    /// Article 112 of the labour code.
    package static func isPublicHoliday(_ day: CalendarDay) -> Bool {
        switch (day.month, day.day) {
        case (1, 1...8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4): true
        default: false
        }
    }
}

/// A day that differs from what the labour code says of it.
package struct CalendarMark: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case holiday
        case working
    }

    package let day: CalendarDay
    package let kind: Kind
    package let note: String?

    package init(day: CalendarDay, kind: Kind, note: String? = nil) {
        self.day = day
        self.kind = kind
        self.note = note
    }

    /// False for a mark that says what is so without it.
    package var isDifference: Bool {
        ProductionCalendar.isUsuallyWorking(day) != (kind == .working)
    }
}

/// One year's differences, written down whole: a year that nobody has looked at has none of these.
package struct CalendarYear: Hashable, Sendable {
    package static let years = 2000...2100

    package let year: Int
    package let version: Int64
    /// In the order of days.
    package let marks: [CalendarMark]

    package init(year: Int, version: Int64, marks: [CalendarMark]) {
        self.year = year
        self.version = version
        self.marks = marks
    }
}
