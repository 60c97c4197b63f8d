import Application
import Domain
import Host
import Testing

/// One after the other: the C library has one zone per process.
@Suite(.serialized) struct `The clinic's calendar` {
    static let instants: [(zone: String, milliseconds: Int64, shown: [Int], offsetHours: Int)] = [
        // 2026-11-20 21:00 UTC is midnight in Moscow.
        ("Europe/Moscow", 1_795_208_400_000, [2026, 11, 21, 0, 0, 0], 3),
        ("Europe/Moscow", 1_795_208_399_999, [2026, 11, 20, 23, 59, 59], 3),
        ("Asia/Yekaterinburg", 1_795_208_400_000, [2026, 11, 21, 2, 0, 0], 5),
        ("Asia/Kamchatka", 1_795_208_400_000, [2026, 11, 21, 9, 0, 0], 12),
        ("UTC", 1_795_208_400_000, [2026, 11, 20, 21, 0, 0], 0),
        // Moscow was at +4 from 2011 to 2014.
        ("Europe/Moscow", 1_325_361_600_000, [2012, 1, 1, 0, 0, 0], 4),
        // Before 1970, and not on a whole second.
        ("UTC", -1, [1969, 12, 31, 23, 59, 59], 0),
        // A leap day.
        ("Europe/Moscow", 1_835_384_400_000, [2028, 2, 29, 0, 0, 0], 3),
    ]

    @Test(arguments: instants)
    func `shows what the wall shows`(zone: String, milliseconds: Int64, shown: [Int], offsetHours: Int) throws
    {
        let local = try ClinicCalendar(zone: zone).local(atMilliseconds: milliseconds)
        #expect([local.year, local.month, local.day, local.hour, local.minute, local.second] == shown)
        #expect(local.offsetSeconds == offsetHours * 3600)
    }

    static let starts: [(zone: String, day: [Int], milliseconds: Int64)] = [
        ("Europe/Moscow", [2026, 11, 21], 1_795_208_400_000),
        ("Asia/Yekaterinburg", [2026, 11, 21], 1_795_201_200_000),
        ("UTC", [1970, 1, 1], 0),
        // Cuba skips midnight in spring: the day begins at 01:00, which is 05:00 UTC.
        ("America/Havana", [2025, 3, 9], 1_741_496_400_000),
        // In autumn it has 00:00 twice: the day begins with the first, 04:00 UTC.
        ("America/Havana", [2025, 11, 2], 1_762_056_000_000),
    ]

    @Test(arguments: starts)
    func `begins a day at its first moment`(zone: String, day: [Int], milliseconds: Int64) throws {
        let calendar = try ClinicCalendar(zone: zone)
        #expect(calendar.start(year: day[0], month: day[1], day: day[2]) == milliseconds)
        let before = calendar.local(atMilliseconds: milliseconds - 1)
        let after = calendar.local(atMilliseconds: milliseconds)
        #expect([after.year, after.month, after.day] == day)
        #expect([before.year, before.month, before.day] != day)
    }

    @Test(arguments: [
        "Europe/Moskow", "", "/etc/passwd", "../zoneinfo/UTC", "Europe", "posixrules\n", "Europe//Moscow",
    ])
    func `refuses a zone that it does not know, instead of taking UTC`(zone: String) {
        #expect(throws: ClinicCalendar.UnknownZone.self) { try ClinicCalendar(zone: zone) }
    }

    @Test func `tells the clinic's day of a moment, and when that day began`() throws {
        let clock: any Clock = ClinicClock(calendar: try ClinicCalendar(zone: "Europe/Moscow"))
        let lateEvening = Instant(milliseconds: 1_795_208_399_999)
        let midnight = Instant(milliseconds: 1_795_208_400_000)
        #expect(clock.day(of: lateEvening).iso == "2026-11-20")
        #expect(clock.day(of: midnight).iso == "2026-11-21")
        #expect(clock.start(of: clock.day(of: midnight)) == midnight)
        #expect(clock.start(of: clock.today) <= clock.now)
    }

    @Test func `wall clock and monotonic clock go on`() {
        let wall = WallClock.nowMilliseconds()
        #expect(wall > 1_767_225_600_000 && wall < 4_102_444_800_000)
        let first = MonotonicClock.nowMicroseconds()
        #expect(MonotonicClock.nowMicroseconds() >= first)
    }
}
