package import Domain

/// One operator at one screen, from sign-in to sign-out, with the operator as known now.
package struct Session: Hashable, Sendable {
    package let id: ID<Session>
    package let owner: Operator
    package let hasPin: Bool
    /// The browser: a quick change of operator happens within one screen.
    package let screen: String
    package let openedAt: Instant
    package let expiresAt: Instant
    package var locked: Bool
    package var activeAt: Instant

    package init(
        id: ID<Session>, owner: Operator, hasPin: Bool, screen: String, openedAt: Instant, expiresAt: Instant,
        locked: Bool, activeAt: Instant
    ) {
        self.id = id
        self.owner = owner
        self.hasPin = hasPin
        self.screen = screen
        self.openedAt = openedAt
        self.expiresAt = expiresAt
        self.locked = locked
        self.activeAt = activeAt
    }

    /// Clocks are corrected by seconds every day; that is nothing to wonder at.
    private static let clockSlackMilliseconds: Int64 = 60_000

    package enum Standing: Sendable {
        case open
        case locked
        case ended
    }

    /// The server decides by its own clock: a page that forgot to lock itself is locked all the same (K-06).
    package func standing(at now: Instant, lockAfterSeconds: Int64) -> Standing {
        // A clock set back must not stretch a session's life, nor keep a screen open that nobody watches.
        let (lifted, slack) = (openedAt.milliseconds - now.milliseconds, Session.clockSlackMilliseconds)
        if owner.disabled || now >= expiresAt || lifted > slack { return .ended }
        let idle = now.milliseconds - activeAt.milliseconds
        if locked || idle >= lockAfterSeconds * 1000 || idle < -slack { return .locked }
        return .open
    }

    package func author(request: String?) -> Author {
        Author(operator: owner.id, session: id, request: request)
    }
}
