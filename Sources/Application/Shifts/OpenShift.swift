package import Domain

/// Opens an operator's shift at a screen, perhaps taking over a colleague's.
package struct OpenShift {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(at screen: String, takingOver: ID<Shift>?, by author: Author) throws -> Shift
    {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard try tx.shifts.openShift(of: owner, screen: screen) == nil else {
                throw Refusal(.shiftAlreadyOpen)
            }
            if let takingOver {
                guard let left = try tx.shifts.find(takingOver), left.handedTo == owner,
                    try !tx.shifts.isTaken(takingOver)
                else { throw Refusal(.shiftNotYours) }
            }
            let shift = Shift(
                id: identities.next(), version: 1, owner: owner, screen: screen, openedAt: clock.now,
                state: .open,
                takenFrom: takingOver)
            return Changed(shift, .shiftOpened(shift))
        }
    }
}
