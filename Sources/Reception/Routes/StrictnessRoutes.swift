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

/// The checks with what is chosen for each.
enum StrictnessBody {
    private static let severity = Schema.words(FieldProblem.Severity.allCases.map(\.rawValue))
    static let codes = Schema.array(
        .words(Strictness.checks.map(\.rawValue)), maxItems: Strictness.checks.count)

    private static let check = Schema.object([
        .init("code", .words(Strictness.checks.map(\.rawValue))), .init("text", .text(max: 300)),
        .init("severity", severity), .init("usual", severity),
    ])

    static let schema = Schema.named(
        "Strictness",
        .object([
            .init("version", .count), .init("checks", .array(check, maxItems: Strictness.checks.count)),
        ]))

    static func json(_ strictness: Strictness, _ catalogue: Catalogue, _ language: Language) -> JSON {
        let checks = Strictness.checks.map { code -> JSON in
            [
                "code": .string(code.rawValue),
                "text": .string(catalogue.text("strictness.\(code.rawValue)", language)),
                "severity": .string(strictness.severity(of: code).rawValue),
                "usual": .string(code.severity.rawValue),
            ]
        }
        return ["version": .integer(strictness.version), "checks": .array(checks)]
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
