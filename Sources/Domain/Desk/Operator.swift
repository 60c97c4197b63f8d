/// Somebody who works at the desk. Passwords and PINs are not here: they are credentials, never facts of
/// history.
package struct Operator: Hashable, Sendable {
    package let id: ID<Operator>
    package var version: Int64
    package let login: String
    package var name: String
    package var roles: Set<Role>
    package var disabled: Bool
    package let createdAt: Instant

    package init(
        id: ID<Operator>, version: Int64, login: String, name: String, roles: Set<Role>, disabled: Bool,
        createdAt: Instant
    ) {
        self.id = id
        self.version = version
        self.login = login
        self.name = name
        self.roles = roles
        self.disabled = disabled
        self.createdAt = createdAt
    }

    /// Whether this one could still let the others in.
    package var canAdminister: Bool { !disabled && roles.contains(.admin) }

    /// Whether this one works with people at the desk.
    package var canServe: Bool { !disabled && !roles.isDisjoint(with: [.receptionist, .senior]) }

    package func changed(_ edit: (inout Operator) -> Void) -> Operator {
        var copy = self
        edit(&copy)
        copy.version += 1
        return copy
    }
}

/// What an operator may do. A senior may all that a receptionist may; an admin looks after people and
/// settings.
package enum Role: String, Hashable, Sendable, CaseIterable {
    case receptionist
    case senior
    case admin
}
