package import Domain

/// Mints ids: UUIDv7, never twice the same.
package protocol Identities: Sendable {
    func mint() -> (high: UInt64, low: UInt64)
}

extension Identities {
    package func next<Entity>(_ entity: Entity.Type = Entity.self) -> ID<Entity> {
        let halves = mint()
        return ID(high: halves.high, low: halves.low)
    }
}
