internal import Domain

/// Opens a locked screen again: by PIN, which can do only this, or by the password.
package struct UnlockScreen {
    package enum Proof: Sendable {
        case pin(String)
        case password(String)
    }

    let store: any Store
    let clock: any Clock
    let secrets: any Secrets

    package init(store: any Store, clock: any Clock, secrets: any Secrets) {
        self.store = store
        self.clock = clock
        self.secrets = secrets
    }

    package func callAsFunction(_ session: Session, with proof: Proof, request: String?) throws {
        let proven = try prove(session, with: proof, request: request)
        try store.keep { shelf in
            guard try shelf.sessions.find(session.id) != nil else { throw Refusal(.sessionGone) }
            guard try shelf.credentials.find(session.owner.id) == proven else { throw Refusal(.pinWrong) }
            try shelf.sessions.put(locked: false, activeAt: clock.now, for: session.id)
            try shelf.note(
                Notice(.screenUnlocked, about: Subject(.session, session.id.as())),
                by: session.author(request: request))
        }
    }

    /// Throws unless the session's operator is the one who typed. Gives what the word was compared with,
    /// outside any transaction: whoever opens something for it looks again that it still holds.
    func prove(_ session: Session, with proof: Proof, request: String?) throws -> Credential? {
        let credential = try store.read { try $0.shelves.credential(of: session.owner.id) }
        let word: String
        let hash: String?
        switch proof {
        case .pin(let pin):
            guard credential?.pinHash != nil else { throw Refusal(.pinNotSet) }
            (word, hash) = (Pin.read(pin, field: "pin").value?.digits ?? pin, credential?.pinHash)
        case .password(let password): (word, hash) = (password, credential?.passwordHash)
        }
        let right = try Door(store: store, clock: clock, secrets: secrets).tryWord(
            word, hash: hash, counting: .pin(session.owner.id),
            failure: Notice(.unlockFailed, about: Subject(.session, session.id.as())), request: request)
        guard right else { throw Refusal(.pinWrong) }
        return credential
    }
}
