internal import Application
package import Domain
internal import Threads

/// A clock that the test sets, three hours east of UTC all year round.
package final class FakeClock: Clock, Sendable {
    private static let offset: Int64 = 3 * 3_600_000
    private static let day: Int64 = 86_400_000

    /// 21 November 2026, 10:00 by the wall.
    package static let start = Instant(milliseconds: 1_795_244_400_000)

    private let instant = Lock(FakeClock.start)

    package init() {}

    package var now: Instant { instant.withLock { $0 } }

    package func pass(seconds: Int64) { pass(milliseconds: seconds * 1000) }

    package func pass(milliseconds: Int64) {
        instant.withLock { $0 = Instant(milliseconds: $0.milliseconds + milliseconds) }
    }

    package func day(of instant: Instant) -> CalendarDay {
        let local = instant.milliseconds + FakeClock.offset
        let days = (local - (local % FakeClock.day + FakeClock.day) % FakeClock.day) / FakeClock.day
        guard let day = CalendarDay(daysSince1970: Int(days)) else {
            preconditionFailure("a test stays between the years 1 and 9999")
        }
        return day
    }

    package func start(of day: CalendarDay) -> Instant {
        Instant(milliseconds: Int64(day.daysSince1970) * FakeClock.day - FakeClock.offset)
    }

    package func shownTime(_ instant: Instant) -> String {
        let minutes = (instant.milliseconds + FakeClock.offset) % FakeClock.day / 60_000
        let words = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return words.joined(separator: ":")
    }
}
