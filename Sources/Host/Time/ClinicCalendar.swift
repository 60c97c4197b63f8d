internal import Glibc

/// Days and hours as the clinic's wall shows them.
///
/// The C library keeps one zone per process, in TZ; it is set here once, before other threads run, and
/// `localtime_r` may then be called from all of them. (Foundation's time zones are not there in a statically
/// linked program.)
package struct ClinicCalendar: Sendable {
    package struct UnknownZone: Error, CustomStringConvertible {
        package let name: String
        package var description: String { "time zone “\(name)” is not in the database (package tzdata)" }
    }

    /// What calendar and clock show at one instant.
    package struct Local: Equatable, Sendable {
        package let year: Int
        package let month: Int
        package let day: Int
        package let hour: Int
        package let minute: Int
        package let second: Int
        /// How far the zone is ahead of UTC then.
        package let offsetSeconds: Int
    }

    package init(zone: String) throws(UnknownZone) {
        guard TimeZoneDatabase.has(zone) else { throw UnknownZone(name: zone) }
        setenv("TZ", ":\(TimeZoneDatabase.folder)/\(zone)", 1)
        tzset()
    }

    package func local(atMilliseconds instant: Int64) -> Local {
        local(atSecond: secondOf(instant))
    }

    /// When this day begins: at 00:00, or at the first minute there is when the clocks skip midnight.
    package func start(year: Int, month: Int, day: Int) -> Int64 {
        var fields = tm()
        fields.tm_year = Int32(year - 1900)
        fields.tm_mon = Int32(month - 1)
        fields.tm_mday = Int32(day)
        fields.tm_isdst = -1
        let guess = Int(mktime(&fields))
        // mktime's answer for a midnight that is missing or comes twice is not defined; no clock moves by 4
        // h.
        var before = guess - 4 * 3600
        var after = guess + 4 * 3600
        while after - before > 1 {
            let middle = (before + after) / 2
            let there = local(atSecond: middle)
            if (there.year, there.month, there.day) < (year, month, day) {
                before = middle
            } else {
                after = middle
            }
        }
        return Int64(after) * 1000
    }

    private func local(atSecond second: Int) -> Local {
        var time = time_t(second)
        var fields = tm()
        localtime_r(&time, &fields)
        return Local(
            year: Int(fields.tm_year) + 1900, month: Int(fields.tm_mon) + 1, day: Int(fields.tm_mday),
            hour: Int(fields.tm_hour), minute: Int(fields.tm_min), second: Int(fields.tm_sec),
            offsetSeconds: fields.tm_gmtoff)
    }

    /// Downwards also before 1970.
    private func secondOf(_ milliseconds: Int64) -> Int {
        Int((milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000)
    }
}
