import Glibc

/// A thread for a test.
final class Worker {
    private let thread: pthread_t

    private final class Work {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    init(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, Unmanaged.passRetained(Work(run)).toOpaque())
        precondition(status == 0, "pthread_create failed with \(status)")
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}
