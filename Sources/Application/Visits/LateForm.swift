internal import Domain

/// A visit that was written on paper while the computer was dead, as it is typed in afterwards.
package struct LateForm: Hashable, Sendable {
    /// How it ended by the same sheet.
    package enum Ending: String, Hashable, Sendable, CaseIterable {
        case open
        case done
        case left
    }

    package var day: String
    package var time: String
    package var blank: String
    package var ending: Ending
    package var outcome: String
    /// The operator has been asked about a day long ago, and it is right.
    package var isSure: Bool

    package init(
        day: String, time: String, blank: String, ending: Ending, outcome: String, isSure: Bool = false
    ) {
        self.day = day
        self.time = time
        self.blank = blank
        self.ending = ending
        self.outcome = outcome
        self.isSure = isSure
    }

    /// Nobody types sheets in for longer than this without a slip in the month.
    private static let usualDays: Int64 = 62

    /// When the person really came; nil together with a problem.
    func arrival(_ clock: any Clock) -> Instant? {
        guard let day = TypedDay.read(day, field: "").value,
            let minutes = TypedTime.read(time, field: "").value
        else { return nil }
        return clock.start(of: day).adding(seconds: Int64(minutes) * 60)
    }

    var blankReading: FieldReading<FreeText> { FreeText.read(blank, field: "late_blank", max: 40) }
    var outcomeReading: FieldReading<FreeText> { FreeText.read(outcome, field: "late_outcome", max: 300) }

    func problems(_ clock: any Clock, founded: Instant, born: CalendarDay?) -> [FieldProblem] {
        let day = TypedDay.read(day, field: "late_day")
        let time = TypedTime.read(time, field: "late_time")
        var problems: [FieldProblem?] = [
            day == .empty ? FieldProblem("late_day", .required) : day.refusal,
            time == .empty ? FieldProblem("late_time", .required) : time.refusal,
            arrival(clock).flatMap { judge($0, clock, founded: founded, born: born) },
            blankReading.refusal,
        ]
        if ending == .done {
            let isMissing = outcomeReading == .empty
            problems.append(isMissing ? FieldProblem("late_outcome", .required) : outcomeReading.refusal)
        }
        return problems.compactMap { $0 }
    }

    private func judge(
        _ arrival: Instant, _ clock: any Clock, founded: Instant, born: CalendarDay?
    ) -> FieldProblem? {
        let now = clock.now
        if arrival > now {
            let isToday = clock.day(of: arrival) == clock.day(of: now)
            return FieldProblem(isToday ? "late_time" : "late_day", .lateFuture)
        }
        if let born, clock.day(of: arrival) < born {
            return FieldProblem("late_day", .lateBeforeBirth, ["born": born.shown])
        }
        let isLongAgo = arrival < now.adding(seconds: -LateForm.usualDays * 86_400)
        guard !isSure, isLongAgo || clock.day(of: arrival) < clock.day(of: founded) else { return nil }
        return FieldProblem("late_day", .lateLongAgo)
    }
}
