internal import Application
internal import Domain
internal import SQL
internal import Wire

/// Writes history: for each event the register's row, the audit row and the operation, in this order and in
/// the transaction that the event belongs to.
struct Scribe: Sendable {
    let clock: any Clock
    let identities: any Identities
    let digest: Digest

    func record(_ events: [Event], by author: Author, on connection: any Connection) throws {
        var register = Register(connection)
        var audit = AuditLog(connection, digest)
        var outbox = Outbox(connection, digest)
        for event in events {
            try register.apply(event)
            let payload = JSON(fact: event).canonical
            let payloadHash = digest(payload)
            let operation = try outbox.append(
                event, payload: payload, payloadHash: payloadHash, id: identities.next(), by: author,
                at: clock.now)
            let before = event.baseVersion == nil ? nil : try audit.lastHash(of: event.subject)
            try audit.append(
                AuditLog.Entry(
                    at: clock.now, author: author, action: event.kind.rawValue, subject: event.subject,
                    before: before,
                    after: payloadHash, operation: operation))
        }
        try register.finish()
    }

    func record(_ notice: Notice, by author: Author, on connection: any Connection) throws {
        var audit = AuditLog(connection, digest)
        try audit.append(
            AuditLog.Entry(
                at: clock.now, author: author, action: notice.kind.rawValue, subject: notice.subject,
                before: nil,
                after: nil, operation: nil))
    }
}
