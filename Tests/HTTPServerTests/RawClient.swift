import Glibc

/// A client that sends exactly the bytes it is told to.
final class RawClient {
    private let descriptor: Int32
    private var pending: [UInt8] = []

    struct Answer: Equatable {
        var status: Int
        var headers: [String: String] = [:]
        var body = ""
    }

    /// What must live as long as the client: the server at the other end.
    private let kept: AnyObject?

    init(port: Int, keeping kept: AnyObject? = nil) {
        self.kept = kept
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = UInt16(port).bigEndian
        inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
        let status = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        precondition(status == 0, "connect failed with \(errno)")
    }

    deinit { close(descriptor) }

    /// False when the other side is gone.
    @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let part = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard part > 0 else { return false }
            sent += part
        }
        return true
    }

    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next answer, or nil when the connection ends or nothing comes for so long.
    func answer(head: Bool = false, seconds: Double = 5) -> Answer? {
        let deadline = now() + seconds
        var end: Int?
        while true {
            end = Self.blankLine(pending)
            if end != nil { break }
            guard more(until: deadline) else { return nil }
        }
        guard let end else { return nil }
        let lines = String(decoding: pending[..<end], as: UTF8.self).split(separator: "\r\n")
        pending.removeFirst(end + 4)
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            return nil
        }
        if status == 100 { return answer(head: head, seconds: seconds) }
        var answer = Answer(status: status)
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            answer.headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        let bodiless = head || status == 204 || status == 304
        let length = bodiless ? 0 : answer.headers["content-length"].flatMap { Int($0) } ?? 0
        while pending.count < length { guard more(until: deadline) else { return nil } }
        answer.body = String(decoding: pending.prefix(length), as: UTF8.self)
        pending.removeFirst(length)
        return answer
    }

    /// Whether the other side ends the connection within the time, whatever it still sends before.
    func endsWithin(_ seconds: Double) -> Bool {
        let deadline = now() + seconds
        while more(until: deadline) { pending = [] }
        return ended
    }

    /// Everything until the end.
    func rest(seconds: Double = 5) -> String {
        let deadline = now() + seconds
        while more(until: deadline) {}
        return String(decoding: pending, as: UTF8.self)
    }

    private var ended = false

    private func more(until deadline: Double) -> Bool {
        guard !ended else { return false }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, Int32(max(0, (deadline - now()) * 1000))) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65536)
        let got = recv(descriptor, &bytes, bytes.count, 0)
        guard got > 0 else {
            ended = true
            return false
        }
        pending.append(contentsOf: bytes.prefix(got))
        return true
    }

    private static func blankLine(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...(bytes.count - 4)).first {
            bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
        }
    }
}

/// Seconds of a clock that never goes back.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Plays the slow side: a handler that works long, a client that drips.
func takeTime(milliseconds: Int32) { poll(nil, 0, milliseconds) }

/// Waits for a condition with a deadline.
func eventually(_ seconds: Double = 5, _ condition: () -> Bool) -> Bool {
    let deadline = now() + seconds
    while !condition() {
        guard now() < deadline else { return false }
        takeTime(milliseconds: 2)
    }
    return true
}
