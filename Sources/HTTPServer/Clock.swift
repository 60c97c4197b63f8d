internal import Glibc

/// Milliseconds of a clock that never goes back, read without a system call.
///
/// The coarse clock steps by 4 ms, which is nothing beside deadlines of seconds, and costs a quarter of the
/// exact one.
enum Clock {
    static var milliseconds: UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
        return UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
    }
}
