/// One person's answer to one purpose, from the sheet that was offered to its end.
///
/// offered → given → withdrawn; offered → refused. After a refusal or a withdrawal it may be offered anew, as
/// another consent.
package struct Consent: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        case offered
        case given
        case refused
        case withdrawn
    }

    /// How the answer came to us.
    package enum Channel: String, Hashable, Sendable, CaseIterable {
        case paper
        case web
        case kiosk
    }

    package let id: ID<Consent>
    package var version: Int64
    /// 1, 2, 3 … of this desk: what stands on the sheet, and by which the signed one comes back.
    package let number: Int64
    package let patient: ID<Patient>
    package let purpose: ConsentPurpose
    /// The edition that was shown, and its digest: the proof of what was agreed to.
    package let edition: Int64
    package let textSHA256: String
    package let channel: Channel
    package var state: State
    package let offeredAt: Instant
    package let offeredBy: ID<Operator>
    package var decidedAt: Instant?
    package var decidedBy: ID<Operator>?
    package var withdrawnAt: Instant?
    package var withdrawnBy: ID<Operator>?
    /// What the person said on withdrawing; nobody needs a reason to withdraw.
    package var note: String?

    package init(
        id: ID<Consent>, version: Int64, number: Int64, patient: ID<Patient>, purpose: ConsentPurpose,
        edition: Int64, textSHA256: String, channel: Channel, state: State, offeredAt: Instant,
        offeredBy: ID<Operator>, decidedAt: Instant? = nil, decidedBy: ID<Operator>? = nil,
        withdrawnAt: Instant? = nil, withdrawnBy: ID<Operator>? = nil, note: String? = nil
    ) {
        self.id = id
        self.version = version
        self.number = number
        self.patient = patient
        self.purpose = purpose
        self.edition = edition
        self.textSHA256 = textSHA256
        self.channel = channel
        self.state = state
        self.offeredAt = offeredAt
        self.offeredBy = offeredBy
        self.decidedAt = decidedAt
        self.decidedBy = decidedBy
        self.withdrawnAt = withdrawnAt
        self.withdrawnBy = withdrawnBy
        self.note = note
    }
}
