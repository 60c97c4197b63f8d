internal import Glibc

/// A locked value that threads may also wait for.
///
/// `change` edits the value and wakes everyone; `wait` sleeps until its closure finds what it looks for. The
/// deadline runs on the monotonic clock, so a step of the wall clock neither hangs nor hurries a waiter.
// @unchecked: `value` is reached only between lock and unlock of `mutex` (pthread_cond_timedwait gives the
// mutex back before it returns), and leaves only as a Sendable result or by the caller's explicit transfer
// (`sending`).
package final class Condition<Value>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var value: Value

    package init(_ value: sending Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        var attributes = pthread_condattr_t()
        // Not pthread_cond_clockwait: the thread sanitizer of this toolchain does not know it and would see
        // races.
        let status =
            pthread_mutex_init(mutex, nil) | pthread_condattr_init(&attributes)
            | pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            | pthread_cond_init(changed, &attributes)
        precondition(status == 0, "a condition could not be made")
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Edits the value under the lock and wakes every waiter, who then looks again.
    package func change<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        return try body(&value)
    }

    /// Runs `look` now and after each change until it gives a result; nil when the time is over.
    ///
    /// `look` may edit the value (take a place, empty a box); such an edit wakes nobody. Without a timeout it
    /// waits for ever, and the answer is never nil.
    package func wait<Result>(
        timeoutMilliseconds: Int? = nil, _ look: (inout sending Value) -> sending Result?
    ) -> sending Result? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        var deadline = timeoutMilliseconds.map(monotonicDeadline)
        while true {
            if let found = look(&value) { return found }
            if deadline == nil {
                pthread_cond_wait(changed, mutex)
            } else if var until = deadline {
                let status = pthread_cond_timedwait(changed, mutex, &until)
                deadline = until
                if status == ETIMEDOUT { return look(&value) }
            }
        }
    }
}

private func monotonicDeadline(afterMilliseconds timeout: Int) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let nanoseconds = time.tv_nsec + max(0, timeout) % 1000 * 1_000_000
    time.tv_sec += max(0, timeout) / 1000 + nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    return time
}
