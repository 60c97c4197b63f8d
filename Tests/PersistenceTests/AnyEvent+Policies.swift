import DeskFixture
import Domain

/// Catalogues and what is issued by them.
extension AnyEvent {
    mutating func insuring(_ kind: Event.Kind) -> Event {
        switch kind {
        case .insurerAdded: .insurerAdded(insurer())
        case .insurerChanged: .insurerChanged(insurer())
        case .programmeAdded: .programmeAdded(programme())
        case .programmeChanged: .programmeChanged(programme())
        case .requisitesChanged: .requisitesChanged(requisites())
        case .policyIssued: .policyIssued(policy(), overrides())
        case .policyCorrected: .policyCorrected(policy(), overrides())
        case .policyRevoked: .policyRevoked(policy())
        case .policyReplaced: .policyReplaced(policy())
        case .policyLinked: .policyLinked(policyLink())
        case .certificateIssued: .certificateIssued(certificate())
        case .certificateSeated: .certificateSeated(certificate())
        default: preconditionFailure("\(kind) is about something else")
        }
    }

    private mutating func few<Value>(_ make: (inout AnyEvent) -> Value) -> [Value] {
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in make(&self) }
    }

    mutating func insurer() -> Insurer {
        Insurer(
            id: id(), version: number(), name: text(), formerNames: few { $0.text() },
            isClosed: Bool.random(using: &numbers))
    }

    mutating func programme() -> Programme {
        let franchise = one(of: [
            Programme.Franchise.none, .fixed(kopecks: number()),
            .percent(Int64.random(in: 1...100, using: &numbers)),
        ])
        return Programme(
            id: id(), version: number(),
            content: Programme.Content(
                code: text(), title: text(), insurer: id(), lines: few { $0.text() },
                clinics: few { $0.text() }, franchise: franchise,
                isClosed: Bool.random(using: &numbers)))
    }

    mutating func requisites() -> ClinicRequisites {
        let (legal, address, phone) = (maybe(text()), maybe(text()), maybe(text()))
        let (inn, licence) = (maybe("7707083893"), maybe(text()))
        return ClinicRequisites(
            version: number(), name: text(), legalName: legal, address: address, phone: phone, inn: inn,
            licence: licence, email: maybe(EmailAddress(stored: "a@mail.example")))
    }

    mutating func policy() -> IssuedPolicy {
        let own = maybe(OwnNumber(prefix: "77", sequence: Int64.random(in: 1...999_999_999, using: &numbers)))
        let travel = maybe(
            IssuedPolicy.Travel(
                territory: text(), sum: number(), currency: one(of: IssuedPolicy.Currency.allCases),
                latinName: text()))
        let note = maybe(text())
        let revocation = maybe(
            IssuedPolicy.Revocation(
                reason: one(of: IssuedPolicy.RevocationClass.allCases), note: note, at: instant(), by: id()))
        let (replaces, replacedBy): (ID<IssuedPolicy>?, ID<IssuedPolicy>?) = (maybe(id()), maybe(id()))
        let reason = maybe(text())
        return IssuedPolicy(
            id: id(), version: number(), kind: one(of: IssuedPolicy.Kind.allCases),
            number: own?.text ?? text(), own: own, holder: id(),
            content: IssuedPolicy.Content(
                insurer: Edition(id(), number()),
                programmes: few { Edition($0.id(), $0.number()) }, validFrom: day(), validTo: day(),
                travel: travel),
            issuedAt: instant(), issuedBy: id(), changedAt: instant(), changedBy: id(),
            changeReason: reason, revocation: revocation, replaces: replaces, replacedBy: replacedBy)
    }

    mutating func certificate() -> Certificate {
        let reason = maybe(text())
        let change = maybe(
            Certificate.Change(
                seat: one(of: Certificate.Seat.allCases), at: instant(), by: id(), lateReason: reason))
        let second: ID<Patient>? = maybe(id())
        return Certificate(
            id: id(), version: number(),
            number: OwnNumber(prefix: "77", sequence: Int64.random(in: 1...999_999_999, using: &numbers)),
            programme: Edition(id(), number()), validFrom: day(), validTo: day(), first: id(),
            second: second, purchasedOn: day(), entryDue: day(), issuedAt: instant(), issuedBy: id(),
            change: change)
    }

    mutating func policyLink() -> PolicyLink {
        let targets: [PolicyLink.Target] = [.issued(id()), .shown(id())]
        return PolicyLink(
            id: id(), patient: id(), target: one(of: targets), linkedAt: instant(), linkedBy: id())
    }
}
