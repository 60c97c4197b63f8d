// A slip: a letter missing, doubled or put in, a wrong letter, two neighbours swapped. Forms of one name that
// are as near to each other (Наталья, Наталия) are found by the same rule.

/// One slip of the fingers between what is typed and what is known.
enum Slip {
    /// Whether exactly one slip makes one text of the other; equal texts are none.
    static func divides(_ one: String, _ other: String) -> Bool {
        let (a, b) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard long.count - short.count <= 1, a != b else { return false }
        var head = 0
        while head < short.count, short[head] == long[head] { head += 1 }
        var tail = 0
        while tail < short.count - head, short[short.count - 1 - tail] == long[long.count - 1 - tail] {
            tail += 1
        }
        let differing = short.count - head - tail
        if short.count < long.count { return differing == 0 }
        if differing == 1 { return true }
        return differing == 2 && short[head] == long[head + 1] && short[head + 1] == long[head]
    }

    /// Whether one slip makes one date of the other: a digit in the day, the month or the year, or the two
    /// that stand beside the first dot.
    static func divides(_ one: CalendarDay, _ other: CalendarDay) -> Bool {
        switch (one.day == other.day, one.month == other.month, one.year == other.year) {
        case (false, true, true): pair(one.day, other.day)
        case (true, false, true): pair(one.month, other.month)
        case (true, true, false): digits(one.year, other.year)
        case (false, false, true): beside(one, other)
        default: false
        }
    }

    /// «3» for «03» is how people type: a digit more or less counts beside a wrong one.
    private static func pair(_ one: Int, _ other: Int) -> Bool {
        divides("\(one)", "\(other)") || digits(100 + one, 100 + other)
    }

    /// Numbers of as many digits each.
    private static func digits(_ one: Int, _ other: Int) -> Bool {
        "\(one)".utf8.count == "\(other)".utf8.count && divides("\(one)", "\(other)")
    }

    /// `11.02` and `10.12`: the last digit of the day and the first of the month have changed places.
    private static func beside(_ one: CalendarDay, _ other: CalendarDay) -> Bool {
        one.day / 10 == other.day / 10 && one.month % 10 == other.month % 10
            && one.day % 10 == other.month / 10 && one.month / 10 == other.day % 10
    }
}

extension CalendarDay {
    /// The day that comes of writing the month first.
    package var swapped: CalendarDay? {
        day == month ? nil : CalendarDay(year: year, month: day, day: month)
    }

    /// Every day that is one slip away, and the swapped one: some fifty.
    package var slips: [CalendarDay] {
        var near = (1...31).compactMap { CalendarDay(year: year, month: month, day: $0) }
        near += (1...12).compactMap { CalendarDay(year: year, month: $0, day: day) }
        near += yearSlips.compactMap { CalendarDay(year: $0, month: month, day: day) }
        near += (0...1).compactMap {
            CalendarDay(year: year, month: $0 * 10 + month % 10, day: day / 10 * 10 + month / 10)
        }
        let slips = Set(near).filter { Slip.divides(self, $0) }
        return Array(slips.union(swapped.map { [$0] } ?? [])).sorted()
    }

    /// Years with one other digit, or with two neighbours swapped.
    private var yearSlips: [Int] {
        var years: [Int] = []
        for unit in [1, 10, 100, 1000] {
            let digit = year / unit % 10
            years += (0...9).map { year + ($0 - digit) * unit }
            let next = year / unit / 10 % 10
            years.append(year + (next - digit) * unit + (digit - next) * unit * 10)
        }
        return years
    }
}
