internal import HTTP
internal import Wire

/// The answer to a check of a form: what there is to say by field, and the form made tidy.
enum CheckBody {
    static let field = Schema.named(
        "FieldRemark",
        .object([
            .init("name", .text(max: 100)), .init("code", .text(max: 100)), .init("text", .text(max: 1000)),
            .init("severity", .words(["error", "warning"])), .init("needs_reason", .bool),
            .init("patient", .id.orNull),
        ]))

    static let schema = Schema.named(
        "PersonCheck",
        .object([.init("fields", .array(field, maxItems: 100)), .init("normal", PersonFormBody.schema)]))

    static func json(_ fields: [Problem.Field], normal: JSON) -> JSON {
        [
            "fields": .array(fields.map(\.json)),
            "normal": normal,
        ]
    }
}
