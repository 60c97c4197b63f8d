package import Domain

/// Says of a code that was scanned or typed whether the paper is genuine, without asking anybody.
///
/// The address is read and never opened: a sticker with somebody else's address must lead nowhere. The desk
/// that issued the document also knows what has become of it, and which of its sheets this is.
package struct VerifyPaper {
    package struct Found: Hashable, Sendable {
        package var verdict: Verdict
        /// Nil unless the paper is genuine, or was until its desk's key was withdrawn.
        package let token: QRToken?
        package let signer: KeyRing.Key?
        /// In this desk's own ledger.
        package var document: Document?
        package var copy: PrintedCopy?

        package var isOwn: Bool { signer != nil && signer?.foreign == nil }

        /// Signed with this desk's key, and no sheet of its ledger: the ledger is of an older copy, or
        /// somebody else has the key.
        package var isUnrecorded: Bool { isOwn && copy == nil }

        /// Whether the paper may be relied on today.
        package var isGood: Bool { verdict.isGood && !isUnrecorded }
    }

    let hosts: CodeHosts
    let check: any SealCheck
    let clock: any Clock

    package init(hosts: CodeHosts, check: any SealCheck, clock: any Clock) {
        self.hosts = hosts
        self.check = check
        self.clock = clock
    }

    package func callAsFunction(_ typed: String, in books: any Reading) throws -> Found {
        let ring = KeyRing(own: try books.desk.current(), trusted: try books.deskKeys.all(), check: check)
        var found = signed(typed, ring)
        guard found.isOwn, let token = found.token,
            let document = try books.documents.find(token.content.document)
        else { return found }
        let copies = try books.documents.copies(of: document.id)
        found.document = document
        found.copy = copies.first { $0.token == token }
        found.verdict = try verdict(of: document, found, copies, in: books)
        return found
    }

    /// What the code alone says: who signed it, and its days.
    package func signed(_ typed: String, _ ring: KeyRing) -> Found {
        do throws(FormatFault) {
            let token = try QRLink.read(typed, hosts: hosts)
            switch ring.who(signed: token) {
            case .unknown: return Found(verdict: .unknownKiosk, token: nil, signer: nil)
            case .forged: return Found(verdict: .badSignature, token: nil, signer: nil)
            case .signed(let key):
                let withdrawn = key.foreign?.withdrawal.map {
                    Verdict.kioskRevoked(since: clock.day(of: $0.at))
                }
                return Found(verdict: withdrawn ?? byDays(token.content), token: token, signer: key)
            }
        } catch {
            return Found(verdict: .format(error), token: nil, signer: nil)
        }
    }

    /// Both days are inclusive.
    private func byDays(_ content: QRToken.Content) -> Verdict {
        if clock.today < content.validFrom.day { return .notYetValid(content.validFrom.day) }
        if let last = content.validTo?.day, clock.today > last { return .expired(last) }
        return .notYetSynced
    }

    /// What became of the document comes before its days: a revoked one is not merely expired.
    private func verdict(
        of document: Document, _ found: Found, _ copies: [PrintedCopy], in books: any Reading
    ) throws -> Verdict {
        if let ending = document.ending {
            let day = clock.day(of: ending.at)
            switch ending.cause {
            case .revoked(let reason): return .revoked(reason, on: day)
            case .replaced(let new):
                return .replaced(by: try books.documents.find(new)?.number.text ?? "–", on: day)
            }
        }
        if document.state == .rejected { return .rejectedByCentre }
        if let this = found.copy?.number, let later = copies.last(where: \.mayExist), later.number > this {
            return .replacedByCopy(later.number, of: document.number.text, on: clock.day(of: later.madeAt))
        }
        return found.verdict == .notYetSynced && document.state == .registered ? .registered : found.verdict
    }
}
