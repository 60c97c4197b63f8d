/// What a column holds or a parameter brings: the five storage classes that SQLite and our use of PostgreSQL
/// share.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

extension Value: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    package init(nilLiteral: ()) { self = .null }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(stringLiteral value: String) { self = .text(value) }

    package init(_ text: String?) { self = text.map(Value.text) ?? .null }
    package init(_ number: Int64?) { self = number.map(Value.integer) ?? .null }
    package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}
