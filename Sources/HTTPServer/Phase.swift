/// Where a connection is in its present request, and since when, packed into one word.
///
/// The word is what the connection's thread and the watchdog compete for: each changes it by
/// compare-and-exchange, so either the handler gets the request or the watchdog gets the connection, never
/// both.
struct Phase: Equatable {
    enum Step: UInt64 {
        /// Nothing of the first request has been understood yet.
        case fresh
        /// Between two requests.
        case idle
        /// A request has begun, its header is not complete.
        case header
        case body
        /// The handler has it; it may take its time.
        case handling
        case sending
        /// The watchdog has given it up.
        case late
    }

    let word: UInt64

    init(word: UInt64) { self.word = word }

    init(_ step: Step, since milliseconds: UInt64) { word = step.rawValue << 56 | milliseconds }

    var step: Step { Step(rawValue: word >> 56) ?? .late }
    var since: UInt64 { word & (1 << 56 - 1) }

    /// Whether it holds a place without having asked for anything yet.
    var incomplete: Bool { step == .fresh || step == .header || step == .body }
}
