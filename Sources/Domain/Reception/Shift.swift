/// One operator's time at one screen: open → handed_over(to) | closed(report).
package struct Shift: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        case open
        case handedOver = "handed_over"
        case closed
    }

    package let id: ID<Shift>
    package var version: Int64
    package let owner: ID<Operator>
    package let screen: String
    package let openedAt: Instant
    package var closedAt: Instant?
    package var state: State
    package var handedTo: ID<Operator>?
    package let takenFrom: ID<Shift>?
    package var note: String?

    package init(
        id: ID<Shift>, version: Int64, owner: ID<Operator>, screen: String, openedAt: Instant,
        closedAt: Instant? = nil, state: State, handedTo: ID<Operator>? = nil, takenFrom: ID<Shift>? = nil,
        note: String? = nil
    ) {
        self.id = id
        self.version = version
        self.owner = owner
        self.screen = screen
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.state = state
        self.handedTo = handedTo
        self.takenFrom = takenFrom
        self.note = note
    }

    package func closed(at now: Instant, note: String?) -> Shift {
        ended(.closed, at: now, note: note)
    }

    package func handedOver(to colleague: ID<Operator>, at now: Instant, note: String?) -> Shift {
        var shift = ended(.handedOver, at: now, note: note)
        shift.handedTo = colleague
        return shift
    }

    private func ended(_ state: State, at now: Instant, note: String?) -> Shift {
        var shift = self
        shift.version += 1
        shift.state = state
        shift.closedAt = now
        shift.note = note
        return shift
    }
}

/// What was done in a shift or on a day, counted from the register itself.
package struct WorkTotals: Hashable, Sendable {
    package var registered: Int64
    package var visits: Int64
    package var served: Int64
    package var cancelled: Int64
    /// Visits still open now, whoever opened them.
    package var waiting: Int64

    package init(registered: Int64, visits: Int64, served: Int64, cancelled: Int64, waiting: Int64) {
        self.registered = registered
        self.visits = visits
        self.served = served
        self.cancelled = cancelled
        self.waiting = waiting
    }
}
