internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Two cards of one person made one, and parted again.
///
/// Whoever works at the desk may do both: she has the person before her, and nothing is lost by a mistake.
extension Console {
    var mergeRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/patients/{id}/merges", Console.reception, .readMerges, readMerges),
            signedIn(.post, "/api/v1/merges/preview", Console.reception, .previewMerge, preview),
            keyed(.post, "/api/v1/merges", Console.reception, .mergeCards, merge),
            signedIn(.get, "/api/v1/merges/{id}", Console.reception, .readMerge) { caller in
                let id: ID<CardMerge> = try caller.request.id("id", missing: .mergeNotFound)
                let view = try ReadMerge(store: store)(id)
                try noteView(of: view.kept.id, by: caller)
                try noteView(of: view.merged.id, by: caller)
                return Response(200, MergeBody.parting(view, today: clock.today))
            },
            keyed(.post, "/api/v1/merges/{id}/part", Console.reception, .partCards) { caller, store in
                let id: ID<CardMerge> = try caller.request.id("id", missing: .mergeNotFound)
                let parted = try PartCards(store: store, clock: clock)(
                    id, keptVersion: caller.body.number("kept_version"), for: caller.body.word("reason"),
                    by: caller.author)
                return StoredAnswer(200, MergeBody.json(try ReadMerge(store: store)(parted.id)))
            },
        ]
    }

    private func readMerges(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let (into, others) = try store.read { books in
            (try books.merges.standing(of: id), try books.merges.standing(into: id))
        }
        let read = ReadMerge(store: store)
        let json: JSON = [
            "into": try into.map { MergeBody.json(try read($0.id)) } ?? .null,
            "others": .array(try others.map { MergeBody.json(try read($0.id)) }),
        ]
        return Response(200, json)
    }

    private func preview(_ caller: Caller) throws -> Response {
        let (kept, merged): (ID<Patient>, ID<Patient>) = (
            try card(caller, "kept"), try card(caller, "merged")
        )
        for id in [kept, merged] { try noteView(of: id, by: caller) }
        let preview = try PreviewMerge(store: store, clock: clock)(kept: kept, merged: merged)
        return Response(200, MergeBody.json(preview, today: clock.today))
    }

    private func merge(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let body = caller.body
        let taken = (body["taken"]?.elements ?? []).compactMap {
            $0.text.flatMap(PersonField.init(rawValue:))
        }
        let input = MergeCards.Input(
            kept: MergeCards.Side(id: try card(caller, "kept"), version: body.number("kept_version")),
            merged: MergeCards.Side(id: try card(caller, "merged"), version: body.number("merged_version")),
            taken: Set(taken), reason: body.word("reason"), isSure: body["sure"]?.flag == true)
        let merge = try MergeCards(store: store, clock: clock, identities: identities)(
            input, by: caller.author)
        return StoredAnswer(
            201, MergeBody.json(try ReadMerge(store: store)(merge.id)),
            location: "/api/v1/merges/\(merge.id.text)")
    }

    private func card(_ caller: Caller, _ name: String) throws -> ID<Patient> {
        guard let id = ID<Patient>(caller.body.word(name)) else { throw Refusal(.patientNotFound) }
        return id
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]

    fileprivate static let readMerges = Operation(
        "readMerges", "The card that this one lives on in, and those that live on in it", tag: "patients",
        parameters: id,
        answers: [
            (
                200, "application/json",
                .object([
                    .init("into", MergeBody.schema.orNull),
                    .init("others", .array(MergeBody.schema, maxItems: 10_000)),
                ])
            )
        ], problems: [404])

    fileprivate static let previewMerge = Operation(
        "previewMerge", "Two cards beside each other, with what to take from which; stores nothing",
        tag: "patients", request: .object([.init("kept", .id), .init("merged", .id)]),
        answers: [(200, "application/json", MergeBody.preview)], problems: [404, 409])

    fileprivate static let mergeCards = Operation(
        "mergeCards", "Make one of two cards of one person", tag: "patients", keyed: true,
        request: .object([
            .init("kept", .id), .init("kept_version", .count), .init("merged", .id),
            .init("merged_version", .count), .init("taken", MergeBody.fields),
            .init("reason", .text(max: 2000, example: "Завели дважды")), .optional("sure", .bool),
        ]),
        answers: [(201, "application/json", MergeBody.schema)], problems: [404, 409, 422])

    fileprivate static let readMerge = Operation(
        "readMerge", "A merge, and what parting the cards would do", tag: "patients", parameters: id,
        answers: [(200, "application/json", MergeBody.parting)], problems: [404])

    fileprivate static let partCards = Operation(
        "partCards", "Part two cards that were made one", tag: "patients", keyed: true, parameters: id,
        request: .object([
            .init("kept_version", .count), .init("reason", .text(max: 2000, example: "Это разные люди")),
        ]),
        answers: [(200, "application/json", MergeBody.schema)], problems: [404, 409, 422])
}
