/// What the store asks of a database engine. One connection belongs to one thread at a time.
package protocol Connection: AnyObject {
    /// Runs a statement that changes rows; returns how many it changed.
    @discardableResult
    func run(_ query: Query, _ values: [Value]) throws(StoreFault) -> Int

    /// Runs a statement and hands each row to `read`.
    func each(_ query: Query, _ values: [Value], _ read: (any Row) throws -> Void) throws

    /// Several statements without parameters, as in a migration.
    func script(_ text: String) throws(StoreFault)

    /// True between BEGIN and COMMIT.
    var isInTransaction: Bool { get }

    /// BEGIN, the body, COMMIT; whatever the body throws rolls everything back and goes on to the caller.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result
}

extension Connection {
    @inlinable package func all<Element>(
        _ query: Query, _ values: [Value] = [], _ read: (any Row) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try each(query, values) { row in elements.append(try read(row)) }
        return elements
    }

    /// The first row, or nil. The query itself must say LIMIT 1 or ask by a key.
    @inlinable package func first<Element>(
        _ query: Query, _ values: [Value] = [], _ read: (any Row) throws -> Element
    ) throws -> Element? {
        var element: Element?
        try each(query, values) { row in
            if element == nil { element = try read(row) }
        }
        return element
    }

    @discardableResult
    package func run(_ query: Query) throws(StoreFault) -> Int { try run(query, []) }

    package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try run("BEGIN")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            // The fault that the caller hears is the first one; an engine that has rolled back by itself
            // refuses this.
            if isInTransaction { _ = try? run("ROLLBACK") }
            throw error
        }
    }
}
