internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// Which checks of forms refuse and which only warn: the admin's choice.
extension Console {
    var strictnessRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/strictness", Console.administration, .readStrictness) { caller in
                let strictness = try store.read { try $0.strictness.current() }
                return Response(200, StrictnessBody.json(strictness, catalogue, caller.language))
            },
            signedIn(.put, "/api/v1/strictness", Console.administration, .changeStrictness) { caller in
                let codes = (caller.body["refusing"]?.elements ?? []).compactMap {
                    $0.text.flatMap(FieldCode.init(rawValue:))
                }
                let strictness = try ChangeStrictness(store: store)(
                    refusing: Set(codes), baseVersion: caller.body.number("version"), by: caller.author)
                return Response(200, StrictnessBody.json(strictness, catalogue, caller.language))
            },
        ]
    }
}

extension Operation {
    fileprivate static let readStrictness = Operation(
        "readStrictness", "Which checks of forms refuse and which only warn", tag: "desk",
        answers: [(200, "application/json", StrictnessBody.schema)])

    fileprivate static let changeStrictness = Operation(
        "changeStrictness", "Choose which checks of forms refuse; the others only warn", tag: "desk",
        request: .object([.init("version", .count), .init("refusing", StrictnessBody.codes)]),
        answers: [(200, "application/json", StrictnessBody.schema)], problems: [409])
}
