internal import Application
internal import Domain
internal import Wire

/// The session as its own page sees it. It holds nothing of any patient, so a locked screen may read it too.
enum SessionBody {
    static let schema = Schema.named(
        "Session",
        .object([
            .init("id", .id),
            .init(
                "operator",
                .object([
                    .init("id", .id), .init("login", .text(max: 32)), .init("name", .text(max: 100)),
                    .init("roles", .array(RoleWords.schema, maxItems: 3)), .init("has_pin", .bool),
                ])),
            .init("token", .text(max: 128)),
            .init("locked", .bool),
            .init("lock_after_seconds", .count),
            .init("expires_at", .instant),
            .init("shift", ShiftBody.schema.orNull),
            .init("language", .words(["ru", "en"])),
        ]))

    static func json(
        _ session: Session, token: String, locked: Bool, lockAfterSeconds: Int64, shift: JSON,
        language: String
    ) -> JSON {
        [
            "id": .string(session.id.text),
            "operator": [
                "id": .string(session.owner.id.text),
                "login": .string(session.owner.login),
                "name": .string(session.owner.name),
                "roles": RoleWords.json(session.owner.roles),
                "has_pin": .bool(session.hasPin),
            ],
            "token": .string(token),
            "locked": .bool(locked),
            "lock_after_seconds": .integer(lockAfterSeconds),
            "expires_at": .integer(session.expiresAt.milliseconds),
            "shift": shift,
            "language": .string(language),
        ]
    }
}

enum RoleWords {
    static let schema = Schema.words(Role.allCases.map(\.rawValue))

    static func json(_ roles: Set<Role>) -> JSON {
        .array(Role.allCases.filter(roles.contains).map { .string($0.rawValue) })
    }

    static func read(_ json: JSON?) -> Set<Role> {
        Set((json?.elements ?? []).compactMap { $0.text.flatMap(Role.init(rawValue:)) })
    }
}
