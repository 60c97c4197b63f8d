internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// The people who work here: the admin's page, and each one's own password and PIN.
extension Console {
    var operatorRoutes: [Route] {
        let admin = Console.administration
        return [
            signedIn(.get, "/api/v1/operators", admin, .readOperators, readOperators),
            keyed(
                .post, "/api/v1/operators", admin, .addOperator,
                prepare: { try adding(store).prepare(operatorForm($0.body)) },
                answer: { caller, prepared, store in
                    let added = try adding(store)(prepared, by: caller.author)
                    return StoredAnswer(201, try operatorJSON(added, store), location: "/api/v1/operators")
                }),
            change(.put, "/api/v1/operators/{id}", .changeOperator) {
                .details(name: $0.word("name"), roles: RoleWords.read($0["roles"]))
            },
            keyedChange("disable", .disableOperator, .disable),
            keyedChange("enable", .enableOperator, .enable),
            signedIn(.put, "/api/v1/operators/{id}/password", admin, .resetPassword, changesSessions: true) {
                caller in
                try credentials.resetPassword(
                    caller.body.word("password"), of: try operatorID(caller), by: caller.author)
                return .noContent
            },
            signedIn(.put, "/api/v1/operators/{id}/pin", admin, .resetPin, changesSessions: true) { caller in
                try credentials.resetPin(
                    caller.body.word("pin"), of: try operatorID(caller), by: caller.author)
                return .noContent
            },
            signedIn(.delete, "/api/v1/operators/{id}/sessions", admin, .endSessions, changesSessions: true) {
                caller in
                let id = try operatorID(caller)
                guard try store.read({ try $0.operators.find(id) }) != nil else {
                    throw Refusal(.operatorNotFound)
                }
                try SignOut(store: store).everywhere(id, by: caller.author)
                return .noContent
            },
            signedIn(.put, "/api/v1/me/password", Console.anybody, .changeOwnPassword, changesSessions: true)
            { caller in
                try credentials.changeOwnPassword(
                    old: caller.body.word("old"), new: caller.body.word("new"),
                    repeated: caller.body.word("repeat"),
                    session: caller.session, request: caller.request.id)
                return .noContent
            },
            signedIn(.put, "/api/v1/me/pin", Console.anybody, .changeOwnPin, changesSessions: true) {
                caller in
                try credentials.changeOwnPin(
                    password: caller.body.word("password"), pin: caller.body.word("pin"),
                    session: caller.session,
                    request: caller.request.id)
                return .noContent
            },
        ]
    }

    private var credentials: SetCredential { SetCredential(store: store, clock: clock, secrets: secrets) }

    private func adding(_ store: any Store) -> AddOperator {
        AddOperator(store: store, clock: clock, identities: identities, secrets: secrets)
    }

    private func operatorForm(_ body: JSON) -> OperatorForm {
        OperatorForm(
            login: body.word("login"), name: body.word("name"), roles: RoleWords.read(body["roles"]),
            password: body.word("password"), pin: body["pin"]?.text)
    }

    private func operatorID(_ caller: Caller) throws -> ID<Operator> {
        try caller.request.id("id", missing: .operatorNotFound)
    }

    private func operatorJSON(_ one: Operator, _ store: any Store) throws -> JSON {
        try store.read { try OperatorBody.json(one, $0, secrets: secrets, now: clock.now) }
    }

    private func readOperators(_ caller: Caller) throws -> Response {
        let json: JSON = try store.read { books in
            let all = try books.operators.all()
            return [
                "items": .array(
                    try all.map { try OperatorBody.json($0, books, secrets: secrets, now: clock.now) })
            ]
        }
        return Response(200, json)
    }

    private func change(
        _ method: Method, _ pattern: String, _ operation: Operation,
        _ read: @escaping @Sendable (JSON) -> ChangeOperator.Change
    ) -> Route {
        signedIn(method, pattern, Console.administration, operation, changesSessions: true) { caller in
            let changed = try ChangeOperator(store: store, clock: clock)(
                read(caller.body), of: try operatorID(caller), baseVersion: caller.body.number("version"),
                by: caller.author)
            return Response(200, try operatorJSON(changed, store))
        }
    }

    private func keyedChange(_ name: String, _ operation: Operation, _ change: ChangeOperator.Change) -> Route
    {
        keyed(
            .post, "/api/v1/operators/{id}/\(name)", Console.administration, operation, changesSessions: true
        ) { caller, store in
            let changed = try ChangeOperator(store: store, clock: clock)(
                change, of: try operatorID(caller), baseVersion: caller.body.number("version"),
                by: caller.author)
            return StoredAnswer(200, try operatorJSON(changed, store))
        }
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let roles = Schema.array(RoleWords.schema, maxItems: 3)
    private static let word = Schema.text(max: 1000)
    private static let one = [
        (status: 200, contentType: "application/json", schema: OperatorBody.schema as Schema?)
    ]
    private static let nothing = [(status: 204, contentType: "application/json", schema: nil as Schema?)]
    private static let version = Schema.object([.init("version", .count)])

    fileprivate static let readOperators = Operation(
        "readOperators", "Everybody who works at this desk", tag: "operators",
        answers: [
            (200, "application/json", .object([.init("items", .array(OperatorBody.schema, maxItems: 1000))]))
        ])

    fileprivate static let addOperator = Operation(
        "addOperator", "Add an operator", tag: "operators", keyed: true,
        request: .object([
            .init("login", .text(max: 200, example: "petrova")),
            .init("name", .text(max: 1000, example: "Петрова А. В.")), .init("roles", roles),
            .init("password", .text(max: 1000, example: "синий трамвай едет")),
            .init("pin", .text(max: 64, example: "274913").orNull),
        ]),
        answers: [(201, "application/json", OperatorBody.schema)], problems: [409, 422])

    fileprivate static let changeOperator = Operation(
        "changeOperator", "Change an operator's name and roles", tag: "operators", parameters: id,
        request: .object([.init("version", .count), .init("name", .text(max: 1000)), .init("roles", roles)]),
        answers: one, problems: [404, 409, 422])

    fileprivate static let disableOperator = Operation(
        "disableOperator", "Let an operator in no more", tag: "operators", keyed: true, parameters: id,
        request: version, answers: one, problems: [404, 409, 422])

    fileprivate static let enableOperator = Operation(
        "enableOperator", "Let an operator in again", tag: "operators", keyed: true, parameters: id,
        request: version,
        answers: one, problems: [404, 409, 422])

    fileprivate static let resetPassword = Operation(
        "resetPassword", "Give an operator a new password; all sessions of that operator end",
        tag: "operators",
        parameters: id, request: .object([.init("password", word)]), answers: nothing, problems: [404, 422])

    fileprivate static let resetPin = Operation(
        "resetPin", "Give an operator a new PIN", tag: "operators", parameters: id,
        request: .object([.init("pin", .text(max: 64))]), answers: nothing, problems: [404, 422])

    fileprivate static let endSessions = Operation(
        "endSessions", "Sign an operator out everywhere", tag: "operators", parameters: id, answers: nothing,
        problems: [404])

    fileprivate static let changeOwnPassword = Operation(
        "changeOwnPassword", "Change my password; my other sessions end", tag: "me",
        request: .object([.init("old", word), .init("new", word), .init("repeat", word)]), answers: nothing,
        problems: [422, 429])

    fileprivate static let changeOwnPin = Operation(
        "changeOwnPin", "Change my PIN", tag: "me",
        request: .object([.init("password", word), .init("pin", .text(max: 64))]), answers: nothing,
        problems: [422, 429])
}
