package import Domain

/// Sets a password or a PIN: the operator's own after proving the old password, anybody's by the admin.
package struct SetCredential {
    let store: any Store
    let clock: any Clock
    let secrets: any Secrets

    package init(store: any Store, clock: any Clock, secrets: any Secrets) {
        self.store = store
        self.clock = clock
        self.secrets = secrets
    }

    /// A-55…A-58: the old one is asked, the new one twice, and a wrong old one changes nothing.
    package func changeOwnPassword(
        old: String, new: String, repeated: String, session: Session, request: String?
    ) throws {
        var problems = passwordProblems(new, field: "new", login: session.owner.login)
        if new != repeated { problems.append(FieldProblem("repeat", .passwordMismatch)) }
        guard problems.isEmpty else { throw Refusal(.fieldsInvalid, fields: problems) }
        try prove(old, field: "old", session: session, request: request)
        try setPassword(new, of: session.owner.id, keeping: session.id, by: session.author(request: request))
    }

    package func changeOwnPin(password: String, pin: String, session: Session, request: String?) throws {
        let pin = try check(pin: pin)
        try prove(password, field: "password", session: session, request: request)
        try setPin(pin, of: session.owner.id, by: session.author(request: request))
    }

    package func resetPassword(_ password: String, of id: ID<Operator>, by author: Author) throws {
        guard let target = try store.read({ try $0.operators.find(id) }) else {
            throw Refusal(.operatorNotFound)
        }
        let problems = passwordProblems(password, field: "password", login: target.login)
        guard problems.isEmpty else { throw Refusal(.fieldsInvalid, fields: problems) }
        try setPassword(password, of: id, keeping: nil, by: author)
    }

    package func resetPin(_ pin: String, of id: ID<Operator>, by author: Author) throws {
        let pin = try check(pin: pin)
        guard try store.read({ try $0.operators.find(id) }) != nil else { throw Refusal(.operatorNotFound) }
        try setPin(pin, of: id, by: author)
    }

    private func setPassword(
        _ password: String, of id: ID<Operator>, keeping kept: ID<Session>?, by author: Author
    ) throws {
        let hash = try secrets.hash(password)
        try store.change(by: author) { tx in
            guard let target = try tx.operators.find(id) else { throw Refusal(.operatorNotFound) }
            try tx.credentials.setPassword(hash, of: id, at: clock.now)
            try tx.lockouts.clear(.login(digest: secrets.digest(of: target.login)))
            try tx.lockouts.clear(.pin(id))
            // Whoever knew the old password must not stay inside.
            try tx.sessions.endAll(of: id, except: kept)
            return Changed((), .passwordSet(id))
        }
    }

    private func setPin(_ pin: String, of id: ID<Operator>, by author: Author) throws {
        let hash = try secrets.hash(pin)
        try store.change(by: author) { tx in
            try tx.credentials.setPin(hash, of: id, at: clock.now)
            try tx.lockouts.clear(.pin(id))
            return Changed((), .pinSet(id))
        }
    }

    private func prove(_ password: String, field: String, session: Session, request: String?) throws {
        let hash = try store.read { try $0.shelves.credential(of: session.owner.id) }?.passwordHash
        let right = try Door(store: store, clock: clock, secrets: secrets).tryWord(
            password, hash: hash, counting: .pin(session.owner.id),
            failure: Notice(.unlockFailed, about: Subject(.session, session.id.as())), request: request)
        guard right else {
            throw Refusal(.oldPasswordWrong, fields: [FieldProblem(field, .oldPasswordWrong)])
        }
    }

    private func passwordProblems(_ password: String, field: String, login: String) -> [FieldProblem] {
        let reading = Password.read(password, field: field, login: login)
        if case .empty = reading { return [FieldProblem(field, .required)] }
        return [reading.refusal].compactMap { $0 }
    }

    /// The digits that count: what surrounds them when they are pasted must not become part of the PIN.
    private func check(pin: String) throws -> String {
        let reading = Pin.read(pin, field: "pin")
        if case .empty = reading { throw Refusal(.fieldsInvalid, fields: [FieldProblem("pin", .required)]) }
        if let problem = reading.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        return reading.value?.digits ?? pin
    }
}
