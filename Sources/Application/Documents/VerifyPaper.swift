package import Domain

/// Says of a code that was scanned or typed whether the paper is genuine, without asking anybody.
///
/// The address is read and never opened: a sticker with somebody else's address must lead nowhere.
package struct VerifyPaper {
    package struct Found: Hashable, Sendable {
        package let verdict: Verdict
        /// Nil unless the paper is genuine, or was until its desk's key was withdrawn.
        package let token: QRToken?
        package let signer: KeyRing.Key?

        package var isOwn: Bool { signer != nil && signer?.foreign == nil }
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
        signed(typed, KeyRing(own: try books.desk.current(), trusted: [], check: check))
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
}
