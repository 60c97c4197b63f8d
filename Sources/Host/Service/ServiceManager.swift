internal import CSystemd
internal import Glibc
package import Threads

/// What we tell systemd, and the sockets that it hands us. Without systemd all of this does nothing.
package enum ServiceManager {
    package enum State: Sendable { case ready, reloading, stopping }

    /// Tells how far we are, and what `systemctl status` shall show beside it.
    package static func notify(_ state: State, status: String) {
        let word =
            switch state {
            case .ready: "READY=1"
            case .reloading: "RELOADING=1"
            case .stopping: "STOPPING=1"
            }
        sd_notify(0, "\(word)\nSTATUS=\(oneLine(status))")
    }

    package static func notify(status: String) {
        sd_notify(0, "STATUS=\(oneLine(status))")
    }

    /// A worker that tells the watchdog we are alive, at half of its time, as long as `isAlive` says so; nil
    /// when nobody watches. When `isAlive` says no it is silent, and systemd restarts us.
    package static func watchdog(isAlive: @escaping @Sendable () -> Bool) -> Worker? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0, microseconds > 0 else { return nil }
        let pause = max(1, Int(microseconds / 2000))
        return Worker("watchdog") { stop in
            repeat {
                if isAlive() { sd_notify(0, "WATCHDOG=1") }
            } while !stop.wait(milliseconds: pause)
        }
    }

    /// The listening sockets that systemd has opened for us, in the order of the .socket unit; empty when
    /// there are none and we open our own.
    package static func listenSockets() throws(ListenSocketFault) -> [Int32] {
        let count = sd_listen_fds(0)
        guard count >= 0 else { throw .notReadable(errno: -count) }
        let sockets = (0..<count).map { SD_LISTEN_FDS_START + $0 }
        for socket in sockets { try check(socket) }
        return sockets
    }

    /// libmicrohttpd ends the process on a descriptor that does not listen, so it is looked at first.
    static func check(_ socket: Int32) throws(ListenSocketFault) {
        guard sd_is_socket(socket, AF_UNSPEC, Int32(SOCK_STREAM.rawValue), 1) > 0 else {
            throw .notListening(socket)
        }
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let named = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
        }
        guard named == 0 else { throw .notReadable(errno: errno) }
        guard isLoopback(address) else { throw .notLoopback(socket) }
    }
}

/// Why a socket from systemd cannot be used.
package enum ListenSocketFault: Error, Equatable, CustomStringConvertible {
    case notReadable(errno: Int32)
    case notListening(Int32)
    case notLoopback(Int32)

    package var description: String {
        switch self {
        case .notReadable(let number):
            "the sockets from systemd cannot be read: \(String(cString: strerror(number)))"
        case .notListening(let socket):
            "descriptor \(socket) from systemd is not a listening stream socket; see the .socket unit"
        case .notLoopback(let socket):
            "descriptor \(socket) from systemd listens beyond this machine; it must be 127.0.0.1 or [::1]"
        }
    }
}

private func isLoopback(_ address: sockaddr_storage) -> Bool {
    withUnsafeBytes(of: address) { bytes in
        switch Int32(address.ss_family) {
        case AF_INET:
            return bytes[MemoryLayout<sockaddr_in>.offset(of: \.sin_addr) ?? 4] == 127
        case AF_INET6:
            let start = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 8
            return bytes[start..<(start + 16)].elementsEqual([UInt8](repeating: 0, count: 15) + [1])
        default:
            return false
        }
    }
}

/// A line break in a status would start another assignment.
private func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
}
