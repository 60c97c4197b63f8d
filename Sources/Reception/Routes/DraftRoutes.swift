internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Half-typed forms, each operator's own.
extension Console {
    var draftRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/drafts", Console.reception, .readDrafts) { caller in
                let drafts = try store.read { try $0.shelves.drafts(of: caller.session.owner.id) }
                return Response(200, ["items": .array(drafts.map(DraftBody.json))])
            },
            signedIn(.put, "/api/v1/drafts/{id}", Console.reception, .keepDraft, keepDraft),
            signedIn(.delete, "/api/v1/drafts/{id}", Console.reception, .removeDraft) { caller in
                let id: ID<Draft> = try caller.request.id("id", missing: .draftNotFound)
                try store.keep { try $0.drafts.remove(id, of: caller.session.owner.id) }
                return .noContent
            },
        ]
    }

    private func keepDraft(_ caller: Caller) throws -> Response {
        let id: ID<Draft> = try caller.request.id("id", missing: .draftNotFound)
        guard let form = Draft.Form(rawValue: caller.body.word("form")) else { throw Refusal(.draftNotFound) }
        let draft = try KeepDraft(store: store, clock: clock)(
            id, form: form, subject: caller.body["subject"]?.text.flatMap(ID<Anything>.init(_:)),
            content: DraftBody.readContent(caller.body["content"]), by: caller.session.owner.id)
        return Response(200, ["saved_at": .integer(draft.savedAt.milliseconds)])
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]

    fileprivate static let readDrafts = Operation(
        "readDrafts", "My half-typed forms, newest first", tag: "drafts",
        answers: [
            (200, "application/json", .object([.init("items", .array(DraftBody.schema, maxItems: 50))]))
        ])

    fileprivate static let keepDraft = Operation(
        "keepDraft", "Keep a form as it is typed", tag: "drafts", parameters: id,
        request: .object([
            .init("form", DraftBody.form), .init("subject", .id.orNull), .init("content", DraftBody.content),
        ]),
        answers: [(200, "application/json", .object([.init("saved_at", .instant)]))], problems: [404, 409])

    fileprivate static let removeDraft = Operation(
        "removeDraft", "Throw a half-typed form away", tag: "drafts", parameters: id,
        answers: [(204, "application/json", nil)], problems: [404])
}
