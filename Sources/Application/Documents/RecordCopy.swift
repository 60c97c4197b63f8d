package import Domain

/// Writes down one sheet of a document, and makes its code.
///
/// Called before the printer is: a code that is on paper is in the ledger, even when the power goes in
/// between. A copy behind the first one asks why.
package struct RecordCopy {
    let store: any Store
    let clock: any Clock
    let identities: any Identities
    let seal: any DocumentSeal

    package init(store: any Store, clock: any Clock, identities: any Identities, seal: any DocumentSeal) {
        self.store = store
        self.clock = clock
        self.identities = identities
        self.seal = seal
    }

    package func callAsFunction(
        _ id: ID<Document>, for why: PrintedCopy.Why?, by author: Author
    ) throws -> PrintedCopy {
        try store.change(by: author) { tx in
            guard let document = try tx.documents.find(id) else { throw Refusal(.documentNotFound) }
            let copy = try record(document, for: why, in: tx, by: author)
            return Changed(copy, .copyMade(copy))
        }
    }

    /// Whoever calls it returns `.copyMade` among its own events; a document that is issued in the same
    /// transaction is given as it is there.
    package func record(
        _ document: Document, for why: PrintedCopy.Why?, in tx: any Changing, by author: Author
    ) throws -> PrintedCopy {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        guard document.ending == nil else { throw Refusal(.documentEnded, ["number": document.number.text]) }
        let copies = try tx.documents.copies(of: document.id)
        let key = seal.keyID(of: seal.publicKey)
        let counter = try tx.documents.nextCounter(of: key)
        guard let number = UInt32(exactly: counter) else { throw Refusal(.documentKeyExhausted) }
        return PrintedCopy(
            id: identities.next(), version: 1, document: document.id, documentVersion: document.version,
            number: (copies.map(\.number).max() ?? 0) + 1,
            token: try token(of: document, key, counter: number), why: try reason(why, copies),
            madeAt: clock.now, madeBy: owner)
    }

    /// A sheet that is known not to have come out was no copy: the next one is still the first.
    private func reason(_ why: PrintedCopy.Why?, _ copies: [PrintedCopy]) throws -> PrintedCopy.Why {
        let isFirst = !copies.contains(where: \.mayExist)
        guard !isFirst else { return .first }
        guard let why, why != .first else { throw Refusal(.copyReasonMissing) }
        return why
    }

    private func token(of document: Document, _ key: KeyID, counter: UInt32) throws -> QRToken {
        guard let issued = TokenDay(document.issuedOn), let from = TokenDay(document.validFrom) else {
            // The computer's clock stands outside 2020…2199.
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("valid_from", .validDayOutOfReach)])
        }
        return seal.seal(
            QRToken.Content(
                sort: document.sort, key: key, document: document.docID, counter: counter, issued: issued,
                validFrom: from, validTo: document.validTo.flatMap(TokenDay.init), product: document.product,
                holderTag: document.holderTag))
    }
}

/// Writes down what came of a sheet: the printer said so, or whoever stood there did.
package struct AnswerCopy {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<PrintedCopy>, _ answer: PrintedCopy.Answer, by author: Author
    ) throws -> PrintedCopy {
        try store.change(by: author) { tx in
            let copy = try note(id, answer, in: tx)
            return Changed(copy, .copyAnswered(copy))
        }
    }

    /// Whoever calls it returns `.copyAnswered` among its own events.
    package func note(
        _ id: ID<PrintedCopy>, _ answer: PrintedCopy.Answer, in tx: any Changing
    ) throws -> PrintedCopy {
        guard let copy = try tx.documents.copy(id) else { throw Refusal(.copyNotFound) }
        return try copy.answered(answer, at: clock.now)
    }
}
