internal import SQL

/// The prepared statements of one connection, found by the address of their text.
///
/// Every query is a literal of the program, so there is a fixed number of them and nothing is ever thrown
/// out. Looking up is on the way of every statement: an open table, one multiplication and usually one
/// comparison.
struct StatementCache {
    private var places: [Statement?] = Array(repeating: nil, count: 256)
    private var count = 0

    subscript(query: Query) -> Statement? {
        var place = self.place(of: query)
        while let statement = places[place] {
            if statement.isOf(query) { return statement }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    mutating func insert(_ statement: Statement) {
        if 2 * count >= places.count { grow() }
        var place = self.place(of: statement.query)
        while places[place] != nil { place = (place + 1) & (places.count - 1) }
        places[place] = statement
        count += 1
    }

    mutating func removeAll() {
        places = Array(repeating: nil, count: 256)
        count = 0
    }

    private mutating func grow() {
        let statements = places.compactMap(\.self)
        places = Array(repeating: nil, count: 2 * places.count)
        count = 0
        for statement in statements { insert(statement) }
    }

    private func place(of query: Query) -> Int {
        // Fibonacci hashing: addresses of literals differ in their low bits, the product mixes those into the
        // high ones.
        let mixed = UInt(bitPattern: query.literal.utf8Start) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
    }
}
