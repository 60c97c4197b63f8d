internal import Domain
internal import Wire

/// What a scanner read: of which kind, and how the search or the form's field would have it.
enum ScanBody {
    private static let kinds = ["policy", "snils", "sheet", "card", "policy_code", "unknown"]

    static let schema = Schema.named(
        "Scan", .object([.init("kind", .words(kinds)), .init("value", .text(max: 40))]))

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
