/// Header lines in order. Names compare without case, as RFC 9110 asks.
package struct Headers: Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var lines: [(name: String, value: String)]

    package init(_ lines: [(name: String, value: String)] = []) { self.lines = lines }
    package init(dictionaryLiteral elements: (String, String)...) {
        lines = elements.map { (name: $0.0, value: $0.1) }
    }

    /// The first value under the name.
    package subscript(name: String) -> String? {
        lines.first { Headers.same($0.name, name) }?.value
    }

    package func all(_ name: String) -> [String] {
        lines.filter { Headers.same($0.name, name) }.map(\.value)
    }

    package mutating func add(_ name: String, _ value: String) { lines.append((name: name, value: value)) }

    package mutating func set(_ name: String, _ value: String) {
        lines.removeAll { Headers.same($0.name, name) }
        add(name, value)
    }

    package mutating func append(_ more: [(name: String, value: String)]) { lines.append(contentsOf: more) }

    package func has(_ name: String) -> Bool { lines.contains { Headers.same($0.name, name) } }

    /// The value, when there is exactly one line under the name.
    package func only(_ name: String) -> String? {
        var found: String?
        for line in lines where Headers.same(line.name, name) {
            guard found == nil else { return nil }
            found = line.value
        }
        return found
    }

    package static func same(_ a: String, _ b: String) -> Bool {
        let count = a.utf8.count
        guard count == b.utf8.count else { return false }
        let equal = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b in
                (0..<count).allSatisfy { lowered(a[$0]) == lowered(b[$0]) }
            }
        }
        // A string that is not in one piece came from outside Swift; none does here, and it still compares
        // right.
        return equal.flatMap(\.self) ?? zip(a.utf8, b.utf8).allSatisfy { lowered($0) == lowered($1) }
    }

    static func lowered(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }
}
