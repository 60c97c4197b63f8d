package import Domain

/// The keys of other desks whose papers are believed here: brought in by the admin, and withdrawn again.
package struct KeepKeyRing {
    let store: any Store
    let clock: any Clock
    let identities: any Identities
    let check: any SealCheck

    package init(store: any Store, clock: any Clock, identities: any Identities, check: any SealCheck) {
        self.store = store
        self.clock = clock
        self.identities = identities
        self.check = check
    }

    /// - Parameter line: what `frontdesk keys show` printed on the other desk.
    package func add(_ line: String, called typed: String, by author: Author) throws -> TrustedKey {
        let name = try FreeText.demand(typed, "name")
        guard let read = KeyLine(line, sha256: check.sha256) else { throw Refusal(.deskKeyUnreadable) }
        return try store.change(by: author) { tx in
            guard try tx.desk.current()?.documentKey != read.publicKey else { throw Refusal(.deskKeyOwn) }
            let known = try tx.deskKeys.all().first { $0.publicKey == read.publicKey && $0.withdrawal == nil }
            if let known { throw Refusal(.deskKeyKnown, ["name": known.name]) }
            let key = TrustedKey(
                id: identities.next(), version: 1, prefix: read.prefix, name: name, publicKey: read.publicKey,
                addedAt: clock.now, addedBy: author.operator)
            return Changed(key, .deskKeyAdded(key))
        }
    }

    /// Papers under this key are believed no more.
    package func withdraw(_ id: ID<TrustedKey>, for typed: String, by author: Author) throws -> TrustedKey {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try FreeText.demand(typed, "reason")
        return try store.change(by: author) { tx in
            guard let key = try tx.deskKeys.find(id) else { throw Refusal(.deskKeyNotFound) }
            let withdrawn = try key.withdrawn(for: reason, by: owner, at: clock.now)
            return Changed(withdrawn, .deskKeyWithdrawn(withdrawn))
        }
    }
}
