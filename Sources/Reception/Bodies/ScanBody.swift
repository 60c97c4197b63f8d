internal import Application
internal import Domain
internal import Wire

/// What a scanner read: of which kind, and how the search or the form's field would have it.
enum ScanBody {
    private static let kinds = ["policy", "snils", "sheet", "card", "policy_code", "document", "unknown"]

    static let schema = Schema.named(
        "Scan",
        .object([
            .init("kind", .words(kinds)), .init("value", .text(max: 40)),
            .init("verdict", verdict, required: false),
        ]))

    /// Of a document's code: the reason code of the protocol, its sentence, and what there is to compare.
    private static let verdict = Schema.object([
        .init("code", .words(Verdict.Code.allCases.map(\.rawValue))), .init("genuine", .bool),
        .init("good", .bool), .init("sentence", .text(max: 400)), .init("patient", .orNull(.id)),
        .init(
            "facts",
            .array(
                .object([.init("label", .text(max: 60)), .init("value", .text(max: 400))]), maxItems: 12)),
    ])

    static func json(_ found: VerifyPaper.Found, _ words: VerdictWords) -> JSON {
        let facts: [JSON] = words.facts(found).map { fact in
            ["label": .string(fact.label), "value": .string(fact.value)]
        }
        return [
            "kind": "document", "value": "",
            "verdict": [
                "code": .string(found.verdict.code.rawValue), "facts": .array(facts),
                "genuine": .bool(found.verdict.isGenuine), "good": .bool(found.isGood),
                "patient": found.document.map { .string($0.patient.text) } ?? .null,
                "sentence": .string(words.sentence(found)),
            ],
        ]
    }

    static func json(_ code: ScannedCode?) -> JSON {
        let (kind, value) = read(code)
        return ["kind": .string(kind), "value": .string(value)]
    }

    private static func read(_ code: ScannedCode?) -> (kind: String, value: String) {
        switch code {
        case .policy(let number): ("policy", number.shown)
        case .snils(let snils): ("snils", snils.shown)
        case .sheet(let sheet): ("sheet", "\(sheet.number)")
        case .card(let number): ("card", "№\(number)")
        case .policyCode(let code): ("policy_code", code.number.shown)
        case nil: ("unknown", "")
        }
    }
}
