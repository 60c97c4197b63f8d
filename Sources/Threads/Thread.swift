internal import Glibc

/// A thread with a name that `top -H` shows and a stack of a chosen size.
///
/// Whoever starts one joins it, or leaves it running until the process ends: nothing is detached by accident.
package struct Thread: Sendable {
    private let id: pthread_t

    /// Why a thread could not be made: usually EAGAIN, a limit on tasks.
    package struct Refused: Error, CustomStringConvertible {
        package let errno: Int32
        package var description: String { "a thread could not be started (errno \(errno))" }
    }

    // 512 KiB: deep enough for SQLite and JSON, and only the touched pages count as resident.
    package static let usualStackBytes = 512 * 1024

    /// Starts `body` on a new thread. A name longer than the kernel's 15 bytes is cut.
    package static func start(
        named name: String, stackBytes: Int = usualStackBytes, _ body: @escaping @Sendable () -> Void
    ) throws(Refused) -> Thread {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        let status = pthread_attr_setstacksize(&attributes, stackBytes)
        precondition(status == 0, "a stack of \(stackBytes) bytes is not possible")
        // Unmanaged: one retain here, taken over exactly once: by the thread when it starts, by us when it
        // cannot.
        let work = Unmanaged.passRetained(Work(name: name, body: body))
        var id = pthread_t()
        let refused = pthread_create(&id, &attributes, runWork, work.toOpaque())
        guard refused == 0 else {
            work.release()
            throw Refused(errno: refused)
        }
        return Thread(id: id)
    }

    /// Waits for the end of the thread. Once only, and never from the thread itself.
    package func join() {
        let status = pthread_join(id, nil)
        precondition(status == 0, "pthread_join failed with \(status)")
    }
}

private final class Work: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}

// A function, not a closure: it is called by C on another thread and must belong to no actor.
private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
    nameThisThread(work.name)
    work.body()
    return nil
}

/// `pthread_setname_np` is a GNU extension that Swift's Glibc module does not show; it writes this file too.
private func nameThisThread(_ name: String) {
    let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    // Without /proc the thread works just as well, only nameless.
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array(name.utf8.prefix(15))
    _ = write(file, bytes, bytes.count)
}
