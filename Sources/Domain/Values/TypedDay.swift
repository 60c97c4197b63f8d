/// A date as people type and paste it: `1.2.1990`, `01021990`, `1990-02-01`, `1 февраля 1990 г.`.
package enum TypedDay {
    package static func read(_ typed: String, field: String) -> FieldReading<CalendarDay> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        guard let parts = parts(of: line) else { return .bad(FieldProblem(field, .dateUnreadable)) }
        if parts.yearDigits < 4 {
            let year =
                String(repeating: "0", count: max(0, parts.yearDigits - "\(parts.year)".count))
                + "\(parts.year)"
            return .bad(FieldProblem(field, .dateYearShort, ["year": year]))
        }
        guard (1...12).contains(parts.month) else {
            return .bad(FieldProblem(field, .dateNoSuchMonth, ["month": "\(parts.month)"]))
        }
        guard let day = CalendarDay(year: parts.year, month: parts.month, day: parts.day) else {
            guard parts.year >= 1 else { return .bad(FieldProblem(field, .dateUnreadable)) }
            let last = CalendarDay.days(in: parts.month, of: parts.year)
            let month = parts.month < 10 ? "0\(parts.month)" : "\(parts.month)"
            return .bad(
                FieldProblem(
                    field, .dateNoSuchDay,
                    ["day": "\(parts.day)", "month": month, "year": "\(parts.year)", "last": "\(last)"]))
        }
        return .good(day, warnings: [])
    }

    private struct Parts {
        let day: Int
        let month: Int
        let year: Int
        let yearDigits: Int
    }

    private static func parts(of line: String) -> Parts? {
        var pieces = line.lowercased().split { " .,/-".contains($0) }.map(String.init)
        if let last = pieces.last, ["г", "год", "года"].contains(last) { pieces.removeLast() }
        if let last = pieces.last, last.hasSuffix("г"), pieces.count == 3 {
            pieces[2] = String(last.dropLast())
        }
        if pieces.count == 1, let only = pieces.first { return solid(only) }
        guard pieces.count == 3 else { return nil }
        if pieces[0].utf8.count == 4 { pieces.reverse() }
        guard pieces[0].utf8.count <= 2, pieces[2].utf8.count <= 4, let day = number(pieces[0]),
            let month = month(pieces[1]), let year = number(pieces[2])
        else { return nil }
        return Parts(day: day, month: month, year: year, yearDigits: pieces[2].utf8.count)
    }

    /// `01021990`, or `19900201` where that cannot be a day first; six digits have a year of two.
    private static func solid(_ text: String) -> Parts? {
        guard text.utf8.count == 8 || text.utf8.count == 6, let all = number(text) else { return nil }
        if text.utf8.count == 6 {
            return Parts(day: all / 10000, month: all / 100 % 100, year: all % 100, yearDigits: 2)
        }
        let dayFirst = Parts(day: all / 1_000_000, month: all / 10000 % 100, year: all % 10000, yearDigits: 4)
        let yearFirst = Parts(day: all % 100, month: all / 100 % 100, year: all / 10000, yearDigits: 4)
        let isYearFirst =
            CalendarDay(year: dayFirst.year, month: dayFirst.month, day: dayFirst.day) == nil
            && (1900...2100).contains(yearFirst.year)
            && CalendarDay(year: yearFirst.year, month: yearFirst.month, day: yearFirst.day) != nil
        return isYearFirst ? yearFirst : dayFirst
    }

    private static let monthStems = [
        "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ]

    private static func month(_ text: String) -> Int? {
        if text.utf8.count <= 2, let number = number(text) { return number }
        guard text.count >= 3 else { return nil }
        return monthStems.firstIndex { text.hasPrefix($0) }.map { $0 + 1 }
    }

    private static func number(_ text: String) -> Int? {
        text.unicodeScalars.allSatisfy(TypedText.isDigit) ? Int(text) : nil
    }
}
