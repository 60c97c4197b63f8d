package import Domain

/// Adds somebody who may work at this desk. The slow hashes are made before the transaction, not inside it.
package struct AddOperator {
    let store: any Store
    let clock: any Clock
    let identities: any Identities
    let secrets: any Secrets

    package init(store: any Store, clock: any Clock, identities: any Identities, secrets: any Secrets) {
        self.store = store
        self.clock = clock
        self.identities = identities
        self.secrets = secrets
    }

    /// An operator whose hashes are ready and who can be written into any transaction.
    package struct Prepared: Sendable {
        package let login: String
        package let name: String
        package let roles: Set<Role>
        let passwordHash: String
        let pinHash: String?
    }

    package func prepare(_ form: OperatorForm) throws -> Prepared {
        let read = try form.read()
        return Prepared(
            login: read.login, name: read.name, roles: form.roles,
            passwordHash: try secrets.hash(form.password),
            pinHash: try form.pin.map { try secrets.hash(Pin.read($0, field: "pin").value?.digits ?? $0) })
    }

    package func callAsFunction(_ prepared: Prepared, by author: Author) throws -> Operator {
        try store.change(by: author) { tx in
            let added = try write(prepared, in: tx)
            return Changed(added, .operatorAdded(added))
        }
    }

    /// The part that the setup of the desk shares.
    func write(_ prepared: Prepared, in tx: any Changing) throws -> Operator {
        guard try tx.operators.find(login: prepared.login) == nil else {
            throw Refusal(.loginTaken, fields: [FieldProblem("login", .loginTaken)])
        }
        let now = clock.now
        let added = Operator(
            id: identities.next(), version: 1, login: prepared.login, name: prepared.name,
            roles: prepared.roles,
            disabled: false, createdAt: now)
        try tx.credentials.setPassword(prepared.passwordHash, of: added.id, at: now)
        try tx.credentials.setPin(prepared.pinHash, of: added.id, at: now)
        return added
    }
}
