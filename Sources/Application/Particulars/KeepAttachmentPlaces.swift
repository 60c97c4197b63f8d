package import Domain

/// Keeps the list of places that people can be attached to.
package struct KeepAttachmentPlaces {
    let store: any Store
    let identities: any Identities

    package init(store: any Store, identities: any Identities) {
        self.store = store
        self.identities = identities
    }

    package func add(_ form: AttachmentPlaceForm, by author: Author) throws -> AttachmentPlace {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let place = try form.place(identities.next(), version: 1)
            return Changed(place, .attachmentPlaceAdded(place))
        }
    }

    /// Renames, closes or opens a place again.
    package func change(
        _ id: ID<AttachmentPlace>, to form: AttachmentPlaceForm, baseVersion seen: Int64, by author: Author
    ) throws -> AttachmentPlace {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            guard let old = try tx.attachmentPlaces.find(id) else { throw Refusal(.attachmentPlaceNotFound) }
            guard old.version == seen else { throw Refusal(.attachmentPlaceChanged) }
            let place = try form.place(id, version: seen + 1)
            return Changed(place, .attachmentPlaceChanged(place))
        }
    }
}
