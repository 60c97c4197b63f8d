internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Papers that a patient showed: identity documents and policies.
extension Console {
    var paperRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/patients/{id}/papers", Console.reception, .readPapers, readPapers),
            note("documents", .noteDocument) { .document(PaperBody.readDocument($0["document"])) },
            note("policies", .notePolicy) { .policy(PaperBody.readPolicy($0["policy"])) },
            keyed(.post, "/api/v1/papers/{id}/strike", Console.reception, .strikePaper) { caller, store in
                let id: ID<ShownPaper> = try caller.request.id("id", missing: .paperNotFound)
                let paper = try StrikePaper(store: store, clock: clock)(
                    id, for: caller.body.word("reason"), by: caller.author)
                return StoredAnswer(200, try store.read { try json(paper, $0) })
            },
        ]
    }

    private func readPapers(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let (papers, items, isConfirmed) = try store.read { books in
            let isConfirmed = try books.card(ofPerson: id)?.phoneConfirmed != nil
            let papers = try books.together(id) { try books.papers.all(of: $0) }
                .sorted { ($0.isStruck, $1.shownAt) < ($1.isStruck, $0.shownAt) }
            let items = try papers.map { placed in
                try PlacedBody.json(placed) { try json($0, books) }
            }
            return (papers.map(\.item), items, isConfirmed)
        }
        let level = IdentityLevel(papers: papers, isPhoneConfirmed: isConfirmed)
        return Response(
            200,
            [
                "items": .array(items),
                "identity_level": .integer(level.rawValue),
            ])
    }

    private func json(_ paper: ShownPaper, _ books: any Reading) throws -> JSON {
        PaperBody.json(paper, seenBy: try books.operators.find(paper.shownBy)?.name ?? "–")
    }

    private func note(
        _ name: String, _ operation: Operation, _ read: @escaping @Sendable (JSON) -> NotePaper.Form
    ) -> Route {
        keyed(.post, "/api/v1/patients/{id}/\(name)", Console.reception, operation) { caller, store in
            let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
            let paper = try NotePaper(store: store, clock: clock, identities: identities)(
                read(caller.body), of: id, acceptance: acceptance(caller.body), by: caller.author)
            return StoredAnswer(201, try store.read { try json(paper, $0) })
        }
    }
}

extension Placed<ShownPaper> {
    fileprivate var isStruck: Int { item.strike == nil ? 0 : 1 }
    fileprivate var shownAt: Int64 { item.shownAt.milliseconds }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let acceptance: [Schema.Property] = [
        .init("accepted", .array(.text(max: 64), maxItems: 20)), .init("reason", .text(max: 2000).orNull),
    ]

    fileprivate static let readPapers = Operation(
        "readPapers", "The papers that a patient showed, struck ones last", tag: "patients", parameters: id,
        answers: [
            (
                200, "application/json",
                .object([
                    .init("items", .array(PaperBody.schema, maxItems: 10_000)),
                    .init("identity_level", .integer(minimum: 0, maximum: 3)),
                ])
            )
        ], problems: [404])

    fileprivate static let noteDocument = Operation(
        "noteDocument", "Write down an identity document that was shown", tag: "patients", keyed: true,
        parameters: id, request: .object([.init("document", PaperBody.document)] + acceptance),
        answers: [(201, "application/json", PaperBody.schema)], problems: [404, 409, 422])

    fileprivate static let notePolicy = Operation(
        "notePolicy", "Write down a policy that was shown", tag: "patients", keyed: true, parameters: id,
        request: .object([.init("policy", PaperBody.policy)] + acceptance),
        answers: [(201, "application/json", PaperBody.schema)], problems: [404, 409, 422])

    fileprivate static let strikePaper = Operation(
        "strikePaper", "Strike a paper that was written down wrong", tag: "patients", keyed: true,
        parameters: id, request: .object([.init("reason", .text(max: 2000, example: "Опечатка"))]),
        answers: [(200, "application/json", PaperBody.schema)], problems: [404, 409, 422])
}
