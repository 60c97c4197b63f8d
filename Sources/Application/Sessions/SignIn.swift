package import Domain

/// Lets an operator in by login and password.
///
/// The answer is the same, in words and in time, for an unknown login and for a wrong password.
package struct SignIn {
    let store: any Store
    let clock: any Clock
    let identities: any Identities
    let secrets: any Secrets
    let sessionHours: Int64

    package init(
        store: any Store, clock: any Clock, identities: any Identities, secrets: any Secrets,
        sessionHours: Int64
    ) {
        self.store = store
        self.clock = clock
        self.identities = identities
        self.secrets = secrets
        self.sessionHours = sessionHours
    }

    package func callAsFunction(
        login: String, password: String, screen: String, request: String?
    ) throws -> OpenedSession {
        let login = Login.read(login, field: "login").value?.text ?? ""
        let door = Door(store: store, clock: clock, secrets: secrets)
        let known = try store.read { books in
            try books.operators.find(login: login).map { ($0, try books.shelves.credential(of: $0.id)) }
        }
        let candidate = known.flatMap { $0.0.disabled ? nil : $0 }
        let right = try door.tryWord(
            password, hash: candidate?.1?.passwordHash, counting: .login(digest: secrets.digest(of: login)),
            failure: Notice(.signInFailed, about: known.map { Subject(.operator, $0.0.id.as()) }),
            request: request)
        guard right, let candidate else { throw Refusal(.signInFailed) }
        return try open(
            for: candidate.0, hasPin: candidate.1?.pinHash != nil, proving: candidate.1?.passwordHash,
            screen: screen, request: request)
    }

    /// A session for somebody who has just proved who they are.
    ///
    /// - Parameter hash: what the password was compared with, outside any transaction. One that has been
    ///   changed meanwhile proves nothing any more.
    package func open(
        for owner: Operator, hasPin: Bool, proving hash: String?, screen: String, request: String?
    ) throws -> OpenedSession {
        let token = secrets.token()
        let now = clock.now
        let session = Session(
            id: identities.next(), owner: owner, hasPin: hasPin, screen: screen, openedAt: now,
            expiresAt: Instant(milliseconds: now.milliseconds + sessionHours * 3_600_000), locked: false,
            activeAt: now)
        try store.keep { shelf in
            if let hash {
                let isStillRight = try shelf.credentials.find(owner.id)?.passwordHash == hash
                let isStillIn = try shelf.operators.find(owner.id)?.disabled == false
                guard isStillRight, isStillIn else { throw Refusal(.signInFailed) }
            }
            try shelf.sessions.endExpired(before: now)
            // Nobody works twice at one screen: the same operator's earlier sitting here ends.
            for earlier in try shelf.sessions.all(on: screen) where earlier.owner.id == owner.id {
                try shelf.sessions.end(earlier.id)
            }
            try shelf.sessions.open(session, digest: secrets.digest(of: token))
            try shelf.note(
                Notice(.signedIn, about: Subject(.session, session.id.as())),
                by: session.author(request: request))
        }
        return OpenedSession(session: session, token: token)
    }
}

/// A session and the secret that the browser keeps for it. The secret exists nowhere else.
package struct OpenedSession: Sendable {
    package let session: Session
    package let token: String

    package init(session: Session, token: String) {
        self.session = session
        self.token = token
    }
}
