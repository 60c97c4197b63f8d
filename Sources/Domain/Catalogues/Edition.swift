/// One version of something that is versioned: what was issued by it stays as it was, whatever comes after.
package struct Edition<Entity>: Hashable, Sendable {
    package let id: ID<Entity>
    package let version: Int64

    package init(_ id: ID<Entity>, _ version: Int64) {
        self.id = id
        self.version = version
    }
}
