/// One coming of one person to the clinic, from the door to its outcome.
///
/// arrived → in_service → done(outcome); arrived | in_service → cancelled(reason) | left.
package struct Visit: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        case arrived
        case inService = "in_service"
        case done
        case cancelled
        case left

        package var isOpen: Bool { self == .arrived || self == .inService }
    }

    package enum Destination: String, Hashable, Sendable, CaseIterable {
        case desk
        case doctor
        case room
        case call
        case paper
    }

    /// Of a visit that was written on paper and typed in afterwards.
    package struct Late: Hashable, Sendable {
        package let enteredAt: Instant
        /// The number or the word on the sheet.
        package let blank: String?

        package init(enteredAt: Instant, blank: String?) {
            self.enteredAt = enteredAt
            self.blank = blank
        }
    }

    package let id: ID<Visit>
    package var version: Int64
    /// 1, 2, 3 … within the clinic's local day.
    package let number: Int64
    package let day: CalendarDay
    /// Nil for somebody who did not give a name.
    package let patient: ID<Patient>?
    package let arrivedAt: Instant
    package let reason: String
    package let destination: Destination
    package let place: String?
    package var state: State
    package var outcome: String?
    package var cancelReason: String?
    package let openedBy: ID<Operator>
    package var startedAt: Instant?
    package var endedAt: Instant?
    package var endedBy: ID<Operator>?
    /// The number of the receipt, as it stands on it.
    package var receipt: String?
    package let late: Late?

    package init(
        id: ID<Visit>, version: Int64, number: Int64, day: CalendarDay, patient: ID<Patient>?,
        arrivedAt: Instant, reason: String, destination: Destination, place: String?, state: State,
        outcome: String? = nil, cancelReason: String? = nil, openedBy: ID<Operator>,
        startedAt: Instant? = nil, endedAt: Instant? = nil, endedBy: ID<Operator>? = nil,
        receipt: String? = nil, late: Late? = nil
    ) {
        self.id = id
        self.version = version
        self.number = number
        self.day = day
        self.patient = patient
        self.arrivedAt = arrivedAt
        self.reason = reason
        self.destination = destination
        self.place = place
        self.state = state
        self.outcome = outcome
        self.cancelReason = cancelReason
        self.openedBy = openedBy
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.endedBy = endedBy
        self.receipt = receipt
        self.late = late
    }
}
