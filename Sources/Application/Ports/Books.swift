package import Domain

package protocol DeskBook {
    func current() throws -> Desk?
    /// Operations written here and not yet accepted by a centre, and the newest one's number.
    func outgoing() throws -> Outgoing
}

package struct Outgoing: Hashable, Sendable {
    package let unsent: Int64
    package let last: Int64
    /// The clock of operations, which never runs back.
    package let clock: Instant

    package init(unsent: Int64, last: Int64, clock: Instant) {
        self.unsent = unsent
        self.last = last
        self.clock = clock
    }

    /// The computer's clock was set back below what has been written: ten minutes are more than a correction.
    package func isClockBehind(_ now: Instant) -> Bool {
        now.milliseconds < clock.milliseconds - 600_000
    }
}

package protocol SettingsBook {
    func current() throws -> Settings?
}

package protocol OperatorBook {
    func find(_ id: ID<Operator>) throws -> Operator?
    func find(login: String) throws -> Operator?
    func all() throws -> [Operator]
    /// How many could still administer the desk.
    func administrators() throws -> Int64
}

package protocol PatientBook {
    func find(_ id: ID<Patient>) throws -> Patient?
    /// The card with the visit that is open now: what opening a card shows, in one look.
    func card(_ id: ID<Patient>) throws -> PatientCard?
    func nextCardNumber() throws -> Int64
    /// Somebody else's card with the same СНИЛС.
    func sharing(_ snils: Snils, except id: ID<Patient>?) throws -> Patient?
    func search(_ line: SearchLine, limit: Int) throws -> [FoundPatient]
    /// Cards with this СНИЛС, or with this surname, name and birth date: far fewer than `candidates`, and
    /// found sooner.
    func namesakes(_ traits: PersonTraits) throws -> [Patient]
    /// The cards that the operator opened or registered last, newest first.
    func recent(of operator: ID<Operator>, limit: Int) throws -> [FoundPatient]
    /// Everybody who may be this person as far as an index can tell; the domain judges them.
    func candidates(_ traits: PersonTraits, except id: ID<Patient>?) throws -> [Candidate]
}

package protocol VisitBook {
    func find(_ id: ID<Visit>) throws -> Visit?
    func openVisit(of patient: ID<Patient>) throws -> Visit?
    func nextNumber(on day: CalendarDay) throws -> Int64
    func line(_ id: ID<Visit>) throws -> VisitLine?
    func lines(on day: CalendarDay) throws -> [VisitLine]
    func lines(of patient: ID<Patient>) throws -> [VisitLine]
    func totals(on day: CalendarDay, from: Instant, to: Instant) throws -> WorkTotals
}

package protocol PaperBook {
    func find(_ id: ID<ShownPaper>) throws -> ShownPaper?
    /// Newest first, struck ones last.
    func all(of patient: ID<Patient>) throws -> [ShownPaper]
    /// Papers of this kind, series and number on any card, without the struck ones.
    func same(as content: ShownPaper.Content) throws -> [ShownPaper]
    /// A few of the cards with this policy: a number that a whole firm has tells nobody from the others.
    func holders(of policy: PolicyGiven) throws -> [Patient]
}

package protocol ConsentBook {
    /// The newest edition of a purpose's text; nil while the admin has published none.
    func text(of purpose: ConsentPurpose) throws -> ConsentText?
    func text(of purpose: ConsentPurpose, edition: Int64) throws -> ConsentText?
    func find(_ id: ID<Consent>) throws -> Consent?
    /// By the number on the sheet.
    func find(number: Int64) throws -> Consent?
    /// The consent that is offered or given: one of a purpose stands at a time.
    func standing(_ purpose: ConsentPurpose, of patient: ID<Patient>) throws -> Consent?
    /// Newest first.
    func all(of patient: ID<Patient>) throws -> [Consent]
    func nextNumber() throws -> Int64
}

package protocol MailProfileBook {
    func find(_ id: ID<MailProfile>) throws -> MailProfile?
    /// The one that has not ended.
    func standing(of patient: ID<Patient>) throws -> MailProfile?
    /// Papers to confirm, and addresses that changed after they were confirmed; the most urgent first.
    func waiting(limit: Int) throws -> [WaitingMailProfile]
}

package protocol CalendarBook {
    /// Nil while nobody has written this year down.
    func year(_ year: Int) throws -> CalendarYear?
    func marks(from: CalendarDay, through: CalendarDay) throws -> [CalendarMark]
}

package protocol ReadBackBook {
    /// Of the newest version of the card that was read back.
    func newest(of patient: ID<Patient>) throws -> ReadBack?
}

package protocol ListBook {
    /// The list that was begun last, and how far it has come.
    func last() throws -> ListSoFar?
}

package struct ListSoFar: Hashable, Sendable {
    package let run: ListRun
    package let lastLine: Int64
    package let totals: ListTotals

    package init(run: ListRun, lastLine: Int64, totals: ListTotals) {
        self.run = run
        self.lastLine = lastLine
        self.totals = totals
    }
}

package protocol MergeBook {
    func find(_ id: ID<CardMerge>) throws -> CardMerge?
    /// The merge by which this card lives on in another; nil for a card that lives by itself.
    func standing(of merged: ID<Patient>) throws -> CardMerge?
    /// The merges by which others live on in this card, newest first.
    func standing(into kept: ID<Patient>) throws -> [CardMerge]
    /// Every card that lives on in this one, however deep, by its number.
    func gathered(by id: ID<Patient>) throws -> [GatheredCard]
    /// Each found card, or the one that it lives on in: as many as were given, in their order.
    func led(_ found: [FoundPatient]) throws -> [FoundPatient]
}

package protocol StrictnessBook {
    func current() throws -> Strictness
}

package protocol FamilyBook {
    func find(_ id: ID<FamilyLink>) throws -> FamilyLink?
    /// Those who stand for this person, standing ones first.
    func representatives(of person: ID<Patient>) throws -> [FamilyLink]
    /// Those for whom this person stands, standing ones first.
    func represented(by representative: ID<Patient>) throws -> [FamilyLink]
    /// Who signed this consent for somebody; nil when the person did.
    func act(in consent: ID<Consent>) throws -> ActOnBehalf?
    /// The consents of this person that somebody else signed.
    func signatures(for person: ID<Patient>) throws -> [Signature]
}

package protocol DeathBook {
    func find(_ id: ID<DeathNote>) throws -> DeathNote?
    /// The note that stands, if any.
    func note(of patient: ID<Patient>) throws -> DeathNote?
    /// With those that were struck.
    func all(of patient: ID<Patient>) throws -> [DeathNote]
    /// Which of these people died: one look for a whole list.
    func noted(among patients: [ID<Patient>]) throws -> Set<ID<Patient>>
}

package protocol ParticularsBook {
    func find(_ patient: ID<Patient>) throws -> Particulars?
    /// The last one, which may be of a number that the card has no more.
    func confirmation(of patient: ID<Patient>) throws -> PhoneConfirmation?
}

package protocol AttachmentPlaceBook {
    func find(_ id: ID<AttachmentPlace>) throws -> AttachmentPlace?
    /// Closed ones last.
    func all() throws -> [AttachmentPlace]
}

package protocol ShiftBook {
    func find(_ id: ID<Shift>) throws -> Shift?
    func openShift(of owner: ID<Operator>, screen: String) throws -> Shift?
    /// The shift to end: the one at this screen, else one left open at another, whose screen may be gone for
    /// ever.
    func shiftToEnd(of owner: ID<Operator>, screen: String) throws -> Shift?
    func openShifts(of owner: ID<Operator>) throws -> [Shift]
    /// Shifts handed over to this one that nobody has taken yet.
    func incoming(to colleague: ID<Operator>) throws -> [Shift]
    func isTaken(_ id: ID<Shift>) throws -> Bool
    func totals(of shift: Shift) throws -> WorkTotals
}

package protocol DeskKeyBook {
    func find(_ id: ID<TrustedKey>) throws -> TrustedKey?
    /// Withdrawn ones last.
    func all() throws -> [TrustedKey]
}

package protocol DocumentBook {
    func find(_ id: ID<Document>) throws -> Document?
    /// By what is in the code.
    func find(_ docID: DocID) throws -> Document?
    /// Newest first.
    func all(of patient: ID<Patient>) throws -> [Document]
    func copy(_ id: ID<PrintedCopy>) throws -> PrintedCopy?
    /// In the order of their numbers.
    func copies(of document: ID<Document>) throws -> [PrintedCopy]
    /// Of the codes under this key, without gaps, from 1.
    func nextCounter(of key: KeyID) throws -> Int64
}

package protocol HistoryBook {
    /// Facts and notices about one patient and the visits of that patient, newest first.
    func entries(of patient: ID<Patient>, limit: Int) throws -> [HistoryEntry]
    /// The newest fact about something, without what was only looked at.
    func lastFact(about subject: Subject) throws -> HistoryEntry?
    /// The whole journal backwards from a number, newest first.
    func entries(before sequence: Int64?, limit: Int) throws -> [HistoryEntry]
    /// Recomputes every link of both chains; takes as long as history is.
    func verify() throws -> HistoryVerdict
}

/// One line of the journal, as people read it.
package struct HistoryEntry: Hashable, Sendable {
    package let sequence: Int64
    package let at: Instant
    package let operatorName: String?
    package let action: String
    package let subjectKind: String?
    package let subject: ID<Anything>?
    /// The warnings gone past, in the history of a card only: the journal holds nothing personal.
    package let overrides: [Override]
    /// The fields of a card that were corrected, there only too; empty where nobody can say.
    package let corrected: [PersonField]

    package init(
        sequence: Int64, at: Instant, operatorName: String?, action: String, subjectKind: String?,
        subject: ID<Anything>?, overrides: [Override] = [], corrected: [PersonField] = []
    ) {
        self.sequence = sequence
        self.at = at
        self.operatorName = operatorName
        self.action = action
        self.subjectKind = subjectKind
        self.subject = subject
        self.overrides = overrides
        self.corrected = corrected
    }
}
