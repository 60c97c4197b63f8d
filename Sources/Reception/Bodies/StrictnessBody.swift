internal import Domain
internal import Localization
internal import Wire

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
