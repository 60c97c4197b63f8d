/// A store that one thread at a time writes and several read.
package protocol Database: Sendable {
    /// Lends the one writing connection. The body calls `transaction` on it.
    func write<Result: Sendable>(_ body: (any Connection) throws -> Result) throws -> Result

    /// Lends a connection that reads, inside one transaction: the body sees the same state from first to last
    /// line.
    func read<Result: Sendable>(_ body: (any Connection) throws -> Result) throws -> Result

    var health: StoreHealth { get }
}
