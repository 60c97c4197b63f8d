package import Domain

/// Ends one session, or all of an operator's at once.
package struct SignOut {
    let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(_ session: Session, request: String?) throws {
        try store.keep { shelf in
            try shelf.sessions.end(session.id)
            try shelf.note(
                Notice(.signedOut, about: Subject(.session, session.id.as())),
                by: session.author(request: request))
        }
    }

    package func everywhere(_ owner: ID<Operator>, by author: Author) throws {
        try store.keep { shelf in
            try shelf.sessions.endAll(of: owner)
            try shelf.note(Notice(.signedOutEverywhere, about: Subject(.operator, owner.as())), by: author)
        }
    }
}
