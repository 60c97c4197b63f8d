package import Application
internal import Crypto
package import Domain
import Persistence
internal import Threads

/// Documents, their sheets, and what they are about.
extension TestDesk {
    /// The document key of some desk, named by a number.
    package static func seal(_ number: UInt8) -> any DocumentSeal {
        SodiumDocumentSeal(SigningKey(seed: SecretBytes([UInt8](repeating: number, count: 32))))
    }

    /// For a year from the day on which the fake clock begins.
    package func order(
        _ sort: DocumentSort = .certificate, of patient: ID<Patient>, days: ClosedRange<Int> = 0...364
    ) -> IssueDocument.Order {
        let first = clock.day(of: FakeClock.start)
        guard let from = first.adding(days: days.lowerBound), let to = first.adding(days: days.upperBound)
        else { preconditionFailure("a test stays between the years 1 and 9999") }
        return IssueDocument.Order(sort, of: patient, validFrom: from, validTo: to, product: 7)
    }

    package func issuing(_ order: IssueDocument.Order, by author: Author) throws -> Document {
        try IssueDocument(store: store, clock: clock, identities: identities, seal: seal)(order, by: author)
    }

    package func replacing(
        _ document: Document, with order: IssueDocument.Order, by author: Author
    ) throws -> ReplaceDocument.Replaced {
        try ReplaceDocument(store: store, clock: clock, identities: identities, seal: seal)(
            document.id, baseVersion: document.version, with: order, by: author)
    }

    package func revoking(
        _ document: Document, for reason: RevocationReason = .holder, by author: Author
    ) throws -> Document {
        try RevokeDocument(store: store, clock: clock)(
            document.id, baseVersion: document.version, for: reason, by: author)
    }

    package func copying(
        _ document: ID<Document>, for why: PrintedCopy.Why? = nil, by author: Author
    ) throws -> PrintedCopy {
        try RecordCopy(store: store, clock: clock, identities: identities, seal: seal)(
            document, for: why, by: author)
    }

    package func answering(
        _ copy: ID<PrintedCopy>, _ answer: PrintedCopy.Answer, by author: Author
    ) throws -> PrintedCopy {
        try AnswerCopy(store: store, clock: clock)(copy, answer, by: author)
    }

    package var keyRing: KeepKeyRing {
        KeepKeyRing(store: store, clock: clock, identities: identities, check: seal)
    }

    /// What the other desk's `keys show` would print.
    package static func keyLine(_ number: UInt8, prefix: String = "48") -> String {
        let seal = TestDesk.seal(number)
        return KeyLine(prefix: prefix, publicKey: seal.publicKey).text(sha256: seal.sha256)
    }

    package func verifying(_ text: String) throws -> VerifyPaper.Found {
        try store.read { try VerifyPaper(hosts: codeHosts, check: seal, clock: clock)(text, in: $0) }
    }

    package func link(_ copy: PrintedCopy) -> String { QRLink.text(copy.token, at: codeHosts.current) }

    /// With everything ticked that has to be read.
    @discardableResult
    package func issuing(
        _ form: IssuedPolicyForm, to patient: ID<Patient>, insteadOf old: ID<IssuedPolicy>? = nil,
        accepted: Set<String> = [], reason: String? = nil, by author: Author
    ) throws -> IssuedPolicy {
        try IssuePolicy(store: store, clock: clock, identities: identities)(
            form, to: patient, insteadOf: old, acceptance: Acceptance(codes: accepted, reason: reason),
            by: author)
    }

    @discardableResult
    package func certifying(
        _ first: ID<Patient>, and second: ID<Patient>? = nil, by programme: Programme,
        from day: String = "22.11.2026", by author: Author
    ) throws -> Certificate {
        var form = CertificateForm()
        (form.programme, form.validFrom, form.validTo) = (programme.id.text, day, "21.11.2027")
        return try IssueCertificate(store: store, clock: clock, identities: identities)(
            form, to: first, and: second, by: author)
    }
}
