package import Domain

/// How often somebody failed to get in, and until when the door stays shut.
///
/// An attempt is counted before the slow hash is compared, so that many guesses at once count like many in a
/// row; the right word clears the count. The fifth failure shuts the door for one minute, each further one
/// for twice as long, up to an hour.
package struct Lockout: Hashable, Sendable {
    package static let freeTries: Int64 = 5
    package static let longestMinutes: Int64 = 60

    package let failures: Int64
    package let until: Instant?

    package init(failures: Int64, until: Instant?) {
        self.failures = failures
        self.until = until
    }

    package static let none = Lockout(failures: 0, until: nil)

    /// The count with one more attempt in it; refuses while the door is shut.
    package func attempt(at now: Instant) throws(Refusal) -> Lockout {
        // No door is shut for longer than the longest time: one that seems to be was shut before the clock
        // was set back.
        if let until, now < until, until <= now.adding(seconds: Lockout.longestMinutes * 60) {
            let seconds = (until.milliseconds - now.milliseconds + 999) / 1000
            throw Refusal(.lockedOut, ["until_at": String(until.milliseconds)], retryAfterSeconds: seconds)
        }
        let failures = failures + 1
        guard failures >= Lockout.freeTries else { return Lockout(failures: failures, until: nil) }
        let doublings = min(failures - Lockout.freeTries, 6)
        let minutes = min(Int64(1) << doublings, Lockout.longestMinutes)
        return Lockout(failures: failures, until: Instant(milliseconds: now.milliseconds + minutes * 60_000))
    }
}

/// Whose tries are counted.
package enum LockoutSubject: Hashable, Sendable {
    /// The digest of a login, known or not: the answer must not tell which.
    case login(digest: String)
    case pin(ID<Operator>)
    case setup

    package var key: String {
        switch self {
        case .login(let digest): "login:\(digest)"
        case .pin(let id): "pin:\(id.text)"
        case .setup: "setup"
        }
    }
}
