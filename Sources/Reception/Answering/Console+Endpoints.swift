internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// The ways a route can be guarded. Whatever a handler throws becomes a problem document here and nowhere
/// else.
extension Console {
    typealias Access = Set<Role>

    /// Whoever may serve people at the desk.
    static let reception: Access = [.receptionist, .senior]
    static let seniors: Access = [.senior]
    static let administration: Access = [.admin]
    static let anybody: Access = [.receptionist, .senior, .admin]

    /// A route for anybody, signed in or not.
    func open(
        _ method: Method, _ pattern: String, _ operation: Operation,
        _ handle: @escaping @Sendable (Asking) throws -> Response
    ) -> Route {
        Route(method, pattern, operation) { request in
            answering(request) { try handle(asking(request, operation)) }
        }
    }

    /// A route for an operator whose screen is open and whose role allows it.
    func signedIn(
        _ method: Method, _ pattern: String, _ access: Access, _ operation: Operation,
        changesSessions: Bool = false, _ handle: @escaping @Sendable (Caller) throws -> Response
    ) -> Route {
        Route(method, pattern, operation) { request in
            answering(request) {
                let caller = try admit(request, access, operation)
                // Even a failed attempt may have changed a session before it failed.
                defer { if changesSessions { sittings.forgetAll() } }
                return try handle(caller)
            }
        }
    }

    /// A route for whoever has a session, be its screen locked or not: looking at it, locking, unlocking,
    /// leaving.
    func seated(
        _ method: Method, _ pattern: String, _ operation: Operation,
        _ handle: @escaping @Sendable (Caller, Session.Standing) throws -> Response
    ) -> Route {
        Route(method, pattern, operation) { request in
            answering(request) {
                guard let cookie = Cookies(request.headers)[CookieNames.session],
                    let found = try sittings.enter(cookie)
                else { throw Refusal(.signedOut) }
                if request.method.writes { try checkToken(request, cookie) }
                defer { if request.method.writes { sittings.forgetAll() } }
                let asking = try asking(request, operation)
                return try handle(
                    Caller(asking: asking, session: found.session, cookie: cookie), found.standing)
            }
        }
    }

    /// A route that changes state and answers a repeated request with its first answer.
    ///
    /// `prepare` does what must not happen while the store is held, such as a slow hash; it runs for
    /// repetitions too.
    func keyed<Prepared>(
        _ method: Method, _ pattern: String, _ access: Access, _ operation: Operation,
        changesSessions: Bool = false,
        prepare: @escaping @Sendable (Caller) throws -> Prepared,
        answer handle: @escaping @Sendable (Caller, Prepared, any Store) throws -> StoredAnswer
    ) -> Route {
        signedIn(method, pattern, access, operation, changesSessions: changesSessions) { caller in
            let key = try key(of: caller.request)
            let prepared = try prepare(caller)
            let keyed = KeyedRequest(
                owner: caller.session.owner.id, key: key, hash: fingerprint(caller.request))
            let answer = try store.answer(keyed, at: clock.now) { try handle(caller, prepared, $0) }
            return answer.response
        }
    }

    func keyed(
        _ method: Method, _ pattern: String, _ access: Access, _ operation: Operation,
        changesSessions: Bool = false,
        _ handle: @escaping @Sendable (Caller, any Store) throws -> StoredAnswer
    ) -> Route {
        keyed(
            method, pattern, access, operation, changesSessions: changesSessions, prepare: { _ in },
            answer: { caller, _, store in try handle(caller, store) })
    }

    func language(of request: Request) -> Language { request.language(usual: house.language) }

    func answering(_ request: Request, _ handle: () throws -> Response) -> Response {
        do {
            return try handle()
        } catch {
            return problems.answer(error, request, language(of: request))
        }
    }

    var problems: Problems { Problems(catalogue: catalogue, house: house, time: clock.shownTime) }

    private func asking(_ request: Request, _ operation: Operation) throws -> Asking {
        guard let schema = operation.request else {
            return Asking(request: request, usualLanguage: house.language, body: .null)
        }
        let body: JSON
        do {
            body = try JSON(parsing: request.body)
        } catch {
            throw RequestFault.notJSON(error)
        }
        let violations = schema.violations(in: body)
        guard violations.isEmpty else { throw RequestFault.notOfSchema(violations) }
        return Asking(request: request, usualLanguage: house.language, body: body)
    }

    private func admit(_ request: Request, _ access: Access, _ operation: Operation) throws -> Caller {
        let (session, cookie) = try sitting(of: request)
        if request.method.writes { try checkToken(request, cookie) }
        guard !session.owner.roles.isDisjoint(with: access) else { throw Refusal(.roleMissing) }
        return Caller(asking: try asking(request, operation), session: session, cookie: cookie)
    }

    private func sitting(of request: Request) throws -> (Session, cookie: String) {
        // A page that follows its colleagues' changes by itself is not an operator who does something.
        let isBackground = request.headers.has("X-Frontdesk-Background")
        guard let cookie = Cookies(request.headers)[CookieNames.session],
            let found = try isBackground ? sittings.find(cookie) : sittings.enter(cookie)
        else {
            throw Refusal(.signedOut)
        }
        guard found.standing == .open else { throw Refusal(.screenLocked) }
        return (found.session, cookie)
    }

    /// K-04: a page of ours read the token from the session; no other page can.
    func checkToken(_ request: Request, _ cookie: String) throws {
        guard let sent = request.headers["X-Frontdesk-Token"], secrets.same(sent, token(for: cookie)) else {
            throw RequestFault.tokenWrong
        }
    }

    /// Derived, not stored: whoever has the cookie's secret could act anyway, nobody else can make it.
    func token(for cookie: String) -> String { secrets.digest(of: "frontdesk-token-v1:" + cookie) }

    private func key(of request: Request) throws -> String {
        guard let key = request.headers["Idempotency-Key"] else { throw RequestFault.keyMissing }
        guard ID<Anything>(key) != nil else { throw RequestFault.keyMalformed }
        return key
    }

    /// Keyed, for a body may hold a new password: a plain digest beside the database would be guessed at
    /// leisure.
    private func fingerprint(_ request: Request) -> [UInt8] {
        let whole =
            "\(request.method.rawValue) \(request.path)\n" + String(decoding: request.body, as: UTF8.self)
        return Hex.bytes(secrets.digest(of: "answer:" + whole)) ?? []
    }
}

extension StoredAnswer {
    init(_ status: Int, _ body: JSON, location: String? = nil) {
        self.init(status: status, location: location, body: body.bytes)
    }

    fileprivate var response: Response {
        var response = Response(status: status, headers: ["Content-Type": "application/json"], body: body)
        if let location { response.headers.add("Location", location) }
        return response
    }
}

extension Response {
    init(_ status: Int, _ body: JSON) {
        self.init(status: status, headers: ["Content-Type": "application/json"], body: body.bytes)
    }

    static let noContent = Response(status: 204)
}
