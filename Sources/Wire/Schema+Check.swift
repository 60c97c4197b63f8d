internal import Domain

/// One thing in a document that its shape does not allow, and where it stands.
package struct Violation: Hashable, Sendable {
    package enum Rule: String, Sendable, CaseIterable {
        case missing, unknown, type, pattern, format
        case tooShort = "too_short"
        case tooLong = "too_long"
        case notAllowed = "not_allowed"
        case tooMany = "too_many"
        case outOfRange = "out_of_range"
    }

    /// `person.surname`, `items[2].name`; empty for the document itself.
    package let path: String
    package let rule: Rule
    /// What the rule wanted: `minimum`, `maximum`, `expected`. Never what was sent.
    package let parameters: [String: String]

    package init(path: String, rule: Rule, parameters: [String: String] = [:]) {
        self.path = path
        self.rule = rule
        self.parameters = parameters
    }
}

extension Schema {
    /// Everything that is wrong with the document, in its own order; empty when it has this shape.
    package func violations(in document: JSON) -> [Violation] {
        var check = SchemaCheck()
        check.check(document, against: self, at: "")
        return check.found
    }
}

private struct SchemaCheck {
    // Enough for a form; a document that is wrong everywhere shall not make an answer larger than itself.
    private static let most = 50
    private(set) var found: [Violation] = []

    mutating func check(_ value: JSON, against schema: Schema, at path: String) {
        switch (schema, value) {
        case (.anything, _): return
        case (.orNull, .null): return
        case (.orNull(let inner), _): check(value, against: inner, at: path)
        case (.named(_, let inner), _): check(value, against: inner, at: path)
        case (.bool, .bool): return
        case (.integer(let minimum, let maximum), .integer(let number)):
            if number < minimum ?? .min || number > maximum ?? .max {
                add(path, .outOfRange, limits(minimum.map { "\($0)" }, maximum.map { "\($0)" }))
            }
        case (.string(let least, let most, let pattern, let format, _), .string(let text)):
            check(text, least, most, pattern, format, at: path)
        case (.words(let words), .string(let text)):
            // By bytes: String's own equality would let the Kelvin sign pass for K.
            if !words.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
                add(path, .notAllowed, ["expected": words.joined(separator: ", ")])
            }
        case (.array(let element, let most), .array(let elements)):
            if elements.count > most { return add(path, .tooMany, ["maximum": "\(most)"]) }
            for (index, one) in elements.enumerated() {
                check(one, against: element, at: "\(path)[\(index)]")
            }
        case (.object(let properties), .object(let members)): check(members, against: properties, at: path)
        case (.map(let inner, let most), .object(let members)):
            if members.count > most { return add(path, .tooMany, ["maximum": "\(most)"]) }
            for member in members { check(member.value, against: inner, at: join(path, member.name)) }
        default: add(path, .type, ["expected": schema.typeName])
        }
    }

    private mutating func check(
        _ members: [JSON.Member], against properties: [Schema.Property], at path: String
    ) {
        for property in properties {
            if let member = members.first(where: { $0.name == property.name }) {
                check(member.value, against: property.schema, at: join(path, property.name))
            } else if property.required {
                add(join(path, property.name), .missing)
            }
        }
        for member in members where !properties.contains(where: { $0.name == member.name }) {
            add(join(path, member.name), .unknown)
        }
    }

    private mutating func check(
        _ text: String, _ least: Int, _ most: Int, _ pattern: Pattern?, _ format: String?, at path: String
    ) {
        let length = text.unicodeScalars.count
        if length < least { return add(path, .tooShort, limits("\(least)", "\(most)")) }
        if length > most { return add(path, .tooLong, limits("\(least)", "\(most)")) }
        if let pattern, !pattern.matches(text) { return add(path, .pattern, ["expected": "\(pattern)"]) }
        if format == "uuid", !Pattern.uuid.matches(text) { return add(path, .format, ["expected": "uuid"]) }
        if format == "date", CalendarDay(iso: text) == nil { return add(path, .format, ["expected": "date"]) }
    }

    private mutating func add(_ path: String, _ rule: Violation.Rule, _ parameters: [String: String] = [:]) {
        guard found.count < SchemaCheck.most else { return }
        found.append(Violation(path: path, rule: rule, parameters: parameters))
    }

    private func limits(_ minimum: String?, _ maximum: String?) -> [String: String] {
        var limits: [String: String] = [:]
        limits["minimum"] = minimum
        limits["maximum"] = maximum
        return limits
    }

    /// A name that the sender chose is repeated only when it looks like a name of ours: paths may reach a
    /// journal.
    private func join(_ path: String, _ name: String) -> String {
        let plain =
            (1...40).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
                default: false
                }
            }
        let shown = plain ? name : "…"
        return path.isEmpty ? shown : "\(path).\(shown)"
    }
}

extension Schema {
    /// JSON's word for what the shape wants.
    var typeName: String {
        switch self {
        case .bool: "boolean"
        case .integer: "integer"
        case .string, .words: "string"
        case .array: "array"
        case .object, .map: "object"
        case .orNull(let inner), .named(_, let inner): inner.typeName
        case .anything: "any"
        }
    }
}
