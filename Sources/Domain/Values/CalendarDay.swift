// Day numbers after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years begin in March, so
// that the leap day is the last of its year, and 400 years (146 097 days) are one turn of the Gregorian
// calendar.

/// A day of the Gregorian calendar, without a place or a time.
package struct CalendarDay: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Real dates of the years 1…9999 only.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDay.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

// MARK: Counting

extension CalendarDay {
    private static let daysTo1970 = 719_468
    private static let daysIn400Years = 146_097

    /// Days since 1970-01-01, negative before it.
    package var daysSince1970: Int {
        let marchYear = month > 2 ? year : year - 1
        let turn = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfTurn = marchYear - turn * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfTurn = yearOfTurn * 365 + yearOfTurn / 4 - yearOfTurn / 100 + dayOfYear
        return turn * CalendarDay.daysIn400Years + dayOfTurn - CalendarDay.daysTo1970
    }

    /// Nil outside the years 1…9999.
    package init?(daysSince1970: Int) {
        guard (-719_162...2_932_896).contains(daysSince1970) else { return nil }
        let days = daysSince1970 + CalendarDay.daysTo1970
        let turn = days / CalendarDay.daysIn400Years
        let dayOfTurn = days - turn * CalendarDay.daysIn400Years
        let yearOfTurn = (dayOfTurn - dayOfTurn / 1460 + dayOfTurn / 36524 - dayOfTurn / 146_096) / 365
        let dayOfYear = dayOfTurn - (365 * yearOfTurn + yearOfTurn / 4 - yearOfTurn / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            year: yearOfTurn + turn * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Nil outside the years 1…9999.
    package func adding(days: Int) -> CalendarDay? { CalendarDay(daysSince1970: daysSince1970 + days) }

    package enum Weekday: Int, Sendable, CaseIterable {
        case monday = 1
        case tuesday, wednesday, thursday, friday, saturday, sunday
    }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (daysSince1970 + 3) % 7
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }
}

// MARK: Age

extension CalendarDay {
    // Whoever was born on 29 February has the birthday on 1 March in other years: a right that comes with an
    // age must not come a day early.

    /// Full years on the given day; nil when the person is not yet born.
    package func age(on today: CalendarDay) -> Int? {
        guard self <= today else { return nil }
        let years = today.year - year
        // 29 February comes before 1 March in the order of days, so a year without it needs no care.
        return (today.month, today.day) >= (month, day) ? years : years - 1
    }

    /// The day on which somebody born on this one is so many years old; nil after the year 9999.
    package func birthday(_ years: Int) -> CalendarDay? {
        CalendarDay(year: year + years, month: month, day: day)
            ?? CalendarDay(year: year + years, month: 3, day: 1)
    }
}

// MARK: Text

extension CalendarDay {
    /// `2026-11-21` and nothing else.
    package init?(iso text: String) {
        var text = text
        let read = text.withUTF8 { bytes -> CalendarDay? in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
                let year = CalendarDay.number(bytes[0..<4]), let month = CalendarDay.number(bytes[5..<7]),
                let day = CalendarDay.number(bytes[8..<10])
            else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }
        guard let read else { return nil }
        self = read
    }

    /// `2026-11-21`, as stored and sent.
    package var iso: String {
        CalendarDay.text { put in
            put(year, 4, "-")
            put(month, 2, "-")
            put(day, 2, nil)
        }
    }

    /// `21.11.2026`, as people here read it.
    package var shown: String {
        CalendarDay.text { put in
            put(day, 2, ".")
            put(month, 2, ".")
            put(year, 4, nil)
        }
    }

    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// Ten characters, written in place: every row of a list has a day or two.
    private static func text(_ write: ((Int, Int, Unicode.Scalar?) -> Void) -> Void) -> String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            var position = 0
            write { number, width, separator in
                var rest = number
                for place in (position..<position + width).reversed() {
                    buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
                position += width
                if let separator {
                    buffer[position] = UInt8(ascii: separator)
                    position += 1
                }
            }
            return position
        }
    }
}
