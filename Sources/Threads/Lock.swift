package import Glibc

/// A value that only one thread at a time may touch.
///
/// `Synchronization.Mutex` would do, but the thread sanitizer reports false races on it under Linux, and the
/// sanitizer is a gate that must stay believable. So this is a plain `pthread_mutex_t`.
// @unchecked: `value` is reached only inside `withLock`, between lock and unlock of `mutex`, and never
// escapes it other than as a Sendable result or by the caller's explicit transfer (`sending`).
package final class Lock<Value>: @unchecked Sendable {
    @usableFromInline let mutex: UnsafeMutablePointer<pthread_mutex_t>
    @usableFromInline var value: Value

    package init(_ value: sending Value) {
        self.value = value
        mutex = AdaptiveMutex.make()
    }

    deinit {
        AdaptiveMutex.destroy(mutex)
    }

    @inlinable package func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
