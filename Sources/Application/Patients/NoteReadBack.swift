package import Domain

/// Notes that the person has found the card right, as it was shown.
package struct NoteReadBack {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    /// - Parameter version: the version that was on the screen or the sheet; a card that somebody has changed
    ///   meanwhile was not read.
    package func callAsFunction(
        _ how: ReadBack.How, of id: ID<Patient>, version: Int64, by author: Author
    ) throws -> ReadBack {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let patient = try tx.patients.find(id) else { throw Refusal(.patientNotFound) }
            try tx.mustLive(id)
            guard patient.version == version else { throw Refusal(.readBackOutdated) }
            let read = ReadBack(
                id: identities.next(), patient: id, cardVersion: version, how: how, at: clock.now, by: owner)
            return Changed(read, .dataReadBack(read))
        }
    }
}
