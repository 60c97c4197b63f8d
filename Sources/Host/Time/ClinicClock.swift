internal import Application
package import Domain
internal import Threads

/// The computer's clock, read in the clinic's zone.
package struct ClinicClock: Clock {
    /// A local day and the instants between which it lies.
    private struct Span {
        let day: CalendarDay
        let from: Int64
        let to: Int64
    }

    private let calendar: ClinicCalendar
    /// The day asked for last, nearly always today: the C library takes a process-wide lock to tell it anew.
    private let latest = Lock<Span?>(nil)

    package init(calendar: ClinicCalendar) {
        self.calendar = calendar
    }

    package var now: Instant { Instant(milliseconds: WallClock.nowMilliseconds()) }

    package func day(of instant: Instant) -> CalendarDay {
        let known: Span? = latest.withLock { $0 }
        if let known, known.from <= instant.milliseconds, instant.milliseconds < known.to { return known.day }
        let day = look(up: instant)
        if let next = day.adding(days: 1) {
            let span = Span(day: day, from: start(of: day).milliseconds, to: start(of: next).milliseconds)
            latest.withLock { $0 = span }
        }
        return day
    }

    private func look(up instant: Instant) -> CalendarDay {
        let local = calendar.local(atMilliseconds: instant.milliseconds)
        guard let day = CalendarDay(year: local.year, month: local.month, day: local.day) else {
            preconditionFailure("an instant outside the years 1 to 9999 is no time of this desk")
        }
        return day
    }

    package func shownTime(_ instant: Instant) -> String {
        let local = calendar.local(atMilliseconds: instant.milliseconds)
        return ClinicClock.padded(local.hour) + ":" + ClinicClock.padded(local.minute)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    package func start(of day: CalendarDay) -> Instant {
        Instant(milliseconds: calendar.start(year: day.year, month: day.month, day: day.day))
    }
}
