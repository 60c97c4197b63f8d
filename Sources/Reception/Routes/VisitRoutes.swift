internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Visits: who is here, why, and how it ended.
extension Console {
    var visitRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/visits", Console.reception, .readVisits, readDay),
            keyed(.post, "/api/v1/visits", Console.reception, .openVisit, openVisit),
            step("service", .startVisit) { _ in .start },
            step("outcome", .finishVisit) {
                .finish(outcome: $0.word("outcome"), receipt: $0["receipt"]?.text)
            },
            step("cancellation", .cancelVisit) { .cancel(reason: $0.word("reason")) },
            step("departure", .leaveVisit) { _ in .leave },
            keyed(.post, "/api/v1/visits/{id}/companion", Console.reception, .noteCompanion, noteCompanion),
        ]
    }

    private func readDay(_ caller: Caller) throws -> Response {
        let asked = caller.request.query.first { $0.name == "day" }?.value
        let today = clock.today
        guard let day = asked.map(CalendarDay.init(iso:)) ?? today else {
            throw RequestFault.queryWrong("day")
        }
        let from = clock.start(of: day)
        let to = day.adding(days: 1).map(clock.start(of:)) ?? from
        return try memory.answer(caller.request.path + day.iso, revision: house.revision()) {
            let json: JSON = try store.read { books in
                [
                    "day": .string(day.iso),
                    "items": .array(try books.visits.lines(on: day).map(VisitBody.json)),
                    "totals": ShiftBody.json(try books.visits.totals(on: day, from: from, to: to)),
                ]
            }
            return Response(200, json)
        }
    }

    private func openVisit(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let visit = try OpenVisit(store: store, clock: clock, identities: identities)(
            VisitBody.readForm(caller.body), for: try patient(caller.body),
            broughtBy: try caller.body.link("brought_by"),
            ending: caller.body["draft"]?.text.flatMap(ID<Draft>.init(_:)), by: caller.author)
        return try answer(201, visit.id, store, location: "/api/v1/visits?day=\(visit.day.iso)")
    }

    private func noteCompanion(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<Visit> = try caller.request.id("id", missing: .visitNotFound)
        guard let link = ID<FamilyLink>(caller.body.word("link")) else {
            throw Refusal(.familyLinkNotFound)
        }
        _ = try NoteCompanion(store: store, clock: clock, identities: identities)(
            link, to: id, by: caller.author)
        return try answer(201, id, store)
    }

    /// Null means somebody who gave no name; an id must be one.
    private func patient(_ body: JSON) throws -> ID<Patient>? {
        guard let text = body["patient"]?.text else { return nil }
        guard let id = ID<Patient>(text) else { throw Refusal(.patientNotFound) }
        return id
    }

    private func step(
        _ name: String, _ operation: Operation, _ read: @escaping @Sendable (JSON) -> Visit.Step
    ) -> Route {
        keyed(.post, "/api/v1/visits/{id}/\(name)", Console.reception, operation) { caller, store in
            let id: ID<Visit> = try caller.request.id("id", missing: .visitNotFound)
            let visit = try TakeVisitStep(store: store, clock: clock)(
                read(caller.body), of: id, baseVersion: caller.body.number("version"), by: caller.author)
            return try answer(200, visit.id, store)
        }
    }

    private func answer(
        _ status: Int, _ id: ID<Visit>, _ store: any Store, location: String? = nil
    ) throws -> StoredAnswer {
        guard let line = try store.read({ try $0.visits.line(id) }) else {
            throw Refusal(.visitNotFound)
        }
        return StoredAnswer(status, VisitBody.json(line), location: location)
    }
}

extension Operation {
    fileprivate static let readVisits = Operation(
        "readVisits", "The visits of a day, today's unless asked otherwise", tag: "visits",
        query: [(name: "day", schema: .day, required: false)],
        answers: [
            (
                200, "application/json",
                .object([
                    .init("day", .day), .init("items", .array(VisitBody.schema, maxItems: 100_000)),
                    .init("totals", ShiftBody.totals),
                ])
            )
        ])

    fileprivate static let openVisit = Operation(
        "openVisit", "Note that somebody has come, known or unnamed", tag: "visits", keyed: true,
        request: .object([
            .init("patient", .id.orNull), .init("reason", .text(max: 2000, example: "Направление к врачу")),
            .init("destination", VisitBody.destination), .init("place", .text(max: 2000).orNull),
            VisitBody.late, .init("draft", .id.orNull, required: false),
            .init("brought_by", .id.orNull, required: false),
        ]),
        answers: [(201, "application/json", VisitBody.schema)], problems: [404, 409, 422])

    fileprivate static let startVisit = step("startVisit", "Begin to serve a visit", [])
    fileprivate static let finishVisit = step(
        "finishVisit", "End a visit with its outcome",
        [
            .init("outcome", .text(max: 2000, example: "Талон выдан")),
            .init("receipt", .text(max: 200).orNull, required: false),
        ])
    fileprivate static let cancelVisit = step(
        "cancelVisit", "Cancel a visit with the reason",
        [.init("reason", .text(max: 2000, example: "Записан на другой день"))])
    fileprivate static let leaveVisit = step("leaveVisit", "Note that the person left unserved", [])

    fileprivate static let noteCompanion = Operation(
        "noteCompanion", "Note who came along to a visit that is open", tag: "visits", keyed: true,
        parameters: [(name: "id", schema: .id)], request: .object([.init("link", .id)]),
        answers: [(201, "application/json", VisitBody.schema)], problems: [404, 409])

    private static func step(_ name: String, _ summary: String, _ more: [Schema.Property]) -> Operation {
        Operation(
            name, summary, tag: "visits", keyed: true, parameters: [(name: "id", schema: .id)],
            request: .object([.init("version", .count)] + more),
            answers: [(200, "application/json", VisitBody.schema)], problems: [404, 409, 422])
    }
}
