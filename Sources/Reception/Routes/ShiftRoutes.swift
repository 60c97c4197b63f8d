internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Shifts: opened, handed over, closed with the report.
extension Console {
    var shiftRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/shift", Console.anybody, .readShift, readShift),
            keyed(.post, "/api/v1/shift", Console.anybody, .openShift, openShift),
            keyed(.post, "/api/v1/shift/close", Console.anybody, .closeShift, closeShift),
            keyed(.post, "/api/v1/shift/hand-over", Console.anybody, .handOverShift, handOverShift),
            signedIn(.get, "/api/v1/shifts/incoming", Console.anybody, .readIncomingShifts, readIncoming),
            signedIn(.get, "/api/v1/colleagues", Console.anybody, .readColleagues, readColleagues),
        ]
    }

    private func readShift(_ caller: Caller) throws -> Response {
        let json: JSON? = try store.read { books in
            try books.shifts.shiftToEnd(of: caller.session.owner.id, screen: caller.session.screen)
                .map { try ShiftBody.json($0, books) }
        }
        guard let json else { throw Refusal(.shiftNotOpen) }
        return Response(200, json)
    }

    private func openShift(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let taking = caller.body["take_over"]?.text.flatMap(ID<Shift>.init(_:))
        let shift = try OpenShift(store: store, clock: clock, identities: identities)(
            at: caller.session.screen, takingOver: taking, by: caller.author)
        return try answer(201, shift, store)
    }

    private func closeShift(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let shift = try EndShift(store: store, clock: clock).close(
            at: caller.session.screen, note: caller.body["note"]?.text, by: caller.author)
        return try answer(200, shift, store)
    }

    private func handOverShift(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let to = caller.body.word("to")
        guard !to.isEmpty else { throw Refusal(.fieldsInvalid, fields: [FieldProblem("to", .required)]) }
        guard let colleague = ID<Operator>(to) else { throw Refusal(.operatorNotFound) }
        let shift = try EndShift(store: store, clock: clock).handOver(
            to: colleague, at: caller.session.screen, note: caller.body["note"]?.text, by: caller.author)
        return try answer(200, shift, store)
    }

    private func answer(_ status: Int, _ shift: Shift, _ store: any Store) throws -> StoredAnswer {
        StoredAnswer(
            status, try store.read { try ShiftBody.json(shift, $0) },
            location: status == 201 ? "/api/v1/shift" : nil)
    }

    private func readIncoming(_ caller: Caller) throws -> Response {
        let json: JSON = try store.read { books in
            [
                "items": .array(
                    try books.shifts.incoming(to: caller.session.owner.id).map {
                        try ShiftBody.json($0, books)
                    })
            ]
        }
        return Response(200, json)
    }

    private func readColleagues(_ caller: Caller) throws -> Response {
        let others = try store.read { try $0.operators.all() }
            .filter { $0.canServe && $0.id != caller.session.owner.id }
        return Response(
            200,
            ["items": .array(others.map { ["id": .string($0.id.text), "name": .string($0.name)] })])
    }
}

extension Operation {
    private static let note = Schema.text(max: 4000).orNull

    fileprivate static let readShift = Operation(
        "readShift", "The operator's open shift at this screen", tag: "shifts",
        answers: [(200, "application/json", ShiftBody.schema)], problems: [404])

    fileprivate static let openShift = Operation(
        "openShift", "Open a shift, perhaps taking over a colleague's", tag: "shifts", keyed: true,
        request: .object([.init("take_over", .id.orNull)]),
        answers: [(201, "application/json", ShiftBody.schema)],
        problems: [409])

    fileprivate static let closeShift = Operation(
        "closeShift", "Close the shift; the answer is its report", tag: "shifts", keyed: true,
        request: .object([.init("note", note)]), answers: [(200, "application/json", ShiftBody.schema)],
        problems: [404, 422])

    fileprivate static let handOverShift = Operation(
        "handOverShift", "Hand the shift over to a colleague", tag: "shifts", keyed: true,
        request: .object([.init("to", .text(max: 36)), .init("note", note)]),
        answers: [(200, "application/json", ShiftBody.schema)], problems: [404, 422])

    fileprivate static let readIncomingShifts = Operation(
        "readIncomingShifts", "Shifts handed over to me and not yet taken", tag: "shifts",
        answers: [
            (200, "application/json", .object([.init("items", .array(ShiftBody.schema, maxItems: 1000))]))
        ])

    fileprivate static let readColleagues = Operation(
        "readColleagues", "The other operators of this desk", tag: "shifts",
        answers: [
            (
                200, "application/json",
                .object([
                    .init(
                        "items",
                        .array(.object([.init("id", .id), .init("name", .text(max: 100))]), maxItems: 1000))
                ])
            )
        ])
}
