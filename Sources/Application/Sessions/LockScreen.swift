internal import Domain

/// Hides the screen until its operator proves to be there. The half-typed form stays where it was.
package struct LockScreen {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(_ session: Session, request: String?) throws {
        try store.keep { shelf in
            guard let current = try shelf.sessions.find(session.id), !current.locked else { return }
            try shelf.sessions.put(locked: true, activeAt: current.activeAt, for: session.id)
            try shelf.note(
                Notice(.screenLocked, about: Subject(.session, session.id.as())),
                by: session.author(request: request))
        }
    }
}
