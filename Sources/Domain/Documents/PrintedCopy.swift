/// One sheet of a document: each print is one, with a code of its own.
///
/// It is written down before the printer is asked, so that no code leaves the desk that the desk does not
/// know; what the printer answered is written down after it.
package struct PrintedCopy: Hashable, Sendable {
    package enum Why: String, Hashable, Sendable, CaseIterable {
        case first
        case lost
        case spoiled
        case correction
    }

    package enum Answer: String, Hashable, Sendable, CaseIterable {
        /// Nobody has said yet whether there is a sheet.
        case unknown
        case printed
        case failed
        case openedAsPDF = "opened_as_pdf"
    }

    package let id: ID<PrintedCopy>
    package var version: Int64
    package let document: ID<Document>
    package let documentVersion: Int64
    /// Of the document, from 1.
    package let number: Int64
    /// What is in the sheet's code: its counter is the key's, without gaps.
    package let token: QRToken
    package let why: Why
    package let madeAt: Instant
    package let madeBy: ID<Operator>
    package var answer: Answer
    package var answeredAt: Instant?

    package init(
        id: ID<PrintedCopy>, version: Int64, document: ID<Document>, documentVersion: Int64, number: Int64,
        token: QRToken, why: Why, madeAt: Instant, madeBy: ID<Operator>, answer: Answer = .unknown,
        answeredAt: Instant? = nil
    ) {
        self.id = id
        self.version = version
        self.document = document
        self.documentVersion = documentVersion
        self.number = number
        self.token = token
        self.why = why
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.answer = answer
        self.answeredAt = answeredAt
    }

    /// There is such a sheet, or there may be.
    package var mayExist: Bool { answer != .failed }

    package func answered(_ answer: Answer, at now: Instant) throws(Refusal) -> PrintedCopy {
        guard self.answer == .unknown, answer != .unknown else { throw Refusal(.copyAnswered) }
        var copy = self
        copy.version += 1
        copy.answer = answer
        copy.answeredAt = now
        return copy
    }
}
