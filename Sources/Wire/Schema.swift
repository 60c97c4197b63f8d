/// The shape of a JSON document: checked on the way in, published in the OpenAPI document.
///
/// Objects are closed: a member that the shape does not name is refused.
package indirect enum Schema: Sendable {
    case bool
    case integer(minimum: Int64?, maximum: Int64?)
    case string(minLength: Int, maxLength: Int, pattern: Pattern?, format: String?, example: String?)
    case words([String])
    case array(Schema, maxItems: Int)
    case object([Property])
    /// An object used as a dictionary of like values.
    case map(Schema, maxProperties: Int)
    case orNull(Schema)
    /// Published once under `components/schemas` and referred to by its name.
    case named(String, Schema)
    /// Whatever JSON there is: only for documents that are not ours, such as OpenAPI itself.
    case anything

    package struct Property: Sendable {
        package let name: String
        package let schema: Schema
        package let required: Bool

        package init(_ name: String, _ schema: Schema, required: Bool = true) {
            self.name = name
            self.schema = schema
            self.required = required
        }
    }
}

// What tables of routes are written with.
extension Schema {
    /// Text of any letters, as typed.
    package static func text(min: Int = 0, max: Int, example: String? = nil) -> Schema {
        .string(minLength: min, maxLength: max, pattern: nil, format: nil, example: example)
    }

    /// A UUID as we write it: lower case, with hyphens.
    package static var id: Schema {
        let example = "01936b0a-7c00-7000-8000-00000000a001"
        return .string(minLength: 36, maxLength: 36, pattern: .uuid, format: "uuid", example: example)
    }

    /// A day of the calendar, `2026-11-21`.
    package static var day: Schema {
        .string(minLength: 10, maxLength: 10, pattern: .day, format: "date", example: "2026-11-21")
    }

    /// Milliseconds since 1970, UTC.
    package static var instant: Schema { .integer(minimum: 0, maximum: 253_402_300_799_999) }

    /// Zero or more, exact in every reader of JSON.
    package static var count: Schema { .integer(minimum: 0, maximum: 9_007_199_254_740_991) }

    /// Text that follows a pattern of ours.
    package static func shaped(_ pattern: Pattern, min: Int, max: Int, example: String? = nil) -> Schema {
        .string(minLength: min, maxLength: max, pattern: pattern, format: nil, example: example)
    }

    /// A list that is `{"items": […]}`, so that it can grow members later.
    package static func items(_ element: Schema, max: Int) -> Schema {
        .object([Property("items", .array(element, maxItems: max))])
    }

    package var orNull: Schema { .orNull(self) }
}

extension Schema.Property {
    package static func optional(_ name: String, _ schema: Schema) -> Schema.Property {
        Schema.Property(name, schema, required: false)
    }
}
