internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// What is known beside the card, the phone that was confirmed, and the places that people are attached to.
extension Console {
    var particularsRoutes: [Route] {
        let particulars = "/api/v1/patients/{id}/particulars"
        let places = "/api/v1/attachment-places"
        return [
            signedIn(.get, particulars, Console.reception, .readParticulars, readParticulars),
            signedIn(.put, particulars, Console.reception, .noteParticulars, noteParticulars),
            keyed(
                .post, "/api/v1/patients/{id}/phone-confirmation", Console.reception, .confirmPhone,
                confirmPhone),
            signedIn(.get, places, Console.anybody, .readAttachmentPlaces) { _ in
                let all = try store.read { try $0.attachmentPlaces.all() }
                return Response(200, ["items": .array(all.map(ParticularsBody.json))])
            },
            keyed(.post, places, Console.administration, .addAttachmentPlace) { caller, store in
                let place = try KeepAttachmentPlaces(store: store, identities: identities)
                    .add(ParticularsBody.readPlace(caller.body), by: caller.author)
                return StoredAnswer(201, ParticularsBody.json(place))
            },
            signedIn(
                .put, "\(places)/{id}", Console.administration, .changeAttachmentPlace, changePlace),
        ]
    }

    private func readParticulars(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        return Response(200, try particulars(id))
    }

    private func noteParticulars(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        let form = ParticularsBody.read(caller.body["particulars"] ?? .null)
        _ = try NoteParticulars(store: store, clock: clock)(
            form, of: id, baseVersion: caller.body.number("version"), acceptance: acceptance(caller.body),
            by: caller.author)
        return Response(200, try particulars(id))
    }

    private func particulars(_ id: ID<Patient>) throws -> JSON {
        try store.read { books in
            let noted = try books.together(id) { card in
                let particulars = try books.particulars.find(card)
                let place = try particulars?.content.attachment.flatMap {
                    try books.attachmentPlaces.find($0.place)
                }
                return particulars.map { [ParticularsBody.Noted($0, at: place)] } ?? []
            }
            return ParticularsBody.json(noted)
        }
    }

    private func confirmPhone(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        _ = try ConfirmPhone(store: store, clock: clock)(
            of: id, baseVersion: caller.body.number("version"), by: caller.author)
        let card = try ReadCard(store: store)(id)
        return StoredAnswer(201, PatientBody.json(card, today: clock.today))
    }

    private func changePlace(_ caller: Caller) throws -> Response {
        let id: ID<AttachmentPlace> = try caller.request.id("id", missing: .attachmentPlaceNotFound)
        let place = try KeepAttachmentPlaces(store: store, identities: identities)
            .change(
                id, to: ParticularsBody.readPlace(caller.body), baseVersion: caller.body.number("version"),
                by: caller.author)
        return Response(200, ParticularsBody.json(place))
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]

    fileprivate static let readParticulars = Operation(
        "readParticulars", "What is known of a patient beside the card; version 0 when nothing is",
        tag: "patients", parameters: id, answers: [(200, "application/json", ParticularsBody.schema)],
        problems: [404])

    fileprivate static let noteParticulars = Operation(
        "noteParticulars", "Write down what is known of a patient beside the card", tag: "patients",
        parameters: id,
        request: .object([
            .init("version", .count), .init("particulars", ParticularsBody.form),
            .optional("accepted", .array(.text(max: 64), maxItems: 20)),
            .optional("reason", .text(max: 2000).orNull),
        ]),
        answers: [(200, "application/json", ParticularsBody.schema)], problems: [404, 409, 422])

    fileprivate static let confirmPhone = Operation(
        "confirmPhone", "Note that the card's phone was confirmed in person", tag: "patients", keyed: true,
        parameters: id, request: .object([.init("version", .count)]),
        answers: [(201, "application/json", PatientBody.schema)], problems: [404, 409, 422])

    fileprivate static let readAttachmentPlaces = Operation(
        "readAttachmentPlaces", "The places that people can be attached to, closed ones last", tag: "desk",
        answers: [(200, "application/json", .items(ParticularsBody.place, max: 10_000))])

    fileprivate static let addAttachmentPlace = Operation(
        "addAttachmentPlace", "Add a place that people can be attached to", tag: "desk", keyed: true,
        request: .object(ParticularsBody.placeForm),
        answers: [(201, "application/json", ParticularsBody.place)], problems: [409, 422])

    fileprivate static let changeAttachmentPlace = Operation(
        "changeAttachmentPlace", "Rename, close or open a place again", tag: "desk", parameters: id,
        request: .object(
            [.init("version", .count), .init("closed", .bool)] + ParticularsBody.placeForm),
        answers: [(200, "application/json", ParticularsBody.place)], problems: [404, 409, 422])
}
