/// A certificate of service for one person or two. Its patients can be changed only before its first day, by
/// the clinic's date; each change is a new version.
package struct Certificate: Hashable, Sendable {
    package enum Seat: String, Hashable, Sendable, CaseIterable {
        case first
        case second
    }

    /// Who took whose place in this version, and why where somebody had to answer for it.
    package struct Change: Hashable, Sendable {
        package let seat: Seat
        package let at: Instant
        package let by: ID<Operator>
        /// Given by a senior who changed it after the first day had come.
        package let lateReason: String?

        package init(seat: Seat, at: Instant, by: ID<Operator>, lateReason: String?) {
            self.seat = seat
            self.at = at
            self.by = by
            self.lateReason = lateReason
        }
    }

    package enum Status: String, Hashable, Sendable, CaseIterable {
        case pending
        case active
        case expired
    }

    package let id: ID<Certificate>
    package let version: Int64
    package let number: OwnNumber
    package let programme: Edition<Programme>
    /// Both days are days of the certificate.
    package let validFrom: CalendarDay
    package let validTo: CalendarDay
    package let first: ID<Patient>
    package let second: ID<Patient>?
    package let purchasedOn: CalendarDay
    /// Two working days later: until then the centre may not know of it.
    package let entryDue: CalendarDay
    package let issuedAt: Instant
    package let issuedBy: ID<Operator>
    /// Nil in the first version.
    package let change: Change?

    package static let entryWorkingDays = 2

    package init(
        id: ID<Certificate>, version: Int64, number: OwnNumber, programme: Edition<Programme>,
        validFrom: CalendarDay, validTo: CalendarDay, first: ID<Patient>, second: ID<Patient>?,
        purchasedOn: CalendarDay, entryDue: CalendarDay, issuedAt: Instant, issuedBy: ID<Operator>,
        change: Change? = nil
    ) {
        self.id = id
        self.version = version
        self.number = number
        self.programme = programme
        self.validFrom = validFrom
        self.validTo = validTo
        self.first = first
        self.second = second
        self.purchasedOn = purchasedOn
        self.entryDue = entryDue
        self.issuedAt = issuedAt
        self.issuedBy = issuedBy
        self.change = change
    }

    /// - Parameter today: in the clinic's time zone.
    package func status(on today: CalendarDay) -> Status {
        if today < validFrom { return .pending }
        return today > validTo ? .expired : .active
    }

    /// Strictly before the first day: on that day it is too late.
    package func mayChange(on today: CalendarDay) -> Bool { today < validFrom }

    package func patient(in seat: Seat) -> ID<Patient>? { seat == .first ? first : second }

    /// - Parameter lateReason: a senior's, where the first day has come.
    package func seating(
        _ patient: ID<Patient>, in seat: Seat, by author: ID<Operator>, at now: Instant,
        on today: CalendarDay,
        lateReason: String?
    ) throws(Refusal) -> Certificate {
        guard mayChange(on: today) || lateReason != nil else {
            throw Refusal(.certificateStarted, ["day": validFrom.shown])
        }
        let other = self.patient(in: seat == .first ? .second : .first)
        guard patient != other, patient != self.patient(in: seat) else {
            throw Refusal(.fieldsInvalid, fields: [FieldProblem("patient", .certificateSame)])
        }
        return Certificate(
            id: id, version: version + 1, number: number, programme: programme, validFrom: validFrom,
            validTo: validTo, first: seat == .first ? patient : first,
            second: seat == .second ? patient : second, purchasedOn: purchasedOn, entryDue: entryDue,
            issuedAt: issuedAt, issuedBy: issuedBy,
            change: Change(
                seat: seat, at: now, by: author, lateReason: mayChange(on: today) ? nil : lateReason))
    }
}
