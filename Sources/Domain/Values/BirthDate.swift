/// A birth date that a living person can have.
package struct BirthDate: Hashable, Sendable {
    package let day: CalendarDay

    package init(stored day: CalendarDay) { self.day = day }

    private static let earliestYear = 1900
    private static let warnAboveYears = 110
    private static let refuseAboveYears = 125

    /// `today` is the day in the clinic's time zone.
    package static func read(_ typed: String, field: String, today: CalendarDay) -> FieldReading<BirthDate> {
        switch TypedDay.read(typed, field: field) {
        case .empty: .empty
        case .bad(let problem): .bad(problem)
        case .good(let day, _): judge(day, field: field, today: today)
        }
    }

    private static func judge(
        _ day: CalendarDay, field: String, today: CalendarDay
    ) -> FieldReading<BirthDate> {
        guard let age = day.age(on: today) else {
            return .bad(FieldProblem(field, .birthFuture, ["today": today.shown]))
        }
        guard day.year >= earliestYear else {
            return .bad(FieldProblem(field, .birthTooEarly, ["earliest": "01.01.\(earliestYear)"]))
        }
        guard age <= refuseAboveYears else {
            return .bad(FieldProblem(field, .birthTooOld, ["age": "\(age)", "limit": "\(refuseAboveYears)"]))
        }
        var warnings: [FieldProblem] = []
        if age > warnAboveYears { warnings.append(FieldProblem(field, .birthOld, ["age": "\(age)"])) }
        if day.month == 1, day.day == 1 { warnings.append(FieldProblem(field, .birthFirstJanuary)) }
        return .good(BirthDate(stored: day), warnings: warnings)
    }
}
