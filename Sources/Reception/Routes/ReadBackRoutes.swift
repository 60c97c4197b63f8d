internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// The card read back by the person whose it is.
extension Console {
    private static let readBackPath = "/api/v1/patients/{id}/read-back"

    var readBackRoutes: [Route] {
        [
            signedIn(.get, Console.readBackPath, Console.reception, .readReadBack, readReadBack),
            keyed(.post, Console.readBackPath, Console.reception, .noteReadBack) { caller, store in
                let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
                let how = ReadBack.How(rawValue: caller.body.word("how")) ?? .spoken
                let read = try NoteReadBack(store: store, clock: clock, identities: identities)(
                    how, of: id, version: caller.body.number("version"), by: caller.author)
                return StoredAnswer(201, ReadBackBody.json(read, cardVersion: read.cardVersion))
            },
        ]
    }

    private func readReadBack(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let json: JSON = try store.read { books in
            guard let patient = try books.patients.find(id) else { throw Refusal(.patientNotFound) }
            let newest = try books.readBacks.newest(of: id)
            return [
                "newest": newest.map { ReadBackBody.json($0, cardVersion: patient.version) } ?? .null
            ]
        }
        return Response(200, json)
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]

    fileprivate static let readReadBack = Operation(
        "readReadBack", "When the person last found the card right", tag: "patients", parameters: id,
        answers: [(200, "application/json", .object([.init("newest", ReadBackBody.schema.orNull)]))],
        problems: [404])

    fileprivate static let noteReadBack = Operation(
        "noteReadBack", "Note that the person has found this version of the card right", tag: "patients",
        keyed: true, parameters: id,
        request: .object([.init("version", .count), .init("how", ReadBackBody.how)]),
        answers: [(201, "application/json", ReadBackBody.schema)], problems: [404, 409])
}
