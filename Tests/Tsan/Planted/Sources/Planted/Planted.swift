import Glibc

// Unsafe on purpose: this is the race that the sanitizer must report.
nonisolated(unsafe) var count = 0

/// Two threads add to one number without a lock.
@main struct Planted {
    static func main() {
        var threads = [pthread_t](repeating: 0, count: 2)
        for index in threads.indices { pthread_create(&threads[index], nil, add, nil) }
        for thread in threads { pthread_join(thread, nil) }
        print(count)
    }
}

// A function and not a closure: a closure in main would belong to the main actor and trap on another thread.
nonisolated func add(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    for _ in 0..<10_000 { count += 1 }
    return nil
}
