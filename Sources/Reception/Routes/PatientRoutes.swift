internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// People: registering, finding, reading and correcting.
extension Console {
    var patientRoutes: [Route] {
        [
            keyed(.post, "/api/v1/patients", Console.reception, .registerWalkIn, registerWalkIn),
            signedIn(.post, "/api/v1/patients/search", Console.reception, .searchPatients, search),
            signedIn(.post, "/api/v1/patients/check", Console.reception, .checkPerson, check),
            signedIn(.post, "/api/v1/patients/alike", Console.reception, .findAlike, alike),
            signedIn(.get, "/api/v1/patients/{id}", Console.reception, .readPatient, readPatient),
            signedIn(.put, "/api/v1/patients/{id}", Console.reception, .correctPatient, correctPatient),
            signedIn(
                .get, "/api/v1/patients/{id}/history", Console.reception, .readPatientHistory, readHistory),
            signedIn(.get, "/api/v1/patients/{id}/visits", Console.reception, .readPatientVisits, readVisits),
        ]
    }

    private func registerWalkIn(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let body = caller.body
        let visit = body["visit"].flatMap { $0.members == nil ? nil : VisitBody.readForm($0) }
        let input = RegisterWalkIn.Input(
            form: PersonFormBody.read(body["person"]), papers: PaperBody.readPapers(body),
            particulars: ParticularsBody.readOptional(body), acceptance: acceptance(body), draft: draft(body),
            visit: visit)
        let output = try RegisterWalkIn(store: store, clock: clock, identities: identities)(
            input, by: caller.author)
        let card = try ReadCard(store: store)(output.patient.id)
        // A visit that was written on paper may have ended already: it is none of the card's open one.
        let line = try output.visit.flatMap { visit in try store.read { try $0.visits.line(visit.id) } }
        let json: JSON = [
            "patient": PatientBody.json(card, today: clock.today),
            "visit": line.map(VisitBody.json) ?? .null,
        ]
        return StoredAnswer(201, json, location: "/api/v1/patients/\(output.patient.id.text)")
    }

    private func correctPatient(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        let body = caller.body
        let corrected = try CorrectPatient(store: store, clock: clock)(
            CorrectPatient.Input(
                patient: id, baseVersion: body.number("version"), form: PersonFormBody.read(body["person"]),
                acceptance: acceptance(body), draft: draft(body)),
            by: caller.author)
        let card = try ReadCard(store: store)(corrected.id)
        return Response(200, PatientBody.json(card, today: clock.today))
    }

    private func readPatient(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let today = clock.today
        // The age, and nothing else of it, depends on the day.
        return try memory.answer(caller.request.path + today.iso, revision: house.revision()) {
            let card = try ReadCard(store: store)(id)
            return Response(200, PatientBody.json(card, today: today))
        }
    }

    private func readHistory(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let most = 200
        let entries = try store.read { books in
            try books.together(id) { try books.history.entries(of: $0, limit: most) }
        }
        // A merge stands in the history of both its cards.
        var told: Set<Int64> = []
        let sorted = entries.filter { told.insert($0.item.sequence).inserted }
            .sorted { $0.item.sequence > $1.item.sequence }
        let items = sorted.prefix(most).map { entry in
            PlacedBody.json(entry) { HistoryBody.json($0, catalogue, caller.language) }
        }
        return Response(200, ["items": .array(items)])
    }

    private func readVisits(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let lines = try store.read { books in try books.together(id) { try books.visits.lines(of: $0) } }
        let sorted = lines.sorted {
            $0.item.visit.arrivedAt.milliseconds > $1.item.visit.arrivedAt.milliseconds
        }
        return Response(200, ["items": .array(sorted.map { PlacedBody.json($0, VisitBody.json) })])
    }

    /// The audit hears of the first look before anything is shown.
    func noteView(of id: ID<Patient>, by caller: Caller) throws {
        guard sittings.isFirstView(of: id, caller.cookie) else { return }
        try ReadCard(store: store).noteView(of: id, in: caller.session, request: caller.request.id)
        sittings.rememberView(of: id, caller.cookie)
    }

    private func search(_ caller: Caller) throws -> Response {
        let line = SearchLine(caller.body.word("text"))
        let limit = Int(caller.body.number("limit"))
        let (found, more, dead) = try store.read { books in
            let told = try books.patients.search(line, limit: limit + 1).map { $0.told(of: line) }
            let found = try books.merges.led(told).eachOnce()
            // Cards that live on in one another are folded into one, and whoever stands behind them is there.
            return (found, told.count > limit, try books.deaths.noted(among: found.map(\.patient.id)))
        }
        let today = clock.today
        let json: JSON = [
            "items": .array(
                found.prefix(limit).map {
                    PatientBody.json($0, isDead: dead.contains($0.patient.id), today: today)
                }),
            "more": .bool(more),
            "read_as": .string(line.kind.rawValue),
        ]
        return Response(200, json)
    }

    private func check(_ caller: Caller) throws -> Response {
        let form = PersonFormBody.read(caller.body["person"])
        let id = caller.body["patient"]?.text.flatMap(ID<Patient>.init(_:))
        let today = clock.today
        let papers = PaperBody.readPapers(caller.body)
        let particulars = ParticularsBody.readOptional(caller.body)
        let remarks = try store.read { books in
            let beside = try particulars.map { try JudgeParticulars(today: today)($0, in: books).problems }
            return try JudgePerson(today: today).remarks(form, for: id, in: books).problems
                + papers.remarks(birthDate: form.birthDay(today: today), today: today, in: books)
                + (beside ?? []).map { $0.under("particulars") }
        }
        let fields = remarks.map { problems.field($0, caller.language) }
        return Response(200, CheckBody.json(fields, normal: PersonFormBody.tidy(form, today: today)))
    }

    private func alike(_ caller: Caller) throws -> Response {
        let id = caller.body["patient"]?.text.flatMap(ID<Patient>.init(_:))
        let alike = try FindAlike(store: store)(
            PersonFormBody.read(caller.body["person"]), policy: caller.body.word("policy"), except: id)
        let today = clock.today
        let dead = try store.read { try $0.deaths.noted(among: alike.map(\.found.patient.id)) }
        let items = alike.map {
            AlikeBody.json(
                $0, isDead: dead.contains($0.found.patient.id), today: today, catalogue, caller.language)
        }
        return Response(200, ["items": .array(items)])
    }

    func acceptance(_ body: JSON) -> Acceptance {
        Acceptance(
            codes: Set((body["accepted"]?.elements ?? []).compactMap(\.text)), reason: body["reason"]?.text)
    }

    private func draft(_ body: JSON) -> ID<Draft>? { body["draft"]?.text.flatMap(ID<Draft>.init(_:)) }
}

extension Operation {
    private static let acceptance: [Schema.Property] = [
        .init("accepted", .array(.text(max: 64), maxItems: 20)),
        .init("reason", .text(max: 2000).orNull),
        .init("draft", .id.orNull),
    ]

    private static let particulars: [Schema.Property] = [
        .optional("particulars", ParticularsBody.form.orNull)
    ]

    private static let patientID = [(name: "id", schema: Schema.id)]

    fileprivate static let registerWalkIn = Operation(
        "registerWalkIn", "Register somebody who walked in, and the visit", tag: "patients", keyed: true,
        request: .named(
            "WalkIn",
            .object(
                [.init("person", PersonFormBody.schema)] + PaperBody.papers + particulars + acceptance + [
                    .init("visit", VisitBody.form.orNull)
                ])),
        answers: [
            (
                201, "application/json",
                .named(
                    "RegisteredWalkIn",
                    .object([.init("patient", PatientBody.schema), .init("visit", VisitBody.schema.orNull)]))
            )
        ],
        problems: [409, 422])

    fileprivate static let searchPatients = Operation(
        "searchPatients",
        "Find people by a part of a name, a birth date, a phone, or the number of a card, a paper or a sheet",
        tag: "patients",
        request: .object([
            .init("text", .text(max: 200, example: "иванова")),
            .init("limit", .integer(minimum: 1, maximum: 50)),
        ]),
        answers: [
            (
                200, "application/json",
                .object([
                    .init("items", .array(PatientBody.found, maxItems: 50)), .init("more", .bool),
                    .init("read_as", .words(SearchLine.Kind.allCases.map(\.rawValue))),
                ])
            )
        ])

    fileprivate static let checkPerson = Operation(
        "checkPerson", "Say what there is to say about a half-typed form; stores nothing", tag: "patients",
        request: .object(
            [.init("person", PersonFormBody.schema), .init("patient", .id.orNull)] + PaperBody.papers
                + particulars),
        answers: [(200, "application/json", CheckBody.schema)])

    fileprivate static let findAlike = Operation(
        "findAlike", "Find the cards that may already be this person's, and say why; stores nothing",
        tag: "patients",
        request: .object([
            .init("person", PersonFormBody.schema), .init("patient", .id.orNull),
            .optional("policy", .text(max: 2000)),
        ]),
        answers: [
            (
                200, "application/json",
                .object([.init("items", .array(AlikeBody.schema, maxItems: FindAlike.most))])
            )
        ])

    fileprivate static let readPatient = Operation(
        "readPatient", "Read a patient's card; the first look of a session is audited", tag: "patients",
        parameters: patientID, answers: [(200, "application/json", PatientBody.schema)], problems: [404])

    fileprivate static let correctPatient = Operation(
        "correctPatient", "Correct a patient's card", tag: "patients", parameters: patientID,
        request: .object([.init("version", .count), .init("person", PersonFormBody.schema)] + acceptance),
        answers: [(200, "application/json", PatientBody.schema)], problems: [404, 409, 422])

    fileprivate static let readPatientHistory = Operation(
        "readPatientHistory", "Who did what with a card, newest first", tag: "patients",
        parameters: patientID,
        answers: [
            (200, "application/json", .object([.init("items", .array(HistoryBody.schema, maxItems: 200))]))
        ], problems: [404])

    fileprivate static let readPatientVisits = Operation(
        "readPatientVisits", "A patient's visits, newest first", tag: "patients", parameters: patientID,
        answers: [
            (200, "application/json", .object([.init("items", .array(VisitBody.schema, maxItems: 100_000))]))
        ], problems: [404])
}
