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
            try mustBeNew(place, in: tx)
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
            // Two that are equal already can still be closed.
            if !place.isSame(as: old) { try mustBeNew(place, in: tx) }
            return Changed(place, .attachmentPlaceChanged(place))
        }
    }

    private func mustBeNew(_ place: AttachmentPlace, in books: any Reading) throws {
        guard let twin = try books.attachmentPlaces.all().first(where: place.isSame) else { return }
        let code: FieldCode = twin.isClosed ? .placeTakenClosed : .placeTaken
        throw Refusal(.fieldsInvalid, fields: [FieldProblem("precinct", code)])
    }
}
