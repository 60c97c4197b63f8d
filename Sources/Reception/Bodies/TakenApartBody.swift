internal import Domain
internal import Wire

/// A line taken apart: each part with the field of the form that it belongs to, and how sure it is.
enum TakenApartBody {
    private static let part = Schema.named(
        "TakenPart",
        .object([
            .init("field", .words(TakenField.allCases.map(\.rawValue))),
            .init("value", .text(max: TakenApart.longest)),
            .init("certainty", .words(TakenPart.Certainty.allCases.map(\.rawValue))),
        ]))

    static let schema = Schema.named(
        "TakenApart",
        .object([
            .init("parts", .array(part, maxItems: TakenField.allCases.count)),
            .init("left_over", .array(.text(max: TakenApart.longest), maxItems: TakenApart.longest)),
            .init("policy_code", .bool),
        ]))

    static func json(_ taken: TakenApart) -> JSON {
        [
            "parts": .array(
                taken.parts.map {
                    [
                        "field": .string($0.field.rawValue), "value": .string($0.value),
                        "certainty": .string($0.certainty.rawValue),
                    ]
                }),
            "left_over": .array(taken.leftOver.map(JSON.string)),
            "policy_code": .bool(taken.isPolicyCode),
        ]
    }
}
