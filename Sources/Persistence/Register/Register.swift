internal import Domain
internal import SQL

/// Writes what an event says into the tables: the same hand for a desk at work and for a register that is
/// rebuilt from its operations, so that the two cannot differ.
struct Register {
    let connection: any Connection
    private var cardsWritten = 0
    /// So many cards of one transaction may wait for their place in the search at a time.
    private static let mostCardsWaiting = 8192

    init(_ connection: any Connection) { self.connection = connection }

    mutating func apply(_ event: Event) throws {
        switch event {
        case .deskFounded(let desk): try DeskRows(connection).insert(desk)
        case .deskPrefixTaken(let desk): try DeskRows(connection).update(desk)
        case .settingsChanged(let settings): try SettingsRows(connection).put(settings)
        case .operatorAdded(let one): try OperatorRows(connection).insert(one)
        case .operatorChanged(let one), .operatorDisabled(let one), .operatorEnabled(let one):
            try OperatorRows(connection).update(one)
        // What was set is a credential; the fact is only that it was.
        case .passwordSet, .pinSet: break
        case .patientRegistered(let patient, _):
            try PatientRows(connection).insert(patient)
            try noteCard()
        case .patientCorrected(let patient, _):
            try PatientRows(connection).update(patient)
            try noteCard()
        case .visitOpened(let visit): try VisitRows(connection).insert(visit)
        case .visitStarted(let visit), .visitDone(let visit), .visitCancelled(let visit),
            .visitLeft(let visit):
            try VisitRows(connection).update(visit)
        case .paperShown(let paper, _): try PaperRows(connection).insert(paper)
        case .paperStruck(let paper): try PaperRows(connection).strike(paper)
        case .consentTextPublished(let text): try ConsentRows(connection).insert(text)
        case .consentOffered(let consent): try ConsentRows(connection).insert(consent)
        case .consentGiven(let consent), .consentRefused(let consent), .consentWithdrawn(let consent):
            try ConsentRows(connection).update(consent)
        case .mailPaperPrinted(let profile): try MailProfileRows(connection).insert(profile)
        case .mailPaperReceived(let profile), .mailProfileConfirmed(let profile),
            .mailProfileRejected(let profile), .mailProfileEnded(let profile):
            try MailProfileRows(connection).update(profile)
        case .calendarChanged(let year): try CalendarRows(connection).put(year)
        case .dataReadBack(let read): try ReadBackRows(connection).insert(read)
        case .listBegun(let run): try ListRows(connection).insert(run)
        case .listLotTaken(let lot): try ListRows(connection).insert(lot)
        case .listImported(let run): try ListRows(connection).update(run)
        case .cardsMerged(let merge): try MergeRows(connection).insert(merge)
        case .cardsParted(let merge): try MergeRows(connection).part(merge)
        case .strictnessChanged(let strictness): try StrictnessRows(connection).put(strictness)
        case .familyLinkMade(let link): try FamilyRows(connection).insert(link)
        case .familyLinkEnded(let link): try FamilyRows(connection).end(link)
        case .actedOnBehalf(let act): try FamilyRows(connection).insert(act)
        case .deathNoted(let note): try DeathRows(connection).insert(note)
        case .deathNoteStruck(let note): try DeathRows(connection).strike(note)
        case .particularsNoted(let particulars, _): try ParticularsRows(connection).put(particulars)
        case .phoneConfirmed(let confirmation): try ParticularsRows(connection).put(confirmation)
        case .attachmentPlaceAdded(let place), .attachmentPlaceChanged(let place):
            try AttachmentPlaceRows(connection).put(place)
        case .shiftOpened(let shift): try ShiftRows(connection).insert(shift)
        case .shiftHandedOver(let shift), .shiftClosed(let shift): try ShiftRows(connection).update(shift)
        case .deskKeyAdded, .deskKeyWithdrawn, .documentIssued, .documentReplaced, .documentRevoked,
            .copyMade, .copyAnswered:
            try applyDocuments(event)
        case .insurerAdded, .insurerChanged, .programmeAdded, .programmeChanged, .requisitesChanged,
            .policyIssued, .policyCorrected, .policyRevoked, .policyReplaced, .policyLinked,
            .certificateIssued, .certificateSeated:
            try applyInsurance(event)
        }
    }

    private func applyDocuments(_ event: Event) throws {
        switch event {
        case .deskKeyAdded(let key): try DeskKeyRows(connection).insert(key)
        case .deskKeyWithdrawn(let key): try DeskKeyRows(connection).withdraw(key)
        case .documentIssued(let document): try DocumentRows(connection).insert(document)
        case .documentReplaced(let document), .documentRevoked(let document):
            try DocumentRows(connection).end(document)
        case .copyMade(let copy): try DocumentRows(connection).insert(copy)
        case .copyAnswered(let copy): try DocumentRows(connection).answer(copy)
        default: preconditionFailure("\(event.kind) is about something else")
        }
    }

    private func applyInsurance(_ event: Event) throws {
        switch event {
        case .insurerAdded(let insurer), .insurerChanged(let insurer):
            try CatalogueRows(connection).insert(insurer)
        case .programmeAdded(let programme), .programmeChanged(let programme):
            try CatalogueRows(connection).insert(programme)
        case .requisitesChanged(let requisites): try CatalogueRows(connection).insert(requisites)
        case .policyIssued(let policy, _), .policyCorrected(let policy, _), .policyRevoked(let policy),
            .policyReplaced(let policy):
            try IssuedPolicyRows(connection).insert(policy)
        case .policyLinked(let link): try IssuedPolicyRows(connection).insert(link)
        case .certificateIssued(let certificate), .certificateSeated(let certificate):
            try CertificateRows(connection).insert(certificate)
        default: preconditionFailure("\(event.kind) is about something else")
        }
    }

    /// After the last event of a transaction.
    mutating func finish() throws {
        if cardsWritten > 0 { try RunIndex(connection).settleIfDue() }
        cardsWritten = 0
    }

    private mutating func noteCard() throws {
        cardsWritten += 1
        if cardsWritten >= Register.mostCardsWaiting { try finish() }
    }
}
