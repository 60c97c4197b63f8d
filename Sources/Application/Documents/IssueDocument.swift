package import Domain

/// Gives a document its number and its bits. What the document is about is issued in the same transaction: a
/// use case that makes a policy calls `issue(_:in:by:)` from within its own.
package struct IssueDocument {
    package struct Order: Hashable, Sendable {
        package let sort: DocumentSort
        package let patient: ID<Patient>
        package let validFrom: CalendarDay
        /// Nil for a paper without an end.
        package let validTo: CalendarDay?
        /// From the catalogue; 0 for none.
        package let product: UInt16

        package init(
            _ sort: DocumentSort, of patient: ID<Patient>, validFrom: CalendarDay, validTo: CalendarDay?,
            product: UInt16 = 0
        ) {
            self.sort = sort
            self.patient = patient
            self.validFrom = validFrom
            self.validTo = validTo
            self.product = product
        }
    }

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

    package func callAsFunction(_ order: Order, by author: Author) throws -> Document {
        try store.change(by: author) { tx in
            let document = try issue(order, in: tx, by: author)
            return Changed(document, .documentIssued(document))
        }
    }

    /// Whoever calls it returns `.documentIssued` of the document among its own events: one document in one
    /// transaction, or the second would get the number of the first.
    package func issue(_ order: Order, in tx: any Changing, by author: Author) throws -> Document {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        guard let patient = try tx.patients.find(order.patient) else { throw Refusal(.patientNotFound) }
        try tx.mustLive(order.patient)
        try judge(order)
        let docID = seal.mintDocID()
        return Document(
            id: identities.next(), version: 1, docID: docID, sort: order.sort,
            number: try tx.nextOwnNumber(), patient: order.patient,
            validFrom: order.validFrom, validTo: order.validTo, product: order.product,
            holderTag: seal.holderTag(docID, patient.person), issuedOn: clock.today, issuedAt: clock.now,
            issuedBy: owner, state: .issuedOffline)
    }

    /// The code has two bytes for a day: from 2020 to 2199.
    private func judge(_ order: Order) throws {
        guard TokenDay(order.validFrom) != nil else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("valid_from", .validDayOutOfReach)])
        }
        guard let last = order.validTo else { return }
        guard TokenDay(last) != nil else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("valid_to", .validDayOutOfReach)])
        }
        guard last >= order.validFrom else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("valid_to", .validDaysReversed)])
        }
    }
}
