internal import Application
internal import Documents
internal import Domain
internal import HTTP
internal import Wire

/// Papers as PDF: what the pages print, from the same facts and for the same people.
extension Console {
    var paperFileRoutes: [Route] {
        let blank = "/api/v1/blanks"
        return [
            paper(
                "/api/v1/patients/{id}/card.pdf", Console.reception, .drawCard, file: "card", drawCard),
            paper(
                "/api/v1/patients/{id}/read-back.pdf", Console.reception, .drawReadBack, file: "read-back",
                drawReadBack),
            paper(
                "/api/v1/consents/{id}/sheet.pdf", Console.reception, .drawConsent, file: "consent",
                drawConsent),
            paper("/api/v1/shifts/{id}/report.pdf", Console.anybody, .drawShift, file: "shift", drawShift),
            paper(blank + "/walk-in.pdf", Console.anybody, .drawWalkInBlank, file: "walk-in") { caller in
                try store.read { books in
                    let purposes = try ConsentPurpose.allCases.filter {
                        try books.consents.text(of: $0) != nil
                    }
                    return BlankPapers(words: try stationery(for: caller, books)).walkIn(purposes)
                }
            },
            paper(blank + "/day.pdf", Console.anybody, .drawDayBlank, file: "day") { caller in
                try store.read { BlankPapers(words: try stationery(for: caller, $0)).day() }
            },
            paper(
                blank + "/consents/{purpose}/sheet.pdf", Console.anybody, .drawConsentBlank,
                file: "consent"
            ) { caller in
                let purpose = ConsentPurpose(rawValue: caller.request.parameters["purpose"] ?? "")
                return try store.read { books in
                    guard let text = try purpose.flatMap({ try books.consents.text(of: $0) }) else {
                        throw Refusal(.consentTextMissing)
                    }
                    return BlankPapers(words: try stationery(for: caller, books)).consent(text)
                }
            },
        ]
    }

    private func drawCard(_ caller: Caller) throws -> Paper {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        let family = try ReadFamily(store: store, clock: clock)(id)
        return try store.read { books in
            guard let card = try books.card(ofPerson: id) else { throw Refusal(.patientNotFound) }
            let particulars = try books.particulars.find(id)?.content ?? Particulars.Content()
            let consents = try books.together(id) { try books.consents.all(of: $0) }.map(\.item)
                .sorted { $0.number > $1.number }
            return CardPaper(
                card: card, particulars: particulars,
                place: try particulars.attachment.flatMap { try books.attachmentPlaces.find($0.place) },
                papers: try standingPapers(of: id, books),
                consents: ConsentPurpose.allCases.compactMap { purpose in
                    consents.first { $0.purpose == purpose }
                },
                family: family, today: clock.today, shown: shown
            ).paper(try stationery(for: caller, books))
        }
    }

    private func drawReadBack(_ caller: Caller) throws -> Paper {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        return try store.read { books in
            guard let patient = try books.patients.find(id) else { throw Refusal(.patientNotFound) }
            return ReadBackPaper(patient: patient, papers: try standingPapers(of: id, books), shown: shown)
                .paper(try stationery(for: caller, books))
        }
    }

    private func standingPapers(of id: ID<Patient>, _ books: any Reading) throws -> [ShownPaper] {
        try books.together(id) { try books.papers.all(of: $0) }.map(\.item)
            .filter { $0.strike == nil }.sorted { $0.shownAt > $1.shownAt }
    }

    private func drawConsent(_ caller: Caller) throws -> Paper {
        let id: ID<Consent> = try caller.request.id("id", missing: .consentNotFound)
        let sheet = try ReadConsentSheet(store: store, clock: clock)(id)
        try noteView(of: sheet.patient.id, by: caller)
        return try store.read {
            ConsentPaper(sheet: sheet, shown: shown).paper(try stationery(for: caller, $0))
        }
    }

    /// One's own shift, and for those who answer for the desk anybody's.
    private func drawShift(_ caller: Caller) throws -> Paper {
        let id: ID<Shift> = try caller.request.id("id", missing: .shiftNotOpen)
        let owner = caller.session.owner
        return try store.read { books in
            guard let shift = try books.shifts.find(id),
                shift.owner == owner.id || !owner.roles.isDisjoint(with: [.senior, .admin])
            else { throw Refusal(.shiftNotOpen) }
            return ShiftPaper(
                shift: shift, operatorName: try books.operators.find(shift.owner)?.name ?? "–",
                handedTo: try shift.handedTo.flatMap { try books.operators.find($0)?.name },
                totals: try books.shifts.totals(of: shift), shown: shown
            ).paper(try stationery(for: caller, books))
        }
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let file: [(status: Int, contentType: String, schema: Schema?)] = [
        (200, "application/pdf", nil)
    ]

    fileprivate static let drawCard = Operation(
        "drawCard", "A patient's card as a PDF file", tag: "patients", parameters: id, answers: file,
        problems: [404])
    fileprivate static let drawReadBack = Operation(
        "drawReadBack", "The sheet on which a person finds the card right", tag: "patients", parameters: id,
        answers: file, problems: [404])
    fileprivate static let drawConsent = Operation(
        "drawConsent", "A consent's sheet as a PDF file", tag: "consents", parameters: id, answers: file,
        problems: [404])
    fileprivate static let drawShift = Operation(
        "drawShift", "The report of a shift as a PDF file", tag: "shifts", parameters: id, answers: file,
        problems: [404])
    fileprivate static let drawWalkInBlank = Operation(
        "drawWalkInBlank", "A blank form for one who comes in while the computer is dead", tag: "blanks",
        answers: file)
    fileprivate static let drawDayBlank = Operation(
        "drawDayBlank", "A blank list of a day's visits", tag: "blanks", answers: file)
    fileprivate static let drawConsentBlank = Operation(
        "drawConsentBlank", "A blank form of a consent", tag: "blanks",
        parameters: [(name: "purpose", schema: ConsentBody.purpose)], answers: file, problems: [409])
}
