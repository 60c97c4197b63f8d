internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// Coming in, hiding the screen, changing places, leaving.
///
/// These change only sessions, which are not history, and an answer that opens one carries its secret: it
/// must not be stored. So they take no Idempotency-Key; sent twice they do no harm.
extension Console {
    var sessionRoutes: [Route] {
        [
            open(.get, "/api/v1/screen", .readScreen, readScreen),
            open(.post, "/api/v1/session", .signIn, signIn),
            open(.post, "/api/v1/session/switch", .switchOperator, switchOperator),
            seated(.get, "/api/v1/session", .readSession) { caller, standing in
                Response(200, try sessionJSON(caller.session, caller, locked: standing == .locked))
            },
            seated(.delete, "/api/v1/session", .signOut) { caller, _ in
                try SignOut(store: store)(caller.session, request: caller.request.id)
                return forgettingSession
            },
            seated(.post, "/api/v1/session/lock", .lockScreen) { caller, _ in
                sittings.hide(caller.session)
                try LockScreen(store: store, clock: clock)(caller.session, request: caller.request.id)
                return .noContent
            },
            seated(.post, "/api/v1/session/unlock", .unlockScreen) { caller, _ in try unlock(caller) },
            signedIn(.delete, "/api/v1/sessions", Console.anybody, .signOutEverywhere, changesSessions: true)
            { caller in
                try SignOut(store: store).everywhere(caller.session.owner.id, by: caller.author)
                return forgettingSession
            },
        ]
    }

    private func readScreen(_ asking: Asking) throws -> Response {
        guard let screen = Cookies(asking.request.headers)[CookieNames.screen] else {
            return Response(200, ["parked": []])
        }
        let now = clock.now
        let (sessions, lockAfter) = try store.read { books in
            (
                try books.shelves.sessions(on: secrets.digest(of: screen)),
                try books.settings.current()?.lockAfterSeconds ?? 0
            )
        }
        let parked = sessions.filter {
            $0.hasPin && $0.standing(at: now, lockAfterSeconds: lockAfter) == .locked
        }
        return Response(
            200,
            [
                "parked": .array(
                    parked.map {
                        [
                            "session": .string($0.id.text), "operator_name": .string($0.owner.name),
                            "locked_at": .integer($0.activeAt.milliseconds),
                        ]
                    })
            ])
    }

    private func signIn(_ asking: Asking) throws -> Response {
        guard try !SetUpDesk.isNeeded(store) else { throw Refusal(.setupNeeded) }
        let (screen, cookie) = screen(of: asking.request)
        let opened = try SignIn(
            store: store, clock: clock, identities: identities, secrets: secrets,
            sessionHours: house.sessionHours)(
                login: asking.body.word("login"), password: asking.body.word("password"), screen: screen,
                request: asking.request.id)
        // Whoever sat here before is parked, not thrown out: the PIN brings the half-typed form back. Only
        // now: a mistyped password in another tab must not hide a colleague's screen.
        try park(asking)
        return try welcome(opened, asking, screenCookie: cookie)
    }

    private func switchOperator(_ asking: Asking) throws -> Response {
        guard let id = ID<Session>(asking.body.word("session")),
            let screen = Cookies(asking.request.headers)[CookieNames.screen]
        else { throw Refusal(.sessionGone) }
        let current = try Cookies(asking.request.headers)[CookieNames.session].flatMap {
            try sittings.find($0)
        }?.session
        defer { sittings.forgetAll() }
        let opened = try SwitchOperator(store: store, clock: clock, secrets: secrets)(
            to: id, from: current, screen: secrets.digest(of: screen), pin: asking.body.word("pin"),
            request: asking.request.id)
        sittings.show(opened.session)
        return try welcome(opened, asking, screenCookie: nil)
    }

    private func unlock(_ caller: Caller) throws -> Response {
        let proof: UnlockScreen.Proof
        if let pin = caller.body["pin"]?.text {
            proof = .pin(pin)
        } else {
            proof = .password(caller.body.word("password"))
        }
        try UnlockScreen(store: store, clock: clock, secrets: secrets)(
            caller.session, with: proof, request: caller.request.id)
        sittings.show(caller.session)
        return Response(200, try sessionJSON(caller.session, caller, locked: false))
    }

    /// The answer to whoever has just come in: the session and its cookie, new each time.
    func welcome(_ opened: OpenedSession, _ asking: Asking, screenCookie: SetCookie?) throws -> Response {
        sittings.forgetAll()
        let caller = Caller(asking: asking, session: opened.session, cookie: opened.token)
        var response = Response(201, try sessionJSON(opened.session, caller, locked: false))
        response.headers.add("Location", "/api/v1/session")
        response.set(
            SetCookie(CookieNames.session, opened.token, maxAgeSeconds: Int(house.sessionHours) * 3600))
        if let screenCookie { response.set(screenCookie) }
        return response
    }

    /// The browser's own name, digested, and the cookie for it when it has none yet.
    func screen(of request: Request) -> (digest: String, SetCookie?) {
        if let known = Cookies(request.headers)[CookieNames.screen] {
            return (secrets.digest(of: known), nil)
        }
        let token = secrets.token()
        return (secrets.digest(of: token), SetCookie(CookieNames.screen, token, maxAgeSeconds: 400 * 86_400))
    }

    private func park(_ asking: Asking) throws {
        guard let cookie = Cookies(asking.request.headers)[CookieNames.session],
            let sitting = try sittings.find(cookie)
        else { return }
        try LockScreen(store: store, clock: clock)(sitting.session, request: asking.request.id)
        sittings.forgetAll()
    }

    private func sessionJSON(_ session: Session, _ caller: Caller, locked: Bool) throws -> JSON {
        try store.read { books in
            let shift = try books.shifts.shiftToEnd(of: session.owner.id, screen: session.screen)
            return SessionBody.json(
                session, token: token(for: caller.cookie), locked: locked,
                lockAfterSeconds: try books.settings.current()?.lockAfterSeconds ?? 0,
                shift: try shift.map { try ShiftBody.json($0, books) } ?? .null,
                language: caller.language.rawValue)
        }
    }

    private var forgettingSession: Response {
        var response = Response.noContent
        response.set(.forget(CookieNames.session))
        return response
    }
}

extension Operation {
    private static let session = [
        (status: 201, contentType: "application/json", schema: SessionBody.schema as Schema?)
    ]

    fileprivate static let readScreen = Operation(
        "readScreen", "Operators who can come back to this browser by PIN", tag: "sessions", signedIn: false,
        answers: [
            (
                200, "application/json",
                .object([
                    .init(
                        "parked",
                        .array(
                            .object([
                                .init("session", .id), .init("operator_name", .text(max: 100)),
                                .init("locked_at", .instant),
                            ]), maxItems: 100))
                ])
            )
        ])

    fileprivate static let signIn = Operation(
        "signIn", "Come in by login and password", tag: "sessions", signedIn: false,
        request: .object([.init("login", .text(max: 200)), .init("password", .text(max: 1000))]),
        answers: session,
        problems: [401, 409, 429])

    fileprivate static let switchOperator = Operation(
        "switchOperator", "Come back to a parked session of this browser by PIN", tag: "sessions",
        signedIn: false,
        request: .object([.init("session", .id), .init("pin", .text(max: 64))]), answers: session,
        problems: [401, 404, 409, 429])

    fileprivate static let readSession = Operation(
        "readSession", "Who is signed in here, and whether the screen is locked", tag: "sessions",
        answers: [(200, "application/json", SessionBody.schema)])

    fileprivate static let signOut = Operation(
        "signOut", "Leave", tag: "sessions", answers: [(204, "application/json", nil)])

    fileprivate static let lockScreen = Operation(
        "lockScreen", "Hide the screen", tag: "sessions", request: .object([]),
        answers: [(204, "application/json", nil)])

    fileprivate static let unlockScreen = Operation(
        "unlockScreen", "Show the screen again by PIN or password", tag: "sessions",
        request: .object([
            .init("pin", .text(max: 64), required: false),
            .init("password", .text(max: 1000), required: false),
        ]),
        answers: [(200, "application/json", SessionBody.schema)], problems: [401, 404, 409, 429])

    fileprivate static let signOutEverywhere = Operation(
        "signOutEverywhere", "End every session of mine", tag: "sessions",
        answers: [(204, "application/json", nil)])
}
