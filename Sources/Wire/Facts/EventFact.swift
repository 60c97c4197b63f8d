package import Domain

/// An event as an operation's payload, and back. What one direction writes the other reads whole: a register
/// rebuilt from payloads alone is the proof.
extension JSON {
    package init(fact event: Event) {
        switch event {
        case .deskFounded(let desk), .deskPrefixTaken(let desk): self = ["desk": JSON(fact: desk)]
        case .settingsChanged(let settings): self = ["settings": JSON(fact: settings)]
        case .operatorAdded(let one), .operatorChanged(let one), .operatorDisabled(let one),
            .operatorEnabled(let one):
            self = ["operator": JSON(fact: one)]
        case .passwordSet(let id), .pinSet(let id): self = ["operator_id": JSON(id)]
        case .patientRegistered(let patient, let overrides), .patientCorrected(let patient, let overrides):
            self = ["overrides": JSON(fact: overrides), "patient": JSON(fact: patient)]
        case .visitOpened(let visit), .visitStarted(let visit), .visitDone(let visit),
            .visitCancelled(let visit),
            .visitLeft(let visit):
            self = ["visit": JSON(fact: visit)]
        case .paperShown(let paper, let overrides):
            self = ["overrides": JSON(fact: overrides), "paper": JSON(fact: paper)]
        case .paperStruck(let paper): self = ["paper": JSON(fact: paper)]
        case .consentTextPublished(let text): self = ["text": JSON(fact: text)]
        case .consentOffered(let consent), .consentGiven(let consent), .consentRefused(let consent),
            .consentWithdrawn(let consent):
            self = ["consent": JSON(fact: consent)]
        case .mailPaperPrinted(let profile), .mailPaperReceived(let profile),
            .mailProfileConfirmed(let profile), .mailProfileRejected(let profile),
            .mailProfileEnded(let profile):
            self = ["mail_profile": JSON(fact: profile)]
        case .calendarChanged(let year): self = ["calendar": JSON(fact: year)]
        case .dataReadBack(let read): self = ["read_back": JSON(fact: read)]
        case .listBegun(let run), .listImported(let run): self = ["list": JSON(fact: run)]
        case .listLotTaken(let lot): self = ["lot": JSON(fact: lot)]
        case .cardsMerged(let merge), .cardsParted(let merge): self = ["merge": JSON(fact: merge)]
        case .strictnessChanged(let strictness): self = ["strictness": JSON(fact: strictness)]
        case .familyLinkMade(let link), .familyLinkEnded(let link): self = ["link": JSON(fact: link)]
        case .actedOnBehalf(let act): self = ["act": JSON(fact: act)]
        case .deathNoted(let note), .deathNoteStruck(let note): self = ["note": JSON(fact: note)]
        case .particularsNoted(let particulars, let overrides):
            self = ["overrides": JSON(fact: overrides), "particulars": JSON(fact: particulars)]
        case .phoneConfirmed(let confirmation): self = ["confirmation": JSON(fact: confirmation)]
        case .attachmentPlaceAdded(let place), .attachmentPlaceChanged(let place):
            self = ["place": JSON(fact: place)]
        case .shiftOpened(let shift), .shiftHandedOver(let shift), .shiftClosed(let shift):
            self = ["shift": JSON(fact: shift)]
        case .deskKeyAdded(let key), .deskKeyWithdrawn(let key): self = ["desk_key": JSON(fact: key)]
        case .documentIssued(let document), .documentReplaced(let document), .documentRevoked(let document):
            self = ["document": JSON(fact: document)]
        case .copyMade(let copy), .copyAnswered(let copy): self = ["copy": JSON(fact: copy)]
        case .insurerAdded(let insurer), .insurerChanged(let insurer): self = ["insurer": JSON(fact: insurer)]
        case .programmeAdded(let programme), .programmeChanged(let programme):
            self = ["programme": JSON(fact: programme)]
        case .requisitesChanged(let requisites): self = ["requisites": JSON(fact: requisites)]
        case .policyIssued(let policy, let overrides), .policyCorrected(let policy, let overrides):
            self = ["overrides": JSON(fact: overrides), "policy": JSON(fact: policy)]
        case .policyRevoked(let policy), .policyReplaced(let policy): self = ["policy": JSON(fact: policy)]
        case .policyLinked(let link): self = ["link": JSON(fact: link)]
        case .certificateIssued(let certificate), .certificateSeated(let certificate):
            self = ["certificate": JSON(fact: certificate)]
        }
    }
}

extension Event {
    /// The version of the payloads above; a change of any member's meaning raises it.
    package static let schema: UInt16 = 1

    package init(_ kind: Kind, fact: JSON) throws(FactFault) {
        switch kind {
        case .deskFounded: self = .deskFounded(try Desk(fact: fact["desk"]))
        case .deskPrefixTaken: self = .deskPrefixTaken(try Desk(fact: fact["desk"]))
        case .settingsChanged: self = .settingsChanged(try Settings(fact: fact["settings"]))
        case .operatorAdded: self = .operatorAdded(try Operator(fact: fact["operator"]))
        case .operatorChanged: self = .operatorChanged(try Operator(fact: fact["operator"]))
        case .operatorDisabled: self = .operatorDisabled(try Operator(fact: fact["operator"]))
        case .operatorEnabled: self = .operatorEnabled(try Operator(fact: fact["operator"]))
        case .passwordSet: self = .passwordSet(try FactReader(fact, "fact").id("operator_id"))
        case .pinSet: self = .pinSet(try FactReader(fact, "fact").id("operator_id"))
        case .patientRegistered:
            self = .patientRegistered(try Patient(fact: fact["patient"]), try overrides(fact))
        case .patientCorrected:
            self = .patientCorrected(try Patient(fact: fact["patient"]), try overrides(fact))
        case .visitOpened: self = .visitOpened(try Visit(fact: fact["visit"]))
        case .visitStarted: self = .visitStarted(try Visit(fact: fact["visit"]))
        case .visitDone: self = .visitDone(try Visit(fact: fact["visit"]))
        case .visitCancelled: self = .visitCancelled(try Visit(fact: fact["visit"]))
        case .visitLeft: self = .visitLeft(try Visit(fact: fact["visit"]))
        case .paperShown: self = .paperShown(try ShownPaper(fact: fact["paper"]), try overrides(fact))
        case .paperStruck: self = .paperStruck(try ShownPaper(fact: fact["paper"]))
        case .consentTextPublished: self = .consentTextPublished(try ConsentText(fact: fact["text"]))
        case .consentOffered: self = .consentOffered(try Consent(fact: fact["consent"]))
        case .consentGiven: self = .consentGiven(try Consent(fact: fact["consent"]))
        case .consentRefused: self = .consentRefused(try Consent(fact: fact["consent"]))
        case .consentWithdrawn: self = .consentWithdrawn(try Consent(fact: fact["consent"]))
        case .mailPaperPrinted: self = .mailPaperPrinted(try MailProfile(fact: fact["mail_profile"]))
        case .mailPaperReceived: self = .mailPaperReceived(try MailProfile(fact: fact["mail_profile"]))
        case .mailProfileConfirmed:
            self = .mailProfileConfirmed(try MailProfile(fact: fact["mail_profile"]))
        case .mailProfileRejected: self = .mailProfileRejected(try MailProfile(fact: fact["mail_profile"]))
        case .mailProfileEnded: self = .mailProfileEnded(try MailProfile(fact: fact["mail_profile"]))
        case .calendarChanged: self = .calendarChanged(try CalendarYear(fact: fact["calendar"]))
        case .dataReadBack: self = .dataReadBack(try ReadBack(fact: fact["read_back"]))
        case .listBegun, .listLotTaken, .listImported: self = try Event(ofList: kind, fact)
        case .cardsMerged: self = .cardsMerged(try CardMerge(fact: fact["merge"]))
        case .cardsParted: self = .cardsParted(try CardMerge(fact: fact["merge"]))
        case .strictnessChanged: self = .strictnessChanged(try Strictness(fact: fact["strictness"]))
        case .familyLinkMade: self = .familyLinkMade(try FamilyLink(fact: fact["link"]))
        case .familyLinkEnded: self = .familyLinkEnded(try FamilyLink(fact: fact["link"]))
        case .actedOnBehalf: self = .actedOnBehalf(try ActOnBehalf(fact: fact["act"]))
        case .deathNoted: self = .deathNoted(try DeathNote(fact: fact["note"]))
        case .deathNoteStruck: self = .deathNoteStruck(try DeathNote(fact: fact["note"]))
        case .shiftOpened, .shiftHandedOver, .shiftClosed: self = try Event(ofShift: kind, fact)
        case .deskKeyAdded, .deskKeyWithdrawn, .documentIssued, .documentReplaced, .documentRevoked,
            .copyMade, .copyAnswered:
            self = try Event(ofDocuments: kind, fact)
        case .particularsNoted, .phoneConfirmed, .attachmentPlaceAdded, .attachmentPlaceChanged:
            self = try .beside(kind, fact)
        case .insurerAdded, .insurerChanged, .programmeAdded, .programmeChanged, .requisitesChanged:
            self = try .catalogue(kind, fact)
        case .policyIssued, .policyCorrected, .policyRevoked, .policyReplaced, .policyLinked,
            .certificateIssued, .certificateSeated:
            self = try .policy(kind, fact)
        }
    }

    private static func beside(_ kind: Kind, _ fact: JSON) throws(FactFault) -> Event {
        switch kind {
        case .particularsNoted: try particularsNoted(fact)
        case .phoneConfirmed: .phoneConfirmed(try PhoneConfirmation(fact: fact["confirmation"]))
        case .attachmentPlaceAdded: .attachmentPlaceAdded(try AttachmentPlace(fact: fact["place"]))
        case .attachmentPlaceChanged: .attachmentPlaceChanged(try AttachmentPlace(fact: fact["place"]))
        default: throw FactFault(member: "kind")
        }
    }

    private static func particularsNoted(_ fact: JSON) throws(FactFault) -> Event {
        // Facts written before a check of them could be softened name none.
        let isTold = try FactReader(fact, "fact").has("overrides")
        return .particularsNoted(
            try Particulars(fact: fact["particulars"]), isTold ? try overrides(fact) : [])
    }

    private static func policy(_ kind: Kind, _ fact: JSON) throws(FactFault) -> Event {
        switch kind {
        case .policyIssued: .policyIssued(try IssuedPolicy(fact: fact["policy"]), try overrides(fact))
        case .policyCorrected: .policyCorrected(try IssuedPolicy(fact: fact["policy"]), try overrides(fact))
        case .policyRevoked: .policyRevoked(try IssuedPolicy(fact: fact["policy"]))
        case .policyReplaced: .policyReplaced(try IssuedPolicy(fact: fact["policy"]))
        case .policyLinked: .policyLinked(try PolicyLink(fact: fact["link"]))
        case .certificateIssued: .certificateIssued(try Certificate(fact: fact["certificate"]))
        case .certificateSeated: .certificateSeated(try Certificate(fact: fact["certificate"]))
        default: throw FactFault(member: "kind")
        }
    }

    private static func catalogue(_ kind: Kind, _ fact: JSON) throws(FactFault) -> Event {
        switch kind {
        case .insurerAdded: .insurerAdded(try Insurer(fact: fact["insurer"]))
        case .insurerChanged: .insurerChanged(try Insurer(fact: fact["insurer"]))
        case .programmeAdded: .programmeAdded(try Programme(fact: fact["programme"]))
        case .programmeChanged: .programmeChanged(try Programme(fact: fact["programme"]))
        case .requisitesChanged: .requisitesChanged(try ClinicRequisites(fact: fact["requisites"]))
        default: throw FactFault(member: "kind")
        }
    }
}

private func overrides(_ fact: JSON) throws(FactFault) -> [Override] {
    try Override.all(fact: FactReader(fact, "fact").elements("overrides"))
}
