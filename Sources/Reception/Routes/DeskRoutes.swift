internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// The desk itself: setting it up, its settings, its state, its journal, the reader's language.
extension Console {
    var deskRoutes: [Route] {
        [
            open(.get, "/api/v1/status", .readStatus, readStatus),
            open(.post, "/api/v1/setup", .setUp, setUp),
            open(.put, "/api/v1/language", .chooseLanguage) { asking in
                var response = Response.noContent
                response.set(
                    SetCookie(CookieNames.language, asking.body.word("language"), maxAgeSeconds: 400 * 86_400)
                )
                return response
            },
            signedIn(.get, "/api/v1/settings", Console.anybody, .readSettings) { _ in
                Response(200, try settingsJSON())
            },
            signedIn(.put, "/api/v1/settings", Console.administration, .changeSettings, changesSessions: true)
            { caller in
                let body = caller.body
                _ = try ChangeSettings(store: store)(
                    ChangeSettings.Input(
                        baseVersion: body.number("version"), clinic: body.word("clinic"),
                        bannerRussian: body.word("banner_ru"), bannerEnglish: body.word("banner_en"),
                        lockAfterSeconds: body.number("lock_after_seconds")),
                    by: caller.author)
                return Response(200, try settingsJSON())
            },
            signedIn(.get, "/api/v1/audit", Console.administration, .readAudit, readAudit),
            signedIn(.get, "/api/v1/audit/proof", Console.administration, .proveAudit) { _ in
                let verdict = try proving.alone { try store.read { try $0.history.verify() } }
                return Response(
                    200,
                    [
                        "audit_rows": .integer(verdict.auditRows), "operations": .integer(verdict.operations),
                        "chain": .string(verdict.isIntact ? "intact" : "broken"),
                    ])
            },
        ]
    }

    private func readStatus(_ asking: Asking) throws -> Response {
        let (settings, outgoing, queue) = try store.read { books in
            (try books.settings.current(), try books.desk.outgoing(), try books.shelves.printQueue())
        }
        let now = clock.now
        let banner = asking.language == .russian ? settings?.bannerRussian : settings?.bannerEnglish
        let json: JSON = [
            "version": .string(house.version),
            "clinic": JSON(settings?.clinic),
            "banner": JSON(banner ?? settings?.bannerRussian),
            "setup_needed": .bool(settings == nil),
            "store": .string(house.store().rawValue),
            "disk": .string(house.disk().rawValue),
            "clock": .string(outgoing.isClockBehind(now) ? "behind" : "ok"),
            "printers": .array(printerStates(asking.language)),
            "print_waiting": .integer(queue.waiting),
            "print_questions": .integer(queue.questions),
            "line": "none",
            "unsent": .integer(outgoing.unsent),
            "last_seq": .integer(outgoing.last),
            "now_at": .integer(now.milliseconds),
            "today": .string(clock.day(of: now).iso),
            "revision": .integer(house.revision()),
        ]
        return Response(200, json)
    }

    /// The one-time code proves that whoever sets the desk up can read this machine's journal.
    private func setUp(_ asking: Asking) throws -> Response {
        guard let code = house.setupCode(), try SetUpDesk.isNeeded(store) else { throw Refusal(.setupDone) }
        let body = asking.body
        let door = Door(store: store, clock: clock, secrets: secrets)
        let right = try door.attempt(
            counting: .setup, failure: Notice(.setupCodeWrong), request: asking.request.id
        ) { secrets.digest(of: body.word("code").uppercased()) == secrets.digest(of: code) }
        guard right else { throw Refusal(.setupCodeWrong, fields: [FieldProblem("code", .setupCodeWrong)]) }
        let first = OperatorForm(
            login: body.word("login"), name: body.word("name"), roles: Console.anybody,
            password: body.word("password"), pin: body.word("pin"))
        let admin = try SetUpDesk(store: store, clock: clock, identities: identities, secrets: secrets)(
            SetUpDesk.Input(first: first, prefix: body.word("prefix"), clinic: body.word("clinic")),
            by: Author(operator: nil, request: asking.request.id))
        let (screen, cookie) = screen(of: asking.request)
        let opened = try SignIn(
            store: store, clock: clock, identities: identities, secrets: secrets,
            sessionHours: house.sessionHours
        ).open(for: admin, hasPin: true, proving: nil, screen: screen, request: asking.request.id)
        return try welcome(opened, asking, screenCookie: cookie)
    }

    private func settingsJSON() throws -> JSON {
        try store.read { books in
            guard let settings = try books.settings.current(), let desk = try books.desk.current() else {
                throw Refusal(.setupNeeded)
            }
            return SettingsBody.json(settings, desk, digest: house.digest)
        }
    }

    private func readAudit(_ caller: Caller) throws -> Response {
        let limit = try caller.request.whole("limit", 1...200) ?? 50
        let before = try caller.request.whole("before", 1...Int64.max)
        let entries = try store.keep { shelf in
            let newest = try shelf.history.entries(before: nil, limit: 1).first?.sequence ?? 0
            if before ?? .max > newest { try shelf.note(Notice(.journalRead), by: caller.author) }
            return try shelf.history.entries(before: before, limit: limit + 1)
        }
        let shown = entries.prefix(limit)
        let json: JSON = [
            "items": .array(shown.map { HistoryBody.json($0, catalogue, caller.language) }),
            "next": entries.count > shown.count ? JSON(shown.last?.sequence) : .null,
        ]
        return Response(200, json)
    }
}

extension Operation {
    fileprivate static let readStatus = Operation(
        "readStatus", "What the strip at the bottom tells: line, store, disk, clock", tag: "desk",
        signedIn: false,
        answers: [
            (
                200, "application/json",
                .named(
                    "Status",
                    .object([
                        .init("version", .text(max: 40)), .init("clinic", .text(max: 200).orNull),
                        .init("banner", .text(max: 500).orNull), .init("setup_needed", .bool),
                        .init("store", .words(House.Store.allCases.map(\.rawValue))),
                        .init("disk", .words(House.Disk.allCases.map(\.rawValue))),
                        .init("clock", .words(["ok", "behind"])),
                        .init("printers", .array(PrintBody.printer, maxItems: PrinterRole.allCases.count)),
                        .init("print_waiting", .count), .init("print_questions", .count),
                        .init("line", .words(["none"])),
                        .init("unsent", .count), .init("last_seq", .count), .init("now_at", .instant),
                        .init("today", .day), .init("revision", .count),
                    ]))
            )
        ])

    fileprivate static let setUp = Operation(
        "setUp", "Set the desk up: prefix, clinic and the first admin, by the one-time code", tag: "desk",
        signedIn: false,
        request: .object([
            .init("code", .text(max: 64)), .init("login", .text(max: 200)), .init("name", .text(max: 1000)),
            .init("password", .text(max: 1000)), .init("pin", .text(max: 64)),
            .init("prefix", .text(max: 64)),
            .init("clinic", .text(max: 2000)),
        ]),
        answers: [(201, "application/json", SessionBody.schema)], problems: [403, 409, 422, 429])

    fileprivate static let chooseLanguage = Operation(
        "chooseLanguage", "Choose the language of pages and answers in this browser", tag: "desk",
        signedIn: false,
        request: .object([.init("language", .words(["ru", "en"]))]), answers: [(204, "application/json", nil)]
    )

    fileprivate static let readSettings = Operation(
        "readSettings", "The desk's settings and identity", tag: "desk",
        answers: [(200, "application/json", SettingsBody.schema)], problems: [409])

    fileprivate static let changeSettings = Operation(
        "changeSettings", "Change the desk's settings", tag: "desk",
        request: .object([
            .init("version", .count), .init("clinic", .text(max: 2000)),
            .init("banner_ru", .text(max: 4000).orNull),
            .init("banner_en", .text(max: 4000).orNull), .init("lock_after_seconds", .count),
        ]),
        answers: [(200, "application/json", SettingsBody.schema)], problems: [409, 422])

    fileprivate static let proveAudit = Operation(
        "proveAudit", "Recompute every link of the journal's and the operations' chains", tag: "desk",
        answers: [
            (
                200, "application/json",
                .object([
                    .init("audit_rows", .count), .init("operations", .count),
                    .init("chain", .words(["intact", "broken"])),
                ])
            )
        ])

    fileprivate static let readAudit = Operation(
        "readAudit", "The journal, newest first; reading its first page is noted in it", tag: "desk",
        query: [
            (name: "before", schema: .integer(minimum: 1, maximum: nil), required: false),
            (name: "limit", schema: .integer(minimum: 1, maximum: 200), required: false),
        ],
        answers: [
            (
                200, "application/json",
                .object([
                    .init("items", .array(HistoryBody.schema, maxItems: 200)),
                    .init("next", Schema.count.orNull),
                ])
            )
        ])
}
