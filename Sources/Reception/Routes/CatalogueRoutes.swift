internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// What policies and papers are made from: insurers, programmes, the clinic's requisites.
extension Console {
    var catalogueRoutes: [Route] {
        let (insurers, programmes) = ("/api/v1/insurers", "/api/v1/programmes")
        let requisites = "/api/v1/requisites"
        return [
            signedIn(.get, insurers, Console.anybody, .readInsurers) { _ in
                let all = try store.read { try $0.catalogues.insurers() }
                return Response(200, ["items": .array(all.map(CatalogueBody.json))])
            },
            keyed(.post, insurers, Console.administration, .addInsurer) { caller, store in
                let insurer = try KeepInsurers(store: store, identities: identities)
                    .add(CatalogueBody.readInsurer(caller.body), by: caller.author)
                return StoredAnswer(201, CatalogueBody.json(insurer))
            },
            signedIn(.put, "\(insurers)/{id}", Console.administration, .changeInsurer, changeInsurer),
            signedIn(.get, programmes, Console.anybody, .readProgrammes) { _ in
                let items = try store.read { books in
                    try books.catalogues.programmes().map { try json($0, books) }
                }
                return Response(200, ["items": .array(items)])
            },
            keyed(.post, programmes, Console.administration, .addProgramme) { caller, store in
                let programme = try KeepProgrammes(store: store, identities: identities)
                    .add(CatalogueBody.readProgramme(caller.body), by: caller.author)
                return StoredAnswer(201, try store.read { try json(programme, $0) })
            },
            signedIn(
                .put, "\(programmes)/{id}", Console.administration, .changeProgramme, changeProgramme),
            signedIn(.get, requisites, Console.anybody, .readRequisites) { _ in
                Response(200, try currentRequisites())
            },
            signedIn(.put, requisites, Console.administration, .changeRequisites) { caller in
                _ = try ChangeRequisites(store: store)(
                    CatalogueBody.readRequisites(caller.body), after: caller.body.number("version"),
                    by: caller.author)
                return Response(200, try currentRequisites())
            },
        ]
    }

    private func changeInsurer(_ caller: Caller) throws -> Response {
        let id: ID<Insurer> = try caller.request.id("id", missing: .insurerNotFound)
        let insurer = try KeepInsurers(store: store, identities: identities)
            .change(
                id, to: CatalogueBody.readInsurer(caller.body), baseVersion: caller.body.number("version"),
                by: caller.author)
        return Response(200, CatalogueBody.json(insurer))
    }

    private func changeProgramme(_ caller: Caller) throws -> Response {
        let id: ID<Programme> = try caller.request.id("id", missing: .programmeNotFound)
        let programme = try KeepProgrammes(store: store, identities: identities)
            .change(
                id, to: CatalogueBody.readProgramme(caller.body), baseVersion: caller.body.number("version"),
                by: caller.author)
        return Response(200, try store.read { try json(programme, $0) })
    }

    private func json(_ programme: Programme, _ books: any Reading) throws -> JSON {
        CatalogueBody.json(programme, of: try books.catalogues.insurer(programme.content.insurer))
    }

    private func currentRequisites() throws -> JSON {
        try store.read { books in
            CatalogueBody.json(
                try books.catalogues.requisites(), clinic: try books.settings.current()?.clinic ?? "")
        }
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]

    fileprivate static let readInsurers = Operation(
        "readInsurers", "The insurers with their former names, closed ones last", tag: "catalogues",
        answers: [(200, "application/json", .items(CatalogueBody.insurer, max: 10_000))])

    fileprivate static let addInsurer = Operation(
        "addInsurer", "Add an insurer", tag: "catalogues", keyed: true,
        request: .object(CatalogueBody.insurerForm),
        answers: [(201, "application/json", CatalogueBody.insurer)], problems: [422])

    fileprivate static let changeInsurer = Operation(
        "changeInsurer", "Rename, close or open an insurer again", tag: "catalogues", parameters: id,
        request: .object(CatalogueBody.changed + CatalogueBody.insurerForm),
        answers: [(200, "application/json", CatalogueBody.insurer)], problems: [404, 409, 422])

    fileprivate static let readProgrammes = Operation(
        "readProgrammes", "The programmes at their newest versions, closed ones last", tag: "catalogues",
        answers: [(200, "application/json", .items(CatalogueBody.programme, max: 10_000))])

    fileprivate static let addProgramme = Operation(
        "addProgramme", "Add a programme", tag: "catalogues", keyed: true,
        request: .object(CatalogueBody.programmeForm),
        answers: [(201, "application/json", CatalogueBody.programme)], problems: [422])

    fileprivate static let changeProgramme = Operation(
        "changeProgramme", "Write the next version of a programme", tag: "catalogues", parameters: id,
        request: .object(CatalogueBody.changed + CatalogueBody.programmeForm),
        answers: [(200, "application/json", CatalogueBody.programme)], problems: [404, 409, 422])

    fileprivate static let readRequisites = Operation(
        "readRequisites", "What stands at the head of the clinic's papers; version 0 when nothing does yet",
        tag: "catalogues", answers: [(200, "application/json", CatalogueBody.requisites)])

    fileprivate static let changeRequisites = Operation(
        "changeRequisites", "Write the clinic's requisites down anew", tag: "catalogues",
        request: .object(CatalogueBody.requisitesForm),
        answers: [(200, "application/json", CatalogueBody.requisites)], problems: [409, 422])
}
