extension Event {
    /// The event's name in operations, audit rows and the catalogue of texts. Never renamed once released.
    package enum Kind: String, CaseIterable, Sendable {
        case deskFounded = "desk_founded"
        case deskPrefixTaken = "desk_prefix_taken"
        case settingsChanged = "settings_changed"
        case operatorAdded = "operator_added"
        case operatorChanged = "operator_changed"
        case operatorDisabled = "operator_disabled"
        case operatorEnabled = "operator_enabled"
        case passwordSet = "password_set"
        case pinSet = "pin_set"
        case patientRegistered = "patient_registered"
        case patientCorrected = "patient_corrected"
        case visitOpened = "visit_opened"
        case visitStarted = "visit_started"
        case visitDone = "visit_done"
        case visitCancelled = "visit_cancelled"
        case visitLeft = "visit_left"
        case paperShown = "paper_shown"
        case paperStruck = "paper_struck"
        case consentTextPublished = "consent_text_published"
        case consentOffered = "consent_offered"
        case consentGiven = "consent_given"
        case consentRefused = "consent_refused"
        case consentWithdrawn = "consent_withdrawn"
        case mailPaperPrinted = "mail_paper_printed"
        case mailPaperReceived = "mail_paper_received"
        case mailProfileConfirmed = "mail_profile_confirmed"
        case mailProfileRejected = "mail_profile_rejected"
        case mailProfileEnded = "mail_profile_ended"
        case calendarChanged = "calendar_changed"
        case dataReadBack = "data_read_back"
        case listBegun = "list_begun"
        case listLotTaken = "list_lot_taken"
        case listImported = "list_imported"
        case cardsMerged = "cards_merged"
        case cardsParted = "cards_parted"
        case strictnessChanged = "strictness_changed"
        case familyLinkMade = "family_link_made"
        case familyLinkEnded = "family_link_ended"
        case actedOnBehalf = "acted_on_behalf"
        case deathNoted = "death_noted"
        case deathNoteStruck = "death_note_struck"
        case particularsNoted = "particulars_noted"
        case phoneConfirmed = "phone_confirmed"
        case attachmentPlaceAdded = "attachment_place_added"
        case attachmentPlaceChanged = "attachment_place_changed"
        case shiftOpened = "shift_opened"
        case shiftHandedOver = "shift_handed_over"
        case shiftClosed = "shift_closed"

        case deskKeyAdded = "desk_key_added"
        case deskKeyWithdrawn = "desk_key_withdrawn"
        case documentIssued = "document_issued"
        case documentReplaced = "document_replaced"
        case documentRevoked = "document_revoked"
        case copyMade = "copy_made"
        case copyAnswered = "copy_answered"
        case insurerAdded = "insurer_added"
        case insurerChanged = "insurer_changed"
        case programmeAdded = "programme_added"
        case programmeChanged = "programme_changed"
        case requisitesChanged = "requisites_changed"
        case policyIssued = "policy_issued"
        case policyCorrected = "policy_corrected"
        case policyRevoked = "policy_revoked"
        case policyReplaced = "policy_replaced"
        case policyLinked = "policy_linked"
        case certificateIssued = "certificate_issued"
        case certificateSeated = "certificate_seated"
    }

    package var kind: Kind {
        switch self {
        case .deskFounded: .deskFounded
        case .deskPrefixTaken: .deskPrefixTaken
        case .settingsChanged: .settingsChanged
        case .operatorAdded: .operatorAdded
        case .operatorChanged: .operatorChanged
        case .operatorDisabled: .operatorDisabled
        case .operatorEnabled: .operatorEnabled
        case .passwordSet: .passwordSet
        case .pinSet: .pinSet
        case .patientRegistered: .patientRegistered
        case .patientCorrected: .patientCorrected
        case .visitOpened: .visitOpened
        case .visitStarted: .visitStarted
        case .visitDone: .visitDone
        case .visitCancelled: .visitCancelled
        case .visitLeft: .visitLeft
        case .paperShown: .paperShown
        case .paperStruck: .paperStruck
        case .consentTextPublished: .consentTextPublished
        case .consentOffered: .consentOffered
        case .consentGiven: .consentGiven
        case .consentRefused: .consentRefused
        case .consentWithdrawn: .consentWithdrawn
        case .mailPaperPrinted: .mailPaperPrinted
        case .mailPaperReceived: .mailPaperReceived
        case .mailProfileConfirmed: .mailProfileConfirmed
        case .mailProfileRejected: .mailProfileRejected
        case .mailProfileEnded: .mailProfileEnded
        case .calendarChanged: .calendarChanged
        case .dataReadBack: .dataReadBack
        case .listBegun: .listBegun
        case .listLotTaken: .listLotTaken
        case .listImported: .listImported
        case .cardsMerged: .cardsMerged
        case .cardsParted: .cardsParted
        case .strictnessChanged: .strictnessChanged
        case .familyLinkMade: .familyLinkMade
        case .familyLinkEnded: .familyLinkEnded
        case .actedOnBehalf: .actedOnBehalf
        case .deathNoted: .deathNoted
        case .deathNoteStruck: .deathNoteStruck
        case .particularsNoted: .particularsNoted
        case .phoneConfirmed: .phoneConfirmed
        case .attachmentPlaceAdded: .attachmentPlaceAdded
        case .attachmentPlaceChanged: .attachmentPlaceChanged
        case .shiftOpened: .shiftOpened
        case .shiftHandedOver: .shiftHandedOver
        case .shiftClosed: .shiftClosed
        case .deskKeyAdded: .deskKeyAdded
        case .deskKeyWithdrawn: .deskKeyWithdrawn
        case .documentIssued: .documentIssued
        case .documentReplaced: .documentReplaced
        case .documentRevoked: .documentRevoked
        case .copyMade: .copyMade
        case .copyAnswered: .copyAnswered
        case .insurerAdded: .insurerAdded
        case .insurerChanged: .insurerChanged
        case .programmeAdded: .programmeAdded
        case .programmeChanged: .programmeChanged
        case .requisitesChanged: .requisitesChanged
        case .policyIssued: .policyIssued
        case .policyCorrected: .policyCorrected
        case .policyRevoked: .policyRevoked
        case .policyReplaced: .policyReplaced
        case .policyLinked: .policyLinked
        case .certificateIssued: .certificateIssued
        case .certificateSeated: .certificateSeated
        }
    }

    /// What the fact is about. The settings belong to the desk as a whole and have no id of their own.
    package var subject: Subject {
        switch self {
        case .deskFounded(let desk), .deskPrefixTaken(let desk): Subject(.desk, desk.id.as())
        case .settingsChanged: Subject(.settings, ID(high: 0, low: 0))
        case .operatorAdded(let one), .operatorChanged(let one), .operatorDisabled(let one),
            .operatorEnabled(let one):
            Subject(.operator, one.id.as())
        case .passwordSet(let id), .pinSet(let id): Subject(.operator, id.as())
        case .patientRegistered(let patient, _), .patientCorrected(let patient, _):
            Subject(.patient, patient.id.as())
        case .visitOpened(let visit), .visitStarted(let visit), .visitDone(let visit),
            .visitCancelled(let visit), .visitLeft(let visit):
            Subject(.visit, visit.id.as())
        case .paperShown(let paper, _), .paperStruck(let paper): Subject(.paper, paper.id.as())
        case .consentTextPublished(let text): Subject(.consentText, text.id.as())
        case .consentOffered(let consent), .consentGiven(let consent), .consentRefused(let consent),
            .consentWithdrawn(let consent):
            Subject(.consent, consent.id.as())
        case .mailPaperPrinted(let profile), .mailPaperReceived(let profile),
            .mailProfileConfirmed(let profile), .mailProfileRejected(let profile),
            .mailProfileEnded(let profile):
            Subject(.mailProfile, profile.id.as())
        case .calendarChanged(let year): Subject(.calendar, ID(high: 0, low: UInt64(max(0, year.year))))
        case .dataReadBack(let read): Subject(.readBack, read.id.as())
        case .listBegun(let run), .listImported(let run): Subject(.list, run.id.as())
        case .listLotTaken(let lot): Subject(.listLot, lot.id.as())
        case .cardsMerged(let merge), .cardsParted(let merge): Subject(.merge, merge.id.as())
        case .strictnessChanged: Subject(.strictness, ID(high: 0, low: 0))
        case .familyLinkMade(let link), .familyLinkEnded(let link): Subject(.familyLink, link.id.as())
        case .actedOnBehalf(let act): Subject(.actOnBehalf, act.id.as())
        case .deathNoted(let note), .deathNoteStruck(let note): Subject(.deathNote, note.id.as())
        case .particularsNoted(let particulars, _): Subject(.particulars, particulars.patient.as())
        case .phoneConfirmed(let confirmation): Subject(.phone, confirmation.patient.as())
        case .attachmentPlaceAdded(let place), .attachmentPlaceChanged(let place):
            Subject(.attachmentPlace, place.id.as())
        case .shiftOpened(let shift), .shiftHandedOver(let shift), .shiftClosed(let shift):
            Subject(.shift, shift.id.as())
        case .deskKeyAdded(let key), .deskKeyWithdrawn(let key): Subject(.deskKey, key.id.as())
        case .documentIssued(let document), .documentReplaced(let document), .documentRevoked(let document):
            Subject(.document, document.id.as())
        case .copyMade(let copy), .copyAnswered(let copy): Subject(.printedCopy, copy.id.as())
        case .insurerAdded(let insurer), .insurerChanged(let insurer): Subject(.insurer, insurer.id.as())
        case .programmeAdded(let programme), .programmeChanged(let programme):
            Subject(.programme, programme.id.as())
        case .requisitesChanged: Subject(.requisites, ID(high: 0, low: 0))
        case .policyIssued(let policy, _), .policyCorrected(let policy, _), .policyRevoked(let policy),
            .policyReplaced(let policy):
            Subject(.policy, policy.id.as())
        case .policyLinked(let link): Subject(.policyLink, link.id.as())
        case .certificateIssued(let certificate), .certificateSeated(let certificate):
            Subject(.certificate, certificate.id.as())
        }
    }

    /// The version that the fact was built on; nil when it begins something new or carries no state.
    package var baseVersion: Int64? {
        let version: Int64
        switch self {
        case .deskFounded, .deskPrefixTaken, .passwordSet, .pinSet, .consentTextPublished, .dataReadBack,
            .listLotTaken, .actedOnBehalf, .phoneConfirmed, .policyLinked:
            return nil
        case .particularsNoted(let particulars, _): version = particulars.version
        case .attachmentPlaceAdded(let place), .attachmentPlaceChanged(let place): version = place.version
        case .settingsChanged(let settings): version = settings.version
        case .operatorAdded(let one), .operatorChanged(let one), .operatorDisabled(let one),
            .operatorEnabled(let one):
            version = one.version
        case .patientRegistered(let patient, _), .patientCorrected(let patient, _): version = patient.version
        case .visitOpened(let visit), .visitStarted(let visit), .visitDone(let visit),
            .visitCancelled(let visit), .visitLeft(let visit):
            version = visit.version
        case .paperShown(let paper, _), .paperStruck(let paper): version = paper.version
        case .consentOffered(let consent), .consentGiven(let consent), .consentRefused(let consent),
            .consentWithdrawn(let consent):
            version = consent.version
        case .mailPaperPrinted(let profile), .mailPaperReceived(let profile),
            .mailProfileConfirmed(let profile), .mailProfileRejected(let profile),
            .mailProfileEnded(let profile):
            version = profile.version
        case .calendarChanged(let year): version = year.version
        case .listBegun(let run), .listImported(let run): version = run.version
        case .cardsMerged(let merge), .cardsParted(let merge): version = merge.version
        case .strictnessChanged(let strictness): version = strictness.version
        case .familyLinkMade(let link), .familyLinkEnded(let link): version = link.version
        case .deathNoted(let note), .deathNoteStruck(let note): version = note.version
        case .shiftOpened(let shift), .shiftHandedOver(let shift), .shiftClosed(let shift):
            version = shift.version
        case .deskKeyAdded(let key), .deskKeyWithdrawn(let key): version = key.version
        case .documentIssued(let document), .documentReplaced(let document), .documentRevoked(let document):
            version = document.version
        case .copyMade(let copy), .copyAnswered(let copy): version = copy.version
        case .insurerAdded(let insurer), .insurerChanged(let insurer): version = insurer.version
        case .programmeAdded(let programme), .programmeChanged(let programme): version = programme.version
        case .requisitesChanged(let requisites): version = requisites.version
        case .policyIssued(let policy, _), .policyCorrected(let policy, _), .policyRevoked(let policy),
            .policyReplaced(let policy):
            version = policy.version
        case .certificateIssued(let certificate), .certificateSeated(let certificate):
            version = certificate.version
        }
        return version > 1 ? version - 1 : nil
    }
}
