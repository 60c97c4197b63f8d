package import Domain

/// Keeps the list of insurers.
package struct KeepInsurers {
    let store: any Store
    let identities: any Identities

    package init(store: any Store, identities: any Identities) {
        self.store = store
        self.identities = identities
    }

    package func add(_ form: InsurerForm, by author: Author) throws -> Insurer {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let insurer = try form.insurer(
                identities.next(), version: 1, among: tx.catalogues.insurers())
            return Changed(insurer, .insurerAdded(insurer))
        }
    }

    /// Renames, closes or opens one again.
    package func change(
        _ id: ID<Insurer>, to form: InsurerForm, baseVersion seen: Int64, by author: Author
    ) throws -> Insurer {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let old = try tx.catalogues.insurer(id) else { throw Refusal(.insurerNotFound) }
            guard old.version == seen else { throw Refusal(.insurerChanged) }
            let insurer = try form.insurer(id, version: seen + 1, among: tx.catalogues.insurers())
            return Changed(insurer, .insurerChanged(insurer))
        }
    }
}
