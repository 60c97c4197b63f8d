internal import Domain

/// An operation's payload is not what its type promises. Carries the member's name, never its value.
package struct FactFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let member: String

    package init(member: String) { self.member = member }

    package var description: String { "a fact's member is missing or of another kind: \(member)" }
}

/// Reads the members of a fact and says which one is wrong.
struct FactReader {
    let fact: JSON

    init(_ fact: JSON?, _ name: String) throws(FactFault) {
        guard let fact, fact.members != nil else { throw FactFault(member: name) }
        self.fact = fact
    }

    func text(_ name: String) throws(FactFault) -> String {
        guard let text = fact[name]?.text else { throw FactFault(member: name) }
        return text
    }

    func optionalText(_ name: String) throws(FactFault) -> String? {
        if fact[name] == .null { return nil }
        return try text(name)
    }

    /// Whether the fact knows the member at all: facts written before there was one stay readable for ever.
    func has(_ name: String) -> Bool { fact[name] != nil }

    func integer(_ name: String) throws(FactFault) -> Int64 {
        guard let number = fact[name]?.integer else { throw FactFault(member: name) }
        return number
    }

    func optionalInteger(_ name: String) throws(FactFault) -> Int64? {
        if fact[name] == .null { return nil }
        return try integer(name)
    }

    func flag(_ name: String) throws(FactFault) -> Bool {
        guard let flag = fact[name]?.flag else { throw FactFault(member: name) }
        return flag
    }

    func instant(_ name: String) throws(FactFault) -> Instant {
        Instant(milliseconds: try integer(name))
    }

    func optionalInstant(_ name: String) throws(FactFault) -> Instant? {
        if fact[name] == .null { return nil }
        return try instant(name)
    }

    /// What was undone, by the names that the fact has for it; nil while it holds.
    func undoing(at: String, by: String, reason: String) throws(FactFault) -> Undoing? {
        guard let instant = try optionalInstant(at) else { return nil }
        return Undoing(at: instant, by: try id(by), reason: try text(reason))
    }

    func elements(_ name: String) throws(FactFault) -> [JSON] {
        guard let elements = fact[name]?.elements else { throw FactFault(member: name) }
        return elements
    }

    func id<Entity>(_ name: String, of entity: Entity.Type = Entity.self) throws(FactFault) -> ID<Entity> {
        try value(name, ID<Entity>.init(_:))
    }

    func optionalID<Entity>(_ name: String, of entity: Entity.Type = Entity.self) throws(FactFault) -> ID<
        Entity
    >? {
        if fact[name] == .null { return nil }
        return try id(name)
    }

    /// A text that must make a value.
    func value<Value>(_ name: String, _ make: (String) -> Value?) throws(FactFault) -> Value {
        guard let value = make(try text(name)) else { throw FactFault(member: name) }
        return value
    }

    func optionalValue<Value>(_ name: String, _ make: (String) -> Value?) throws(FactFault) -> Value? {
        if fact[name] == .null { return nil }
        return try value(name, make)
    }

    func bytes(_ name: String) throws(FactFault) -> [UInt8] {
        try value(name, Hex.bytes(_:))
    }
}

extension JSON {
    init(_ instant: Instant?) { self = instant.map { .integer($0.milliseconds) } ?? .null }
    init<Entity>(_ id: ID<Entity>?) { self = id.map { .string($0.text) } ?? .null }
}
