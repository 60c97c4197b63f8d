package import Domain

/// The first start: the desk gets an identity that it keeps for ever. Later starts find it and change
/// nothing.
package struct FoundDesk {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(requestKey: [UInt8], documentKey: [UInt8]) throws -> Desk {
        if let desk = try store.read({ try $0.desk.current() }) { return desk }
        return try store.change(by: .desk) { tx in
            let desk = Desk(
                id: identities.next(), lineage: 1, requestKey: requestKey, documentKey: documentKey,
                foundedAt: clock.now, prefix: nil)
            return Changed(desk, .deskFounded(desk))
        }
    }
}
