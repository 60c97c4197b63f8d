package import Domain

/// A quick change of operator at one screen: the one who leaves is locked and parked, the one who comes back
/// types the PIN and finds the own drafts. The cookie's secret is new, as after any sign-in.
package struct SwitchOperator {
    let store: any Store
    let clock: any Clock
    let secrets: any Secrets

    package init(store: any Store, clock: any Clock, secrets: any Secrets) {
        self.store = store
        self.clock = clock
        self.secrets = secrets
    }

    package func callAsFunction(
        to parked: ID<Session>, from current: Session?, screen: String, pin: String, request: String?
    ) throws -> OpenedSession {
        let candidates = try store.read { try $0.shelves.sessions(on: screen) }
        guard let target = candidates.first(where: { $0.id == parked }),
            target.standing(at: clock.now, lockAfterSeconds: .max / 1000) != .ended
        else { throw Refusal(.sessionGone) }
        let proven = try UnlockScreen(store: store, clock: clock, secrets: secrets).prove(
            target, with: .pin(pin), request: request)

        if let current, current.id != target.id {
            try LockScreen(store: store, clock: clock)(current, request: request)
        }
        let token = secrets.token()
        let now = clock.now
        let opened = try store.keep { shelf in
            guard try shelf.sessions.find(target.id) != nil else { throw Refusal(.sessionGone) }
            guard try shelf.credentials.find(target.owner.id) == proven else { throw Refusal(.pinWrong) }
            try shelf.sessions.replaceDigest(of: target.id, with: secrets.digest(of: token))
            try shelf.sessions.put(locked: false, activeAt: now, for: target.id)
            try shelf.note(
                Notice(.operatorSwitched, about: Subject(.session, target.id.as())),
                by: target.author(request: request))
            return try shelf.sessions.find(target.id)
        }
        guard let opened else { throw Refusal(.sessionGone) }
        return OpenedSession(session: opened, token: token)
    }
}
