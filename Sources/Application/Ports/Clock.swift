package import Domain

/// Time as the clinic lives it. Nothing in the middle of the house asks the computer for it.
package protocol Clock: Sendable {
    var now: Instant { get }
    /// The clinic's local day at an instant: visit numbers and ages change at its midnight, not at UTC's.
    func day(of instant: Instant) -> CalendarDay
    /// When that local day begins.
    func start(of day: CalendarDay) -> Instant
    /// `10:42`, by the clinic's clock on the wall.
    func shownTime(_ instant: Instant) -> String
}

extension Clock {
    package var today: CalendarDay { day(of: now) }
}
