/// That a person died, as the desk was told. A mistake is struck with the reason, and the person is served as
/// before.
package struct DeathNote: Hashable, Sendable {
    /// How we know. Words of a relative are enough to stop calling; the card says that they are words.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// Свидетельство о смерти: series and number have the form of a birth certificate's.
        case certificate
        /// Медицинское свидетельство о смерти: numbered by each clinic in its own way.
        case medical
        case words
    }

    package let id: ID<DeathNote>
    package var version: Int64
    package let patient: ID<Patient>
    package let diedOn: CalendarDay
    package let basis: Basis
    /// The paper's number, or who said so.
    package let details: String
    package let notedAt: Instant
    package let notedBy: ID<Operator>
    package var strike: Undoing?

    package init(
        id: ID<DeathNote>, version: Int64, patient: ID<Patient>, diedOn: CalendarDay, basis: Basis,
        details: String, notedAt: Instant, notedBy: ID<Operator>, strike: Undoing? = nil
    ) {
        self.id = id
        self.version = version
        self.patient = patient
        self.diedOn = diedOn
        self.basis = basis
        self.details = details
        self.notedAt = notedAt
        self.notedBy = notedBy
        self.strike = strike
    }

    package func struck(
        for reason: String, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> DeathNote {
        guard strike == nil else { throw Refusal(.deathNoteStruckAlready) }
        var note = self
        note.version += 1
        note.strike = Undoing(at: now, by: author, reason: reason)
        return note
    }
}

extension ConsentPurpose {
    /// Whether a consent that was given still lets us do it after the person died: nobody is written to any
    /// more. Nothing is rewritten for that; a note struck makes them count again.
    package var outlivesPerson: Bool { self == .processing || self == .insurer }
}
