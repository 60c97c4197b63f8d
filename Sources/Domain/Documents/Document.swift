/// A paper that this desk has issued under a number of its own, and what has become of it.
///
/// It is issued in one step: what is only looked at has no row and no number. The desk's own states are here
/// beside those that the centre will give; whether a document has ended by its dates is asked of the day.
package struct Document: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Holds from the moment when the paper leaves the desk.
        case issuedOffline = "issued_offline"
        case registered
        /// The centre refused it; it waits for an operator.
        case rejected
        case replaced
        case revoked
    }

    /// How a document came to its end.
    package struct Ending: Hashable, Sendable {
        package let at: Instant
        package let by: ID<Operator>
        package let cause: Cause

        package init(at: Instant, by: ID<Operator>, cause: Cause) {
            self.at = at
            self.by = by
            self.cause = cause
        }
    }

    package enum Cause: Hashable, Sendable {
        case replaced(by: ID<Document>)
        case revoked(RevocationReason)
    }

    package let id: ID<Document>
    package var version: Int64
    package let docID: DocID
    package let sort: DocumentSort
    /// Never used again, whatever becomes of the document.
    package let number: OwnNumber
    package let patient: ID<Patient>
    package let validFrom: CalendarDay
    package let validTo: CalendarDay?
    package let product: UInt16
    package let holderTag: UInt8
    /// By the clinic's calendar.
    package let issuedOn: CalendarDay
    package let issuedAt: Instant
    package let issuedBy: ID<Operator>
    package var state: State
    package var ending: Ending?

    package init(
        id: ID<Document>, version: Int64, docID: DocID, sort: DocumentSort, number: OwnNumber,
        patient: ID<Patient>, validFrom: CalendarDay, validTo: CalendarDay?, product: UInt16,
        holderTag: UInt8, issuedOn: CalendarDay, issuedAt: Instant, issuedBy: ID<Operator>, state: State,
        ending: Ending? = nil
    ) {
        self.id = id
        self.version = version
        self.docID = docID
        self.sort = sort
        self.number = number
        self.patient = patient
        self.validFrom = validFrom
        self.validTo = validTo
        self.product = product
        self.holderTag = holderTag
        self.issuedOn = issuedOn
        self.issuedAt = issuedAt
        self.issuedBy = issuedBy
        self.state = state
        self.ending = ending
    }

    package func ended(
        _ cause: Cause, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> Document {
        guard ending == nil else { throw Refusal(.documentEnded, ["number": number.text]) }
        var document = self
        document.version += 1
        document.ending = Ending(at: now, by: author, cause: cause)
        switch cause {
        case .replaced: document.state = .replaced
        case .revoked: document.state = .revoked
        }
        return document
    }
}
