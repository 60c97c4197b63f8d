internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Consents: offered by purpose, answered on paper, withdrawn; and the texts that they are asked for with.
extension Console {
    var consentRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/consent-texts", Console.anybody, .readConsentTexts) { _ in
                Response(200, ["items": .array(try consentTexts())])
            },
            keyed(.post, "/api/v1/consent-texts", Console.administration, .publishConsentText, publishText),
            signedIn(
                .get, "/api/v1/patients/{id}/consents", Console.reception, .readConsents, readConsents),
            keyed(
                .post, "/api/v1/patients/{id}/consents", Console.reception, .offerConsent, offerConsent),
            signedIn(.post, "/api/v1/consents/search", Console.reception, .findConsent) { caller in
                try show(
                    ReadConsentSheet(store: store, clock: clock)(numbered: caller.body.word("number")),
                    to: caller)
            },
            signedIn(.get, "/api/v1/consents/{id}", Console.reception, .readConsent) { caller in
                let id: ID<Consent> = try caller.request.id("id", missing: .consentNotFound)
                return try show(ReadConsentSheet(store: store, clock: clock)(id), to: caller)
            },
            step("answer", .answerConsent) { $0["given"]?.flag == true ? .give : .refuse },
            step("withdrawal", .withdrawConsent) { .withdraw(note: $0["note"]?.text) },
        ]
    }

    private func consentTexts() throws -> [JSON] {
        try store.read { books in
            try ConsentPurpose.allCases.map { ConsentBody.json(try books.consents.text(of: $0), of: $0) }
        }
    }

    /// What can be offered today: the words themselves stand on the sheet.
    private func editions() throws -> [JSON] {
        try store.read { books in
            try ConsentPurpose.allCases.map { purpose in
                let edition = try books.consents.text(of: purpose)?.edition ?? 0
                return ["purpose": .string(purpose.rawValue), "edition": .integer(edition)]
            }
        }
    }

    private func publishText(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let publish = PublishConsentText(
            store: store, clock: clock, identities: identities, digest: house.digest)
        let text = try publish(
            caller.body.word("text"), for: purpose(caller.body), after: caller.body.number("after"),
            by: caller.author)
        return StoredAnswer(201, ConsentBody.json(text, of: text.purpose))
    }

    private func readConsents(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let (consents, profile, signatures, isDead) = try store.read { books in
            guard let patient = try books.patients.find(id) else { throw Refusal(.patientNotFound) }
            return (
                try books.together(id) { try books.consents.all(of: $0) },
                try mailProfile(of: patient, in: books),
                try books.together(id) { try books.family.signatures(for: $0) }.map(\.item),
                try books.death(of: id) != nil
            )
        }
        // The newest sheet of a purpose comes first, at whichever card it was offered: it is what counts.
        let items = consents.sorted { $0.item.number > $1.item.number }.map {
            PlacedBody.json($0, ConsentBody.json)
        }
        let stopped = ConsentPurpose.allCases.filter { isDead && !$0.outlivesPerson }
        return Response(
            200,
            [
                "items": .array(items), "texts": .array(try editions()), "mail_profile": profile,
                "signatures": .array(signatures.map { FamilyBody.json($0) }),
                "stopped": .array(stopped.map { .string($0.rawValue) }),
            ])
    }

    private func offerConsent(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        let consent = try OfferConsent(store: store, clock: clock, identities: identities)(
            purpose(caller.body), to: id, by: caller.author)
        return StoredAnswer(
            201, ConsentBody.json(consent), location: "/api/v1/consents/\(consent.id.text)")
    }

    /// A sheet names the patient, so looking at it is looking at the card.
    private func show(_ sheet: ConsentSheet, to caller: Caller) throws -> Response {
        try noteView(of: sheet.patient.id, by: caller)
        return Response(200, ConsentBody.json(sheet))
    }

    private func step(
        _ name: String, _ operation: Operation, _ read: @escaping @Sendable (JSON) -> Consent.Step
    ) -> Route {
        keyed(.post, "/api/v1/consents/{id}/\(name)", Console.reception, operation) { caller, store in
            let id: ID<Consent> = try caller.request.id("id", missing: .consentNotFound)
            let consent = try TakeConsentStep(store: store, clock: clock, identities: identities)(
                read(caller.body), of: id, signedBy: try caller.body.link("signed_by"),
                baseVersion: caller.body.number("version"), by: caller.author)
            return StoredAnswer(200, ConsentBody.json(consent))
        }
    }

    /// The schema has let only known words in.
    private func purpose(_ body: JSON) -> ConsentPurpose {
        ConsentPurpose(rawValue: body.word("purpose")) ?? .processing
    }
}

extension Operation {
    private static let consentID = [(name: "id", schema: Schema.id)]

    fileprivate static let readConsentTexts = Operation(
        "readConsentTexts", "The newest text of each purpose; edition 0 has none yet", tag: "desk",
        answers: [
            (200, "application/json", .object([.init("items", .array(ConsentBody.text, maxItems: 4))]))
        ])

    fileprivate static let publishConsentText = Operation(
        "publishConsentText", "Publish the next edition of a purpose's text", tag: "desk", keyed: true,
        request: .object([
            .init("purpose", ConsentBody.purpose), .init("after", .count),
            .init("text", .text(max: 40_000, example: "Я согласен на обработку моих данных")),
        ]),
        answers: [(201, "application/json", ConsentBody.text)], problems: [409, 422])

    fileprivate static let readConsents = Operation(
        "readConsents", "A patient's consents, newest first, and the editions of today", tag: "consents",
        parameters: consentID,
        answers: [
            (
                200, "application/json",
                .object([
                    .init("items", .array(ConsentBody.schema, maxItems: 10_000)),
                    .init("texts", .array(ConsentBody.edition, maxItems: 4)),
                    .init("mail_profile", MailProfileBody.schema.orNull),
                    .init("signatures", .array(FamilyBody.signature, maxItems: 10_000)),
                    .init("stopped", .array(ConsentBody.purpose, maxItems: 4)),
                ])
            )
        ], problems: [404])

    fileprivate static let offerConsent = Operation(
        "offerConsent", "Offer a consent: makes the numbered sheet that is printed", tag: "consents",
        keyed: true, parameters: consentID, request: .object([.init("purpose", ConsentBody.purpose)]),
        answers: [(201, "application/json", ConsentBody.schema)], problems: [404, 409])

    fileprivate static let findConsent = Operation(
        "findConsent", "Find a sheet by the number printed on it", tag: "consents",
        request: .object([.init("number", .text(max: 40, example: "С-15"))]),
        answers: [(200, "application/json", ConsentBody.sheet)], problems: [404, 422])

    fileprivate static let readConsent = Operation(
        "readConsent", "A consent's sheet with the words that were agreed to", tag: "consents",
        parameters: consentID, answers: [(200, "application/json", ConsentBody.sheet)], problems: [404])

    fileprivate static let answerConsent = Operation(
        "answerConsent", "Note what was answered on the signed sheet", tag: "consents", keyed: true,
        parameters: consentID,
        request: .object([
            .init("version", .count), .init("given", .bool),
            .init("signed_by", .id.orNull, required: false),
        ]),
        answers: [(200, "application/json", ConsentBody.schema)], problems: [404, 409])

    fileprivate static let withdrawConsent = Operation(
        "withdrawConsent", "Note that a consent was withdrawn", tag: "consents", keyed: true,
        parameters: consentID,
        request: .object([.init("version", .count), .init("note", .text(max: 2000).orNull)]),
        answers: [(200, "application/json", ConsentBody.schema)], problems: [404, 409, 422])
}
