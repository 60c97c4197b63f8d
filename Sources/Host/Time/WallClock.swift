internal import Glibc

/// The time of day, as the kernel believes it to be. It may jump: order never rests on it.
package enum WallClock {
    /// Since 1970 in UTC.
    package static func nowMilliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
