internal import Application
internal import Domain
internal import HTTP
internal import Lists
internal import Localization
internal import Wire

/// Lists of insured people: sent piece by piece, checked, brought in.
///
/// A list is longer than a request may be. Its pieces are not: the gate keeps its limit for every route, and
/// nothing of a list waits in memory. No route takes a key: a beginning that comes twice begins anew, and
/// whatever else is sent names its list and changes nothing when it is sent again.
extension Console {
    private static let listKeepers: Access = [.senior, .admin]

    var listRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/lists/current", Console.listKeepers, .readList) { try readList($0) },
            signedIn(.put, "/api/v1/lists/current", Console.listKeepers, .beginList) { caller in
                try lists.begin(
                    identities.next(), bytes: Int(caller.body.number("bytes")), on: house.listShelf,
                    by: caller)
                return try readList(caller)
            },
            signedIn(.put, "/api/v1/lists/current/pieces/{number}", Console.listKeepers, .sendListPiece) {
                caller in
                guard let number = caller.request.parameters["number"].flatMap(Int.init) else {
                    throw Refusal(.listPieceWrong)
                }
                try lists.take(caller.request.body, number: number, of: asked(caller))
                return .noContent
            },
            signedIn(.put, "/api/v1/lists/current/import", Console.listKeepers, .bringListIn) { caller in
                try lists.bringIn(
                    asked(caller), takesAlike: caller.body["take_alike"]?.flag ?? false, by: caller)
                return try readList(caller)
            },
            signedIn(.delete, "/api/v1/lists/current", Console.listKeepers, .cancelList) { caller in
                try lists.cancel(asked(caller))
                return .noContent
            },
            signedIn(.get, "/api/v1/lists/current/errors", Console.listKeepers, .readListErrors) { caller in
                let from = try caller.request.whole("from", 0...Int.max) ?? 0
                let errors = try lists.errors(id("errors", caller), of: asked(caller))
                let piece = try errors.read(
                    from: min(from, errors.count), most: ListDesk.pieceBytes)
                return Response(
                    status: 200, headers: ["Content-Type": "text/csv; charset=utf-8"], body: piece)
            },
        ]
    }

    /// The list that the caller means.
    private func asked(_ caller: Caller) throws -> ID<ListDesk> { try id("list", caller) }

    private func id<Whose>(_ name: String, _ caller: Caller) throws -> ID<Whose> {
        let text = caller.request.query.first { $0.name == name }?.value
        guard let id = text.flatMap(ID<Whose>.init(_:)) else { throw RequestFault.queryWrong(name) }
        return id
    }

    private func readList(_ caller: Caller) throws -> Response {
        let (last, staff) = try store.read { (try $0.lists.last(), try $0.operators.all()) }
        let names = Dictionary(uniqueKeysWithValues: staff.map { ($0.id, $0.name) })
        let words = ListWords(catalogue: catalogue, language: caller.language)
        let problem = lists.look { ($0.refusal, $0.faultCode) }
        let told = problem.0.map {
            catalogue.text("problem.\($0.code.rawValue).detail", caller.language, $0.parameters)
        }
        let failed = problem.1.map { catalogue.text("problem.\($0).detail", caller.language) }
        return Response(
            200,
            lists.look { state in
                ListBody.json(
                    state, last, names: names, words: { words.text($0) }, problem: told ?? failed)
            })
    }
}

extension Operation {
    private static let answers: [(status: Int, contentType: String, schema: Schema?)] = [
        (200, "application/json", ListBody.schema)
    ]

    private static let list: [(name: String, schema: Schema, required: Bool)] = [
        (name: "list", schema: .id, required: true)
    ]

    fileprivate static let readList = Operation(
        "readList", "The list that this desk is at work on, and the one before", tag: "lists",
        answers: answers)

    fileprivate static let beginList = Operation(
        "beginList", "Send a list of insured people: first how many bytes it has", tag: "lists",
        request: .object([.init("bytes", .count)]), answers: answers, problems: [409, 422])

    fileprivate static let sendListPiece = Operation(
        "sendListPiece",
        "The next 512 KiB of the list as application/octet-stream; the last, shorter one begins the check",
        tag: "lists",
        query: list, parameters: [(name: "number", schema: .integer(minimum: 0, maximum: 63))],
        takes: ["application/octet-stream"], answers: [(204, "application/json", nil)], problems: [404, 409])

    fileprivate static let bringListIn = Operation(
        "bringListIn", "Register whom the check found new, and note new policies", tag: "lists",
        query: list, request: .object([.init("take_alike", .bool)]), answers: answers, problems: [404, 409])

    fileprivate static let cancelList = Operation(
        "cancelList", "Stop the work on the list between two lots, or forget the list", tag: "lists",
        query: list, answers: [(204, "application/json", nil)], problems: [409])

    fileprivate static let readListErrors = Operation(
        "readListErrors",
        "The lines that were left, each with its number and the reason before it; 512 KiB at a time",
        tag: "lists",
        query: list + [
            (name: "errors", schema: .id, required: true),
            (name: "from", schema: .integer(minimum: 0, maximum: nil), required: false),
        ],
        answers: [(200, "text/csv", .text(max: ListDesk.pieceBytes))], problems: [404, 409])
}
