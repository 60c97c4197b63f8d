/// A fact of history, told whole.
///
/// An event carries everything that the register needs to know of it: the same event writes the desk's
/// tables, the audit row and the operation for the centre, and a register rebuilt from operations alone
/// equals the desk's own.
package enum Event: Hashable, Sendable {
    case deskFounded(Desk)
    case deskPrefixTaken(Desk)
    case settingsChanged(Settings)

    case operatorAdded(Operator)
    case operatorChanged(Operator)
    case operatorDisabled(Operator)
    case operatorEnabled(Operator)
    /// Only that it happened: what was set stays with the credentials.
    case passwordSet(ID<Operator>)
    case pinSet(ID<Operator>)

    case patientRegistered(Patient, [Override])
    case patientCorrected(Patient, [Override])

    case visitOpened(Visit)
    case visitStarted(Visit)
    case visitDone(Visit)
    case visitCancelled(Visit)
    case visitLeft(Visit)

    case paperShown(ShownPaper, [Override])
    case paperStruck(ShownPaper)

    case consentTextPublished(ConsentText)
    case consentOffered(Consent)
    case consentGiven(Consent)
    case consentRefused(Consent)
    case consentWithdrawn(Consent)

    case mailPaperPrinted(MailProfile)
    case mailPaperReceived(MailProfile)
    case mailProfileConfirmed(MailProfile)
    case mailProfileRejected(MailProfile)
    case mailProfileEnded(MailProfile)
    case calendarChanged(CalendarYear)
    case dataReadBack(ReadBack)

    case listBegun(ListRun)
    case listLotTaken(ListLot)
    /// The end of a list, whether it was finished or stopped.
    case listImported(ListRun)

    case cardsMerged(CardMerge)
    case cardsParted(CardMerge)

    case strictnessChanged(Strictness)

    case familyLinkMade(FamilyLink)
    case familyLinkEnded(FamilyLink)
    case actedOnBehalf(ActOnBehalf)

    case deathNoted(DeathNote)
    case deathNoteStruck(DeathNote)

    case particularsNoted(Particulars, [Override])
    case phoneConfirmed(PhoneConfirmation)
    case attachmentPlaceAdded(AttachmentPlace)
    case attachmentPlaceChanged(AttachmentPlace)

    case shiftOpened(Shift)
    case shiftHandedOver(Shift)
    case shiftClosed(Shift)

    case deskKeyAdded(TrustedKey)
    case deskKeyWithdrawn(TrustedKey)
    case documentIssued(Document)
    case documentReplaced(Document)
    case documentRevoked(Document)
    case copyMade(PrintedCopy)
    case copyAnswered(PrintedCopy)

    case insurerAdded(Insurer)
    case insurerChanged(Insurer)
    case programmeAdded(Programme)
    case programmeChanged(Programme)
    case requisitesChanged(ClinicRequisites)

    case policyIssued(IssuedPolicy, [Override])
    case policyCorrected(IssuedPolicy, [Override])
    case policyRevoked(IssuedPolicy)
    case policyReplaced(IssuedPolicy)
    case policyLinked(PolicyLink)

    case certificateIssued(Certificate)
    case certificateSeated(Certificate)
}
