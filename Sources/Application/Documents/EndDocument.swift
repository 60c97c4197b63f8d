package import Domain

/// Issues a document in the place of another, which from now on verifies as replaced by it.
package struct ReplaceDocument {
    package struct Replaced: Hashable, Sendable {
        package let old: Document
        package let new: Document

        /// In this order: the old one names the new.
        package var events: (first: Event, second: Event) { (.documentIssued(new), .documentReplaced(old)) }
    }

    let store: any Store
    let clock: any Clock
    let issuing: IssueDocument

    package init(store: any Store, clock: any Clock, identities: any Identities, seal: any DocumentSeal) {
        self.store = store
        self.clock = clock
        issuing = IssueDocument(store: store, clock: clock, identities: identities, seal: seal)
    }

    package func callAsFunction(
        _ id: ID<Document>, baseVersion seen: Int64, with order: IssueDocument.Order, by author: Author
    ) throws -> Replaced {
        try store.change(by: author) { tx in
            let replaced = try replace(id, baseVersion: seen, with: order, in: tx, by: author)
            return Changed(replaced, replaced.events.first, replaced.events.second)
        }
    }

    /// Whoever calls it returns both events among its own.
    package func replace(
        _ id: ID<Document>, baseVersion seen: Int64, with order: IssueDocument.Order, in tx: any Changing,
        by author: Author
    ) throws -> Replaced {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let old = try tx.documents.demand(id, baseVersion: seen)
        let new = try issuing.issue(order, in: tx, by: author)
        return Replaced(old: try old.ended(.replaced(by: new.id), by: owner, at: clock.now), new: new)
    }
}

/// Ends a document before its time. Its number is never used again.
package struct RevokeDocument {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<Document>, baseVersion seen: Int64, for reason: RevocationReason, by author: Author
    ) throws -> Document {
        try store.change(by: author) { tx in
            let document = try revoke(id, baseVersion: seen, for: reason, in: tx, by: author)
            return Changed(document, .documentRevoked(document))
        }
    }

    /// Whoever calls it returns `.documentRevoked` among its own events.
    package func revoke(
        _ id: ID<Document>, baseVersion seen: Int64, for reason: RevocationReason, in tx: any Changing,
        by author: Author
    ) throws -> Document {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try tx.documents.demand(id, baseVersion: seen).ended(
            .revoked(reason), by: owner, at: clock.now)
    }
}

extension DocumentBook {
    func demand(_ id: ID<Document>, baseVersion seen: Int64) throws -> Document {
        guard let document = try find(id) else { throw Refusal(.documentNotFound) }
        guard document.version == seen else { throw Refusal(.documentChanged) }
        return document
    }
}
