/// The named shapes that a document refers to, each published once.
package struct SchemaComponents: Sendable {
    private var known: [String: JSON] = [:]

    package init() {}

    /// `components/schemas`, sorted by name so that the document is the same every time.
    package var json: JSON {
        .object(known.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) })
    }

    fileprivate mutating func add(_ name: String, _ schema: Schema) {
        let body = schema.json(collecting: &self)
        precondition(known[name] == nil || known[name] == body, "two shapes are called \(name)")
        known[name] = body
    }
}

extension Schema {
    /// JSON Schema 2020-12, as OpenAPI 3.1 takes it; named shapes become references and are collected.
    package func json(collecting components: inout SchemaComponents) -> JSON {
        switch self {
        case .anything: return .object([])
        case .bool: return ["type": "boolean"]
        case .integer(let minimum, let maximum): return Schema.integer(minimum, maximum)
        case .string(let least, let most, let pattern, let format, let example):
            return Schema.string(least, most, pattern, format, example)
        case .words(let words): return ["type": "string", "enum": .array(words.map(JSON.string))]
        case .array(let element, let most):
            return [
                "type": "array", "items": element.json(collecting: &components),
                "maxItems": .integer(Int64(most)),
            ]
        case .map(let inner, let most):
            return [
                "type": "object", "additionalProperties": inner.json(collecting: &components),
                "maxProperties": .integer(Int64(most)),
            ]
        case .object(let properties): return Schema.object(properties, collecting: &components)
        case .orNull(let inner): return Schema.orNull(inner.json(collecting: &components))
        case .named(let name, let inner):
            components.add(name, inner)
            return ["$ref": .string("#/components/schemas/\(name)")]
        }
    }

    private static func integer(_ minimum: Int64?, _ maximum: Int64?) -> JSON {
        var members: [JSON.Member] = [.init("type", "integer"), .init("format", "int64")]
        if let minimum { members.append(.init("minimum", .integer(minimum))) }
        if let maximum { members.append(.init("maximum", .integer(maximum))) }
        return .object(members)
    }

    private static func string(
        _ least: Int, _ most: Int, _ pattern: Pattern?, _ format: String?, _ example: String?
    ) -> JSON {
        var members: [JSON.Member] = [.init("type", "string")]
        if least > 0 { members.append(.init("minLength", .integer(Int64(least)))) }
        members.append(.init("maxLength", .integer(Int64(most))))
        if let pattern { members.append(.init("pattern", .string(pattern.rawValue))) }
        if let format { members.append(.init("format", .string(format))) }
        if let example { members.append(.init("examples", [.string(example)])) }
        return .object(members)
    }

    private static func object(_ properties: [Property], collecting components: inout SchemaComponents)
        -> JSON
    {
        let shapes = properties.map { JSON.Member($0.name, $0.schema.json(collecting: &components)) }
        let required = properties.filter(\.required).map { JSON.string($0.name) }
        var members: [JSON.Member] = [.init("type", "object"), .init("properties", .object(shapes))]
        if !required.isEmpty { members.append(.init("required", .array(required))) }
        members.append(.init("additionalProperties", false))
        return .object(members)
    }

    /// `type: [x, null]` where the shape is written out; a choice where it is a reference.
    private static func orNull(_ inner: JSON) -> JSON {
        guard case .object(let members) = inner, let type = inner["type"]?.text else {
            return ["anyOf": [inner, ["type": "null"]]]
        }
        return .object(
            members.map { member in
                switch (member.name, member.value) {
                case ("type", _): JSON.Member("type", [.string(type), "null"])
                case ("enum", .array(let words)): JSON.Member("enum", .array(words + [.null]))
                default: member
                }
            })
    }
}
