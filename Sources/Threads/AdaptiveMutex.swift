package import Glibc

/// The mutexes under `Lock` and `Pool`: whoever finds one taken looks again for a moment before going to
/// sleep.
///
/// What they guard takes less than a microsecond, putting a thread to sleep and waking it takes ten: with
/// plain mutexes eight busy connections spent more time in the scheduler than in their requests.
package enum AdaptiveMutex {
    package static func make() -> UnsafeMutablePointer<pthread_mutex_t> {
        let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        var kind = pthread_mutexattr_t()
        pthread_mutexattr_init(&kind)
        pthread_mutexattr_settype(&kind, Int32(PTHREAD_MUTEX_ADAPTIVE_NP))
        let status = pthread_mutex_init(mutex, &kind)
        pthread_mutexattr_destroy(&kind)
        precondition(status == 0, "pthread_mutex_init failed with \(status)")
        return mutex
    }

    package static func destroy(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }
}
