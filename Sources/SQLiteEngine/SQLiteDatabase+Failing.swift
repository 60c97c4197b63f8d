internal import SQL
internal import Threads

// The rule for a failing disk: nothing is acknowledged until a fresh connection has proved itself.
extension SQLiteDatabase {
    /// The connection to write with, when the store is well or becomes so now.
    func admit(_ writer: Writer) throws(StoreFault) -> SQLiteConnection {
        let now = state.withLock { ($0.isClosed, $0.health, $0.lastFault) }
        if now.0 { throw .closed }
        // Corruption does not go away by asking again, and asking reads the whole file.
        if now.1 != .ok, now.1 != .corrupt, let fault = now.2 { recoverIfDue(writer, from: fault) }
        if let refusal = health.refusal { throw refusal }
        guard let connection = writer.connection else { throw .closed }
        return connection
    }

    /// After each use of the writing connection: looks at what has happened, moves the log when it is long.
    func settle(_ writer: Writer) {
        if let fault = writer.graveFault { return recoverIfDue(writer, from: fault, now: true) }
        writer.noteWrite()
        do {
            try writer.checkpointIfLong(before: endStandingReads)
        } catch {
            checkpointFailed(writer, error)
        }
    }

    func checkpointFailed(_ writer: Writer, _ fault: StoreFault) {
        options.report(.checkpointFailed(fault))
        // For want of room alone the log only stays long; the next write will tell whether there is some for
        // it.
        if fault.kind == .full {
            writer.connection?.forgetFault()
        } else {
            recoverIfDue(writer, from: fault, now: true)
        }
    }

    func recoverIfDue(_ writer: Writer, from fault: StoreFault, now isDue: Bool = false) {
        let clock = MonotonicClock.now
        guard isDue || clock >= state.withLock({ $0.nextAttempt }) else { return }
        endStandingReads()
        let health = writer.recover(from: fault)
        let hasChanged = state.withLock { state in
            defer {
                state.health = health
                state.lastFault = health == .ok ? nil : fault
                state.nextAttempt = MonotonicClock.now + options.retry
            }
            return state.health != health
        }
        if hasChanged { options.report(.healthChanged(to: health, because: health == .ok ? nil : fault)) }
    }
}

extension StoreFault {
    static var closed: StoreFault {
        StoreFault(kind: .cannotOpen, code: 0, message: "the database is closed")
    }
}
