package import Domain

/// Keeps the catalogue of programmes. What was issued by a version stays as it was.
package struct KeepProgrammes {
    let store: any Store
    let identities: any Identities

    package init(store: any Store, identities: any Identities) {
        self.store = store
        self.identities = identities
    }

    package func add(_ form: ProgrammeForm, by author: Author) throws -> Programme {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let programme = try form.programme(
                identities.next(), version: 1, insurers: tx.catalogues.insurers(),
                among: tx.catalogues.programmes())
            return Changed(programme, .programmeAdded(programme))
        }
    }

    package func change(
        _ id: ID<Programme>, to form: ProgrammeForm, baseVersion seen: Int64, by author: Author
    ) throws -> Programme {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let old = try tx.catalogues.programme(id) else { throw Refusal(.programmeNotFound) }
            guard old.version == seen else { throw Refusal(.programmeChanged) }
            let programme = try form.programme(
                id, version: seen + 1, insurers: tx.catalogues.insurers(),
                among: tx.catalogues.programmes())
            return Changed(programme, .programmeChanged(programme))
        }
    }
}
