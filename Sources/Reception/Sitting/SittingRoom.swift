package import Application
package import Domain
internal import Threads

/// The sessions that are at work now, by the browser's cookie.
///
/// A request must not cost a database look-up for its session, so each is remembered here once found. The
/// shelf on the disk stays the truth: whoever changes a session calls `forgetAll`, and the next request looks
/// again.
package final class SittingRoom: Sendable {
    /// How stale the activity on the disk may be: a restart locks a screen by this much too early, never too
    /// late.
    private static let activityLagMilliseconds: Int64 = 30_000

    private struct Seat {
        var session: Session
        let lockAfterSeconds: Int64
        var keptActiveAt: Instant
        var viewed: Set<ID<Patient>> = []
    }

    private struct Room {
        var seats: [String: Seat] = [:]
        /// Rises with every `forgetAll`, so that a look-up begun before it is not remembered after it.
        var generation: UInt64 = 0
        /// What a disk that takes no writes has not heard: who was active when, and whose screen was hidden.
        var activeAt: [ID<Session>: Instant] = [:]
        var hidden: Set<ID<Session>> = []
    }

    private let store: any Store & Sendable
    private let clock: any Clock
    private let secrets: any Secrets
    private let room = Lock(Room())

    package init(store: any Store & Sendable, clock: any Clock, secrets: any Secrets) {
        self.store = store
        self.clock = clock
        self.secrets = secrets
    }

    /// Who sits behind this cookie, and how the session stands now. Nil when there is none or it has ended.
    package func find(_ cookie: String) throws -> (session: Session, standing: Session.Standing)? {
        guard let seat = try seat(of: cookie) else { return nil }
        let standing = seat.session.standing(at: clock.now, lockAfterSeconds: seat.lockAfterSeconds)
        let isHidden: Bool = room.withLock { $0.hidden.contains(seat.session.id) }
        return standing == .ended ? nil : (seat.session, isHidden ? .locked : standing)
    }

    /// Hides a screen at once, before and whether or not the disk hears of it.
    package func hide(_ session: Session) {
        room.withLock { room in _ = room.hidden.insert(session.id) }
    }

    /// The operator has proved to be there.
    package func show(_ session: Session) {
        room.withLock { room in _ = room.hidden.remove(session.id) }
    }

    /// The operator does something: as `find`, and where the screen is open the idle clock starts again.
    package func enter(_ cookie: String) throws -> (session: Session, standing: Session.Standing)? {
        guard let found = try find(cookie) else { return nil }
        if found.standing == .open { try touch(cookie, found.session) }
        return found
    }

    private func touch(_ cookie: String, _ session: Session) throws {
        let now = clock.now
        // Twice within a second changes nothing that anybody could notice.
        guard !(0..<1000).contains(now.milliseconds - session.activeAt.milliseconds) else { return }
        let due: Session? = room.withLock { room in
            guard var seat = room.seats[cookie] else { return nil }
            seat.session.activeAt = now
            let isDue =
                now.milliseconds - seat.keptActiveAt.milliseconds >= SittingRoom.activityLagMilliseconds
            if isDue { seat.keptActiveAt = now }
            room.seats[cookie] = seat
            room.activeAt[session.id] = now
            return isDue ? seat.session : nil
        }
        guard let due else { return }
        do {
            try store.keep { shelf in
                // Another request may have locked or ended it meanwhile; activity must not open it again.
                guard let current = try shelf.sessions.find(due.id), !current.locked else { return }
                try shelf.sessions.put(locked: false, activeAt: now, for: due.id)
            }
        } catch is Fault {
            // A full disk must not keep anybody from reading: the memory stays the truth, and the store's own
            // health says what is wrong.
        }
    }

    /// True when this session has not yet looked at this patient since it sat down here.
    package func isFirstView(of patient: ID<Patient>, _ cookie: String) -> Bool {
        room.withLock { room in !(room.seats[cookie]?.viewed.contains(patient) ?? false) }
    }

    package func rememberView(of patient: ID<Patient>, _ cookie: String) {
        room.withLock { room in _ = room.seats[cookie]?.viewed.insert(patient) }
    }

    package func forgetAll() {
        room.withLock { room in
            room.seats.removeAll()
            room.generation += 1
        }
    }

    private func seat(of cookie: String) throws -> Seat? {
        let (known, generation): (Seat?, UInt64) = room.withLock { ($0.seats[cookie], $0.generation) }
        if let known { return known }
        let digest = secrets.digest(of: cookie)
        let active: [ID<Session>: Instant] = room.withLock { $0.activeAt }
        let found: Seat? = try store.read { books in
            guard var session = try books.shelves.session(digest: digest),
                let settings = try books.settings.current()
            else { return nil }
            session.activeAt = max(session.activeAt, active[session.id] ?? session.activeAt)
            return Seat(
                session: session, lockAfterSeconds: settings.lockAfterSeconds, keptActiveAt: session.activeAt)
        }
        guard let found else { return nil }
        room.withLock { room in
            if room.generation == generation { room.seats[cookie] = found }
        }
        return found
    }
}
