/// A policy that this desk wrote out: ДМС or ВЗР. Those of ОМС are recorded as they were shown and never
/// issued. Each correction is a new version, so that what was printed can be read again.
package struct IssuedPolicy: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case dms
        case vzr
    }

    /// What stands on the policy, after every field has been read and found good.
    package struct Content: Hashable, Sendable {
        package var insurer: Edition<Insurer>
        /// In the order in which they stand on the paper.
        package var programmes: [Edition<Programme>]
        /// Both days are days of the policy.
        package var validFrom: CalendarDay
        package var validTo: CalendarDay
        /// Of a ВЗР policy.
        package var travel: Travel?

        package init(
            insurer: Edition<Insurer>, programmes: [Edition<Programme>], validFrom: CalendarDay,
            validTo: CalendarDay, travel: Travel? = nil
        ) {
            self.insurer = insurer
            self.programmes = programmes
            self.validFrom = validFrom
            self.validTo = validTo
            self.travel = travel
        }
    }

    package struct Travel: Hashable, Sendable {
        package let territory: String
        /// The sum insured, in hundredths of the currency.
        package let sum: Int64
        package let currency: Currency
        /// The holder's, as in the passport for abroad.
        package let latinName: String

        package init(territory: String, sum: Int64, currency: Currency, latinName: String) {
            self.territory = territory
            self.sum = sum
            self.currency = currency
            self.latinName = latinName
        }
    }

    package enum Currency: String, Hashable, Sendable, CaseIterable {
        case eur = "EUR"
        case usd = "USD"
        case rub = "RUB"
    }

    /// Why a policy holds no more before its last day.
    package enum RevocationClass: String, Hashable, Sendable, CaseIterable {
        /// It was written out wrong.
        case mistake
        /// The contract behind it ended.
        case terminated
        /// The person does not want it.
        case declined
        case other
    }

    package struct Revocation: Hashable, Sendable {
        package let reason: RevocationClass
        package let note: String?
        package let at: Instant
        package let by: ID<Operator>

        package init(reason: RevocationClass, note: String?, at: Instant, by: ID<Operator>) {
            self.reason = reason
            self.note = note
            self.at = at
            self.by = by
        }
    }

    /// Derived from the days and from what has happened to it, never stored.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case pending
        case active
        case expired
        case revoked
        case replaced

        /// What a person may still come with.
        package var isCurrent: Bool { self == .pending || self == .active }
    }

    package let id: ID<IssuedPolicy>
    package let version: Int64
    package let kind: Kind
    /// The insurer's, or one of this desk's own.
    package let number: String
    package let own: OwnNumber?
    package let holder: ID<Patient>
    package let content: Content
    package let issuedAt: Instant
    package let issuedBy: ID<Operator>
    /// When this version was written, by whom and why; the first one needs no reason.
    package let changedAt: Instant
    package let changedBy: ID<Operator>
    package let changeReason: String?
    package let revocation: Revocation?
    /// The policy that this one came instead of, and the one that came instead of it.
    package let replaces: ID<IssuedPolicy>?
    package let replacedBy: ID<IssuedPolicy>?

    package init(
        id: ID<IssuedPolicy>, version: Int64, kind: Kind, number: String, own: OwnNumber?,
        holder: ID<Patient>, content: Content, issuedAt: Instant, issuedBy: ID<Operator>, changedAt: Instant,
        changedBy: ID<Operator>, changeReason: String? = nil, revocation: Revocation? = nil,
        replaces: ID<IssuedPolicy>? = nil, replacedBy: ID<IssuedPolicy>? = nil
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.number = number
        self.own = own
        self.holder = holder
        self.content = content
        self.issuedAt = issuedAt
        self.issuedBy = issuedBy
        self.changedAt = changedAt
        self.changedBy = changedBy
        self.changeReason = changeReason
        self.revocation = revocation
        self.replaces = replaces
        self.replacedBy = replacedBy
    }

    /// - Parameter today: in the clinic's time zone.
    package func status(on today: CalendarDay) -> Status {
        if replacedBy != nil { return .replaced }
        if revocation != nil { return .revoked }
        if today < content.validFrom { return .pending }
        return today > content.validTo ? .expired : .active
    }

    /// ё and е, letters that only look alike, spaces and hyphens make no other number of it: they are the
    /// commonest reason why a policy is not found.
    package static func key(_ number: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in PaperNumber.capitals(TypedText.line(number)).unicodeScalars {
            switch scalar {
            case " ", "-": continue
            case "Ё": key.append("Е")
            default: key.append(Alphabet.cyrillicTwin(of: scalar) ?? scalar)
            }
        }
        return String(key)
    }
}
