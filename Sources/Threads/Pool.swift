internal import Glibc

/// A fixed number of places, lent by index: who holds an index has whatever stands there for himself alone.
///
/// The place given back last is lent first, so that a quiet day touches one reader with warm caches and not
/// all.
// @unchecked: `free` is reached only between lock and unlock of `mutex`; pthread_cond_wait gives the mutex
// back before it returns.
package final class Pool: @unchecked Sendable {
    package let count: Int
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let returned: UnsafeMutablePointer<pthread_cond_t>
    private var free: [Int]

    package init(count: Int) {
        precondition(count > 0, "a pool without a place would block for ever")
        self.count = count
        free = Array((0..<count).reversed())
        mutex = AdaptiveMutex.make()
        returned = .allocate(capacity: 1)
        let status = pthread_cond_init(returned, nil)
        precondition(status == 0, "a pool could not be made")
    }

    deinit {
        pthread_cond_destroy(returned)
        returned.deallocate()
        AdaptiveMutex.destroy(mutex)
    }

    /// Waits for a free place, and gives it back when `body` is done.
    package func withIndex<Result, Failure: Error>(
        _ body: (Int) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let index = take()
        defer { giveBack(index) }
        return try body(index)
    }

    /// Waits until every place has been given back and keeps them all while `body` runs.
    package func withAll<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        let all = (0..<count).map { _ in take() }
        defer { for index in all { giveBack(index) } }
        return try body()
    }

    /// Visits the places that nobody has now, without waiting for the others.
    package func withEachFree(_ body: (Int) -> Void) {
        pthread_mutex_lock(mutex)
        let idle = free
        free.removeAll(keepingCapacity: true)
        pthread_mutex_unlock(mutex)
        for index in idle {
            body(index)
            giveBack(index)
        }
    }

    private func take() -> Int {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let index = free.popLast() { return index }
            pthread_cond_wait(returned, mutex)
        }
    }

    private func giveBack(_ index: Int) {
        pthread_mutex_lock(mutex)
        free.append(index)
        pthread_cond_signal(returned)
        pthread_mutex_unlock(mutex)
    }
}
