internal import Threads

/// All open connections, under one lock, and the rules for how long each may take (K-15).
///
/// A descriptor is only touched between `add` and `remove`, under the lock. libmicrohttpd calls `remove`
/// before it closes the descriptor, so a number that the kernel has given to somebody else is never shut down
/// by mistake.
final class Connections: Sendable {
    private static let lateAnswer: StaticString =
        "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    private let configuration: Configuration
    private let open = Lock<[Connection]>([])

    init(_ configuration: Configuration) { self.configuration = configuration }

    var count: Int { open.withLock { $0.count } }

    /// Connections with a request that somebody still waits for.
    var busy: Int {
        open.withLock { open in
            open.count { $0.phase.step == .handling || $0.phase.step == .sending || $0.phase.step == .body }
        }
    }

    /// Takes a new connection in, and makes room for it when the house is full.
    func add(_ connection: Connection) {
        open.withLock { open in
            let living = open.count { $0.phase.step != .late }
            if living >= configuration.maxConnections { Self.oldest(open)?.closeForRoom() }
            open.append(connection)
        }
    }

    func remove(_ connection: Connection) {
        open.withLock { open in
            guard let place = open.firstIndex(where: { $0 === connection }) else { return }
            open.swapAt(place, open.count - 1)
            open.removeLast()
        }
    }

    /// One look at every connection.
    func sweep(now: UInt64) {
        open.withLock { open in
            for connection in open { look(at: connection, now: now) }
        }
    }

    /// Ends those that rest between requests; with `all`, everything.
    func close(all: Bool) {
        open.withLock { open in
            for connection in open {
                let phase = connection.phase
                let resting = phase.step == .idle || phase.step == .fresh || phase.step == .header
                if all || resting { connection.giveUp(from: phase, saying: nil) }
            }
        }
    }

    private func look(at connection: Connection, now: UInt64) {
        let phase = connection.phase
        let age = now > phase.since ? now - phase.since : 0
        switch phase.step {
        case .fresh, .header:
            if age > milliseconds(configuration.headerSeconds) {
                connection.giveUp(from: phase, saying: Self.lateAnswer)
            }
        case .idle:
            if age > milliseconds(configuration.idleSeconds) {
                connection.giveUp(from: phase, saying: nil)
            } else if let silence = connection.sinceData, silence + 20 < age {
                // 20 ms: the kernel counts in jiffies. Data came after the last answer: the next header has
                // begun.
                _ = connection.change(from: phase, to: Phase(.header, since: now - silence))
            }
        case .body:
            let bytes = connection.bytes
            if age > milliseconds(configuration.bodySeconds) || slow(bytes, age) {
                connection.giveUp(from: phase, saying: Self.lateAnswer)
            }
        case .sending:
            // Here the bytes are those still to go: each second at the floor takes some of them off.
            let due = connection.bytes * 1000 / configuration.floorBytesPerSecond
            if age > milliseconds(configuration.graceSeconds) + UInt64(due) {
                connection.giveUp(from: phase, saying: nil)
            }
        case .handling, .late: return
        }
    }

    private func slow(_ bytes: Int, _ age: UInt64) -> Bool {
        age > milliseconds(configuration.graceSeconds)
            && UInt64(bytes) * 1000 < age * UInt64(configuration.floorBytesPerSecond)
    }

    private func milliseconds(_ seconds: Int) -> UInt64 { UInt64(seconds) * 1000 }

    private static func oldest(_ open: [Connection]) -> Connection? {
        let incomplete = open.filter { $0.phase.incomplete }
        let candidates = incomplete.isEmpty ? open.filter { $0.phase.step == .idle } : incomplete
        return candidates.min { $0.phase.since < $1.phase.since }
    }
}

extension Connection {
    fileprivate func closeForRoom() { giveUp(from: phase, saying: nil) }
}
