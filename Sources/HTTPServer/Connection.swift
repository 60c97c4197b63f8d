internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// One connection as the watchdog sees it.
///
/// The registry and libmicrohttpd's socket context hold it. Everything that both threads touch is atomic.
final class Connection: Sendable {
    let descriptor: Int32
    let started: UInt64
    private let word: Atomic<UInt64>
    private let count = Atomic<Int>(0)

    init(descriptor: Int32, now: UInt64) {
        self.descriptor = descriptor
        started = now
        word = Atomic(Phase(.fresh, since: now).word)
    }

    /// Bytes of the body so far, or of the answer that is to be sent.
    var bytes: Int {
        get { count.load(ordering: .relaxed) }
        set { count.store(newValue, ordering: .relaxed) }
    }

    var phase: Phase { Phase(word: word.load(ordering: .acquiring)) }

    /// Goes on to the next step, unless the watchdog has given the connection up.
    func advance(to next: Phase) -> Bool {
        let now = phase
        return now.step != .late && change(from: now, to: next)
    }

    /// The request line is here. A first request keeps counting from the connection's start.
    func begin(now: UInt64) {
        let old = phase
        switch old.step {
        case .fresh: _ = change(from: old, to: Phase(.header, since: old.since))
        // The watchdog has already seen its first bytes.
        case .header, .late: return
        case .idle, .body, .handling, .sending: _ = change(from: old, to: Phase(.header, since: now))
        }
    }

    func change(from old: Phase, to new: Phase) -> Bool {
        word.compareExchange(expected: old.word, desired: new.word, ordering: .acquiringAndReleasing)
            .exchanged
    }

    /// Ends the connection from outside its thread, which then wakes, finds the end of the stream and cleans
    /// up. The caller holds the registry's lock: the descriptor is closed only after the registry has
    /// forgotten it.
    ///
    /// No answer has been begun in these steps, so a short one may go out ahead of the end.
    func giveUp(from old: Phase, saying text: StaticString?) {
        guard change(from: old, to: Phase(.late, since: old.since)) else { return }
        if let text {
            send(
                descriptor, text.utf8Start, text.utf8CodeUnitCount,
                Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
        }
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Milliseconds since something came in, which libmicrohttpd does not tell before a line is complete.
    var sinceData: UInt64? { UInt64(exactly: frontdesk_mhd_since_data(descriptor)) }
}
