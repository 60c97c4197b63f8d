package import Wire

extension OpenAPI {
    /// RFC 9457, closed: the body of every failure that reaches a handler.
    package static let problem: Schema = .named(
        "Problem",
        .object([
            .init("type", .text(min: 1, max: 100, example: "/problems/patient_not_found")),
            .init("title", .text(max: 200)),
            .init("status", .integer(minimum: 400, maximum: 599)),
            .init("code", .shaped(.word, min: 1, max: 80, example: "patient_not_found")),
            .init("detail", .text(max: 2000)),
            .init("instance", .text(max: 100)),
            .optional("fields", .array(field, maxItems: 200)),
            .optional("retry_after_seconds", .count),
        ]))

    /// What is said about one field of a form; also the answer of the questions that check a form.
    package static let field: Schema = .named(
        "Field",
        .object([
            .init("name", .text(max: 200, example: "surname")),
            .init("code", .shaped(.word, min: 1, max: 80, example: "required")),
            .init("text", .text(max: 2000)),
            .init("severity", .words(["error", "warning"])), .init("needs_reason", .bool),
            .init("patient", .id.orNull),
        ]))
}
