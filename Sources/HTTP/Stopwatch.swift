internal import Glibc

/// The clock for durations. It says nothing about the time of day.
package enum Stopwatch {
    @Sendable package static func nanoseconds() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }
}
