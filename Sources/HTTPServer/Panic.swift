internal import CMicrohttpd
internal import Glibc

/// libmicrohttpd panics on bugs and on broken system calls. It must not go on, and the journal must say why.
package enum Panic {
    /// Sets what is called with one line before the process aborts. For the whole process, once, at its
    /// start.
    package static func report(to write: @escaping @Sendable (String) -> Void) {
        // Never released: libmicrohttpd may call it until the process ends.
        MHD_set_panic_func(panicked, Unmanaged.passRetained(Reporter(write: write)).toOpaque())
    }

    fileprivate final class Reporter: Sendable {
        let write: @Sendable (String) -> Void

        init(write: @escaping @Sendable (String) -> Void) { self.write = write }
    }
}

private func panicked(
    _ context: UnsafeMutableRawPointer?, _ file: UnsafePointer<CChar>?, _ line: UInt32,
    _ reason: UnsafePointer<CChar>?
) {
    let place = file.map { String(cString: $0) } ?? "?"
    let text =
        "libmicrohttpd panic at \(place):\(line): \(reason.map { String(cString: $0) } ?? "no reason given")"
    // Unretained: the reporter was retained for as long as the process lives, when the callback was set.
    if let context { Unmanaged<Panic.Reporter>.fromOpaque(context).takeUnretainedValue().write(text) }
    abort()
}
