package import Domain

/// Takes the number prefix, the clinic's name and the first admin, all in one transaction and only once.
package struct SetUpDesk {
    package struct Input: Sendable {
        package var first: OperatorForm
        package var prefix: String
        package var clinic: String

        package init(first: OperatorForm, prefix: String, clinic: String) {
            self.first = first
            self.prefix = prefix
            self.clinic = clinic
        }
    }

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

    package static func isNeeded(_ store: any Store) throws -> Bool {
        try store.read { try $0.settings.current() == nil }
    }

    package func callAsFunction(_ input: Input, by author: Author) throws -> Operator {
        guard try SetUpDesk.isNeeded(store) else { throw Refusal(.setupDone) }
        let (prefix, clinic) = try read(input)
        let adding = AddOperator(store: store, clock: clock, identities: identities, secrets: secrets)
        let prepared = try adding.prepare(input.first)
        return try store.change(by: author) { tx in
            guard try tx.settings.current() == nil, var desk = try tx.desk.current() else {
                throw Refusal(.setupDone)
            }
            desk.prefix = prefix
            let first = try adding.write(prepared, in: tx)
            let settings = Settings(version: 1, clinic: clinic)
            return Changed(first, .deskPrefixTaken(desk), .settingsChanged(settings), .operatorAdded(first))
        }
    }

    /// Field problems of the desk and of the operator come back together.
    private func read(_ input: Input) throws -> (prefix: String, clinic: String) {
        var problems: [FieldProblem] = []
        let prefix = DeskPrefix.read(input.prefix, field: "prefix")
        let clinic = FreeText.read(input.clinic, field: "clinic", max: 200)
        if case .empty = prefix { problems.append(FieldProblem("prefix", .required)) }
        if case .empty = clinic { problems.append(FieldProblem("clinic", .required)) }
        problems += [prefix.refusal, clinic.refusal].compactMap { $0 }
        do {
            _ = try input.first.read()
        } catch let refusal as Refusal {
            problems = refusal.fields + problems
        }
        guard problems.isEmpty, let prefix = prefix.value, let clinic = clinic.value else {
            throw Refusal(.fieldsInvalid, fields: problems)
        }
        return (prefix.digits, clinic.text)
    }
}
