internal import Domain
internal import SQL
internal import Wire

/// A column holds what the domain would never have written: the file was changed behind our back.
struct ColumnFault: Error, CustomStringConvertible {
    let column: Int
    let kind: String

    var description: String { "column \(column) of a row holds no \(kind)" }
}

// Always inlined: called on `any Row`, a generic function would look its types up at each column of each
// person who is found.
extension Row {
    @inline(__always)
    func id<Entity>(_ column: Int, of entity: Entity.Type = Entity.self) throws -> ID<Entity> {
        guard let halves = withText(column, UUIDText.read) else {
            throw ColumnFault(column: column, kind: "id")
        }
        return ID(high: halves.high, low: halves.low)
    }

    func optionalID<Entity>(_ column: Int, of entity: Entity.Type = Entity.self) throws -> ID<Entity>? {
        isNull(column) ? nil : try id(column)
    }

    func instant(_ column: Int) -> Instant { Instant(milliseconds: integer(column)) }

    func optionalInstant(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }

    /// Three columns that are empty together: when, by whom, why.
    func undoing(from first: Int) throws -> Undoing? {
        guard let at = optionalInstant(first) else { return nil }
        return Undoing(at: at, by: try id(first + 1), reason: text(first + 2))
    }

    @inline(__always)
    func day(_ column: Int) throws -> CalendarDay { try value(column, CalendarDay.init(iso:)) }

    /// A text that must make a value.
    @inline(__always)
    func value<Made>(_ column: Int, _ make: (String) -> Made?) throws -> Made {
        guard let made = make(text(column)) else { throw ColumnFault(column: column, kind: "\(Made.self)") }
        return made
    }

    @inline(__always)
    func optionalValue<Made>(_ column: Int, _ make: (String) -> Made?) throws -> Made? {
        isNull(column) ? nil : try value(column, make)
    }
}

extension Value {
    init(_ instant: Instant?) { self = instant.map { .integer($0.milliseconds) } ?? .null }
    init<Entity>(_ id: ID<Entity>?) { self = id.map { .text($0.text) } ?? .null }

    /// As many ids as there are: a statement takes them apart by `json_each`.
    init<Entity>(list ids: [ID<Entity>]) {
        self = .text(String(decoding: JSON.array(ids.map { .string($0.text) }).bytes, as: UTF8.self))
    }
}
