internal import Domain
internal import Glibc

/// The open way to a printer that only takes bytes.
struct RawLine: ~Copyable {
    struct Refused: Error {
        let trouble: PrinterTrouble
    }

    private static let connectMilliseconds: Int32 = 3000
    // A roll printer with a full memory takes the next rows when it has printed some.
    private static let stallMilliseconds: Int32 = 10_000

    private let descriptor: Int32
    private let isSocket: Bool

    init(_ place: RawPrinter.Place) throws(Refused) {
        (descriptor, isSocket) = try RawLine.opened(place)
    }

    deinit { close(descriptor) }

    private static func opened(_ place: RawPrinter.Place) throws(Refused) -> (Int32, isSocket: Bool) {
        switch place {
        case .socket(let host, let port):
            return (try connect(host, port), true)
        case .device(let path):
            let device = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
            guard device >= 0 else {
                throw Refused(trouble: errno == EBUSY ? .busy : errno == EACCES ? .wrongAddress : .off)
            }
            return (device, false)
        }
    }

    /// Whether all of it has arrived at the other end.
    func sends(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            guard RawLine.isReady(descriptor, POLLOUT, RawLine.stallMilliseconds) else { return false }
            let count = bytes[sent...].withUnsafeBytes { piece in
                isSocket
                    ? send(descriptor, piece.baseAddress, piece.count, Int32(MSG_NOSIGNAL))
                    : write(descriptor, piece.baseAddress, piece.count)
            }
            if count > 0 { sent += count } else if errno != EAGAIN && errno != EINTR { return false }
        }
        return !isSocket || isHeard()
    }

    /// The printer closes its side once it has read ours to the end; before that the bytes may still be on
    /// their way.
    private func isHeard() -> Bool {
        shutdown(descriptor, Int32(SHUT_WR))
        var rest = [UInt8](repeating: 0, count: 256)
        while RawLine.isReady(descriptor, POLLIN, RawLine.stallMilliseconds) {
            let count = recv(descriptor, &rest, rest.count, 0)
            if count == 0 { return true }
            if count < 0 && errno != EAGAIN && errno != EINTR { return false }
        }
        return false
    }

    private static func isReady(_ descriptor: Int32, _ what: Int32, _ milliseconds: Int32) -> Bool {
        var question = pollfd(fd: descriptor, events: Int16(what), revents: 0)
        var found = poll(&question, 1, milliseconds)
        while found < 0 && errno == EINTR { found = poll(&question, 1, milliseconds) }
        return found == 1
    }

    private static func connect(_ host: String, _ port: UInt16) throws(Refused) -> Int32 {
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        wanted.ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &wanted, &found) == 0, let found else {
            throw Refused(trouble: .off)
        }
        defer { freeaddrinfo(found) }
        for address in sequence(first: found, next: { $0.pointee.ai_next }) {
            if let line = connect(address.pointee) { return line }
        }
        throw Refused(trouble: .off)
    }

    private static func connect(_ address: addrinfo) -> Int32? {
        let kind = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let line = socket(address.ai_family, kind, address.ai_protocol)
        guard line >= 0 else { return nil }
        if Glibc.connect(line, address.ai_addr, address.ai_addrlen) == 0 { return line }
        var status: Int32 = errno == EINPROGRESS ? 0 : errno
        if status == 0 {
            var size = socklen_t(MemoryLayout<Int32>.size)
            let isThere = isReady(line, POLLOUT, connectMilliseconds)
            status = isThere ? 0 : ETIMEDOUT
            if isThere { getsockopt(line, SOL_SOCKET, SO_ERROR, &status, &size) }
        }
        if status == 0 { return line }
        close(line)
        return nil
    }
}
