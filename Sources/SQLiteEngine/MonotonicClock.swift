internal import Glibc

/// Time that only moves forward; for waiting and idling, never for paper.
package enum MonotonicClock {
    package static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
