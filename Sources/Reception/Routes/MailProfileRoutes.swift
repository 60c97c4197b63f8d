internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Profiles for medical copies by e-mail: which wait, and what was done with the signed paper.
extension Console {
    /// More than a desk confirms in a day.
    private static let mostWaiting = 200

    var mailProfileRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/mail-profiles", Console.reception, .readMailProfiles) { _ in
                try readWaiting()
            },
            mailStep("receipt", .receiveMailPaper) { _ in .receive },
            mailStep("confirmation", .confirmMailProfile) { _ in .confirm },
            mailStep("rejection", .rejectMailProfile) { .reject(reason: $0.word("reason")) },
        ]
    }

    /// What the card shows of a person's profile; null where there is none.
    func mailProfile(of patient: Patient, in books: any Reading) throws -> JSON {
        guard let profile = try books.mailProfile(of: patient.id) else { return .null }
        let papers = try books.together(patient.id) { try books.papers.all(of: $0) }.map(\.item)
        return MailProfileBody.json(profile, of: patient, papers: papers, today: clock.today)
    }

    private func readWaiting() throws -> Response {
        let today = clock.today
        let found = try store.read { try $0.mailProfiles.waiting(limit: Console.mostWaiting + 1) }
        let urgent = found.count { $0.isUrgent(today) }
        return Response(
            200,
            [
                "items": .array(
                    found.prefix(Console.mostWaiting).map { MailProfileBody.json($0, today: today) }),
                "more": .bool(found.count > Console.mostWaiting),
                "urgent": .integer(Int64(urgent)),
            ])
    }

    private func mailStep(
        _ name: String, _ operation: Operation,
        _ read: @escaping @Sendable (JSON) -> TakeMailProfileStep.Step
    ) -> Route {
        keyed(.post, "/api/v1/mail-profiles/{id}/\(name)", Console.reception, operation) { caller, store in
            let id: ID<MailProfile> = try caller.request.id("id", missing: .mailProfileNotFound)
            let profile = try TakeMailProfileStep(store: store, clock: clock)(
                read(caller.body), of: id, baseVersion: caller.body.number("version"), by: caller.author)
            return StoredAnswer(200, MailProfileBody.json(profile, today: clock.today))
        }
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let version = Schema.object([.init("version", .count)])

    fileprivate static let readMailProfiles = Operation(
        "readMailProfiles", "Profiles for copies by e-mail that wait to be confirmed, most urgent first",
        tag: "consents",
        answers: [
            (
                200, "application/json",
                .object([
                    .init("items", .array(MailProfileBody.waiting, maxItems: 200)), .init("more", .bool),
                    .init("urgent", .count),
                ])
            )
        ])

    fileprivate static let receiveMailPaper = Operation(
        "receiveMailPaper", "Note that the signed paper was brought again after a rejection",
        tag: "consents", keyed: true, parameters: id, request: version,
        answers: [(200, "application/json", MailProfileBody.moved)], problems: [404, 409])

    fileprivate static let confirmMailProfile = Operation(
        "confirmMailProfile", "Confirm that paper, person and address belong together", tag: "consents",
        keyed: true, parameters: id, request: version,
        answers: [(200, "application/json", MailProfileBody.moved)], problems: [404, 409])

    fileprivate static let rejectMailProfile = Operation(
        "rejectMailProfile", "Reject a profile, with the reason", tag: "consents", keyed: true,
        parameters: id,
        request: .object([
            .init("version", .count), .init("reason", .text(max: 2000, example: "Адрес не читается")),
        ]),
        answers: [(200, "application/json", MailProfileBody.moved)], problems: [404, 409, 422])
}
