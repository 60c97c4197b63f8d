package import Domain

/// What the admin typed about an operator.
package struct OperatorForm: Hashable, Sendable {
    package var login: String
    package var name: String
    package var roles: Set<Role>
    package var password: String
    package var pin: String?

    package init(login: String, name: String, roles: Set<Role>, password: String, pin: String?) {
        self.login = login
        self.name = name
        self.roles = roles
        self.password = password
        self.pin = pin
    }

    struct Read {
        let login: String
        let name: String
    }

    /// Checks all fields at once.
    func read() throws -> Read {
        var problems: [FieldProblem] = []
        let login = required(Login.read(login, field: "login"), "login", &problems)
        let name = required(FreeText.read(name, field: "name", max: 100), "name", &problems)
        if roles.isEmpty { problems.append(FieldProblem("roles", .required)) }
        _ = required(
            Password.read(password, field: "password", login: login?.text ?? ""), "password", &problems)
        if let pin { _ = required(Pin.read(pin, field: "pin"), "pin", &problems) }
        guard problems.isEmpty, let login, let name else { throw Refusal(.fieldsInvalid, fields: problems) }
        return Read(login: login.text, name: name.text)
    }

    private func required<Value>(
        _ reading: FieldReading<Value>, _ field: String, _ problems: inout [FieldProblem]
    ) -> Value? {
        switch reading {
        case .empty: problems.append(FieldProblem(field, .required))
        case .bad(let problem): problems.append(problem)
        case .good(let value, _): return value
        }
        return nil
    }
}
