internal import Glibc

/// Time that only goes forward: for measuring and for deadlines. Its zero means nothing.
package enum MonotonicClock {
    package static func nowMicroseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
