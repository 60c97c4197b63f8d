internal import Application
internal import Domain
internal import SQL

/// Who works here.
struct OperatorRows: OperatorBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<Operator>) throws -> Operator? {
        try connection.first(selectByID, [.text(id.text)], { try OperatorRows.read($0) })
    }

    func find(login: String) throws -> Operator? {
        try connection.first(selectByLogin, [.text(login)], { try OperatorRows.read($0) })
    }

    func all() throws -> [Operator] {
        try connection.all(selectAll, [], { try OperatorRows.read($0) })
    }

    func administrators() throws -> Int64 {
        Int64(try all().filter(\.canAdminister).count)
    }

    func insert(_ one: Operator) throws {
        try connection.run(
            insertOperator,
            [
                .text(one.id.text), .integer(one.version), .text(one.login), .text(one.name),
                .text(OperatorRows.text(one.roles)), Value(one.disabled),
                .integer(one.createdAt.milliseconds),
            ])
    }

    func update(_ one: Operator) throws {
        try connection.run(
            updateOperator,
            [
                .text(one.id.text), .integer(one.version), .text(one.name),
                .text(OperatorRows.text(one.roles)),
                Value(one.disabled),
            ])
    }

    /// Reads the columns of `operator` in the order of the table, from `first` on.
    static func read(_ row: any Row, from first: Int = 0) throws -> Operator {
        Operator(
            id: try row.id(first), version: row.integer(first + 1), login: row.text(first + 2),
            name: row.text(first + 3), roles: try row.value(first + 4, roles), disabled: row.flag(first + 5),
            createdAt: row.instant(first + 6))
    }

    /// `admin,senior`: few, fixed words; a table of pairs would earn nothing.
    private static func text(_ roles: Set<Role>) -> String {
        roles.map(\.rawValue).sorted().joined(separator: ",")
    }

    private static func roles(_ text: String) -> Set<Role>? {
        let words = text.split(separator: ",")
        let roles = Set(words.compactMap { Role(rawValue: String($0)) })
        return roles.count == words.count ? roles : nil
    }
}

private let selectByID = Query(
    "SELECT id, version, login, name, roles, disabled, created_at FROM operator WHERE id = $1")

private let selectByLogin = Query(
    "SELECT id, version, login, name, roles, disabled, created_at FROM operator WHERE login = $1")

private let selectAll = Query(
    "SELECT id, version, login, name, roles, disabled, created_at FROM operator ORDER BY disabled, name, id")

private let insertOperator = Query(
    """
    INSERT INTO operator (id, version, login, name, roles, disabled, created_at) VALUES ($1, $2, $3, $4, $5,
        $6, $7)
    """)

private let updateOperator = Query(
    "UPDATE operator SET version = $2, name = $3, roles = $4, disabled = $5 WHERE id = $1")
