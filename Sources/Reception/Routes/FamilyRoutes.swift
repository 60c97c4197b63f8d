internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// Who stands for whom, what age asks for, and that a person died.
extension Console {
    var familyRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/patients/{id}/family", Console.reception, .readFamily, readFamily),
            keyed(.post, "/api/v1/patients/{id}/family", Console.reception, .makeFamilyLink, makeLink),
            keyed(.post, "/api/v1/family-links/{id}/end", Console.reception, .endFamilyLink) {
                caller, store in
                let id: ID<FamilyLink> = try caller.request.id("id", missing: .familyLinkNotFound)
                let link = try EndFamilyLink(store: store, clock: clock)(
                    id, for: caller.body.word("reason"), by: caller.author)
                return StoredAnswer(200, FamilyBody.json(link))
            },
            keyed(.post, "/api/v1/family-links/{id}/basis", Console.reception, .showBasis, showBasis),
            signedIn(.post, "/api/v1/patients/age-hint", Console.reception, .hintAge) { caller in
                let typed = caller.body.word("birth_date")
                let today = clock.today
                let born = BirthDate.read(typed, field: "birth_date", today: today).value?.day
                let hint = born.flatMap { AgeHint(born: $0, on: today) }
                return Response(200, ["hint": FamilyBody.json(hint, catalogue, caller.language)])
            },
            keyed(.post, "/api/v1/patients/{id}/death", Console.reception, .noteDeath, noteDeath),
            keyed(.post, "/api/v1/death-notes/{id}/strike", Console.seniors, .strikeDeathNote) {
                caller, store in
                let id: ID<DeathNote> = try caller.request.id("id", missing: .deathNoteNotFound)
                let note = try StrikeDeathNote(store: store, clock: clock, identities: identities)(
                    id, for: caller.body.word("reason"), by: caller.author)
                return try answer(200, note, store)
            },
        ]
    }

    private func readFamily(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let family = try ReadFamily(store: store, clock: clock)(id)
        return Response(200, FamilyBody.json(family, catalogue, caller.language))
    }

    private func makeLink(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        guard let other = ID<Patient>(caller.body.word("other")) else { throw Refusal(.patientNotFound) }
        let isByOther = caller.body["represents"]?.flag == true
        let link = try MakeFamilyLink(store: store, clock: clock, identities: identities)(
            FamilyBody.readForm(caller.body), by: isByOther ? other : id, for: isByOther ? id : other,
            author: caller.author)
        return StoredAnswer(201, FamilyBody.json(link))
    }

    private func showBasis(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<FamilyLink> = try caller.request.id("id", missing: .familyLinkNotFound)
        let link = try ShowBasis(store: store, clock: clock, identities: identities)(
            caller.body.word("basis"), until: caller.body.word("valid_until"), for: id,
            endingWith: catalogue.text("family.basis.ends", house.language), by: caller.author)
        return StoredAnswer(201, FamilyBody.json(link))
    }

    private func noteDeath(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        let note = try NoteDeath(store: store, clock: clock, identities: identities)(
            DeathBody.readForm(caller.body), of: id,
            closingWith: catalogue.text("death.closes", house.language), by: caller.author)
        return try answer(201, note, store)
    }

    private func answer(_ status: Int, _ note: DeathNote, _ store: any Store) throws -> StoredAnswer {
        let (born, name) = try store.read { books in
            (
                try books.patients.find(note.patient)?.person.birthDate,
                try books.operators.find(note.notedBy)?.name
            )
        }
        return StoredAnswer(status, DeathBody.json(note, born: born ?? note.diedOn, notedBy: name))
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let reason: [Schema.Property] = [
        .init("reason", .text(max: 2000, example: "Доверенность отозвана"))
    ]

    fileprivate static let readFamily = Operation(
        "readFamily", "Who stands for a person and for whom, and what age or death asks for",
        tag: "patients", parameters: id, answers: [(200, "application/json", FamilyBody.whole)],
        problems: [404])

    fileprivate static let makeFamilyLink = Operation(
        "makeFamilyLink", "Write down that another person stands for this one, or this one for the other",
        tag: "patients", keyed: true, parameters: id, request: .object(FamilyBody.form),
        answers: [(201, "application/json", FamilyBody.schema)], problems: [404, 409, 422])

    fileprivate static let endFamilyLink = Operation(
        "endFamilyLink", "End a family link, with the reason", tag: "patients", keyed: true, parameters: id,
        request: .object(reason), answers: [(200, "application/json", FamilyBody.schema)],
        problems: [404, 409, 422])

    fileprivate static let showBasis = Operation(
        "showBasis", "Write down the paper that a representative has brought now, or a newer one",
        tag: "patients", keyed: true, parameters: id, request: .object(FamilyBody.basisForm),
        answers: [(201, "application/json", FamilyBody.schema)], problems: [404, 409, 422])

    fileprivate static let hintAge = Operation(
        "hintAge", "What reception should do now because of this age; stores nothing", tag: "patients",
        request: .object([.init("birth_date", .text(max: 2000, example: "12.03.2014"))]),
        answers: [(200, "application/json", .object([.init("hint", FamilyBody.hint.orNull)]))])

    fileprivate static let noteDeath = Operation(
        "noteDeath", "Note that a person died: visits and representation end", tag: "patients", keyed: true,
        parameters: id, request: .object(DeathBody.form),
        answers: [(201, "application/json", DeathBody.schema)], problems: [404, 409, 422])

    fileprivate static let strikeDeathNote = Operation(
        "strikeDeathNote", "Strike a note of death that was a mistake", tag: "patients", keyed: true,
        parameters: id, request: .object(reason), answers: [(200, "application/json", DeathBody.schema)],
        problems: [404, 409, 422])
}
