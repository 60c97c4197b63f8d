internal import Application
internal import Domain
internal import Wire

/// An operator as the admin's page shows one: with what the shelves know, never with a hash.
enum OperatorBody {
    static let schema = Schema.named(
        "Operator",
        .object([
            .init("id", .id), .init("version", .count), .init("login", .text(max: 32)),
            .init("name", .text(max: 100)),
            .init("roles", .array(RoleWords.schema, maxItems: 3)), .init("disabled", .bool),
            .init("has_pin", .bool),
            .init("locked_until_at", .instant.orNull), .init("created_at", .instant),
            .init("last_sign_in_at", .instant.orNull),
        ]))

    static func json(_ one: Operator, _ books: any Reading, secrets: any Secrets, now: Instant) throws -> JSON
    {
        let door = try books.shelves.lockout(of: .login(digest: secrets.digest(of: one.login)))?.until
        let pin = try books.shelves.lockout(of: .pin(one.id))?.until
        let until = [door, pin].compactMap { $0 }.filter { $0 > now }.max()
        return [
            "id": .string(one.id.text),
            "version": .integer(one.version),
            "login": .string(one.login),
            "name": .string(one.name),
            "roles": RoleWords.json(one.roles),
            "disabled": .bool(one.disabled),
            "has_pin": .bool(try books.shelves.credential(of: one.id)?.pinHash != nil),
            "locked_until_at": JSON(until?.milliseconds),
            "created_at": .integer(one.createdAt.milliseconds),
            "last_sign_in_at": JSON(try books.shelves.lastSignIn(of: one.id)?.milliseconds),
        ]
    }
}
