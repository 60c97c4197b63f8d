import DeskFixture
import Domain

/// Makes up events of every kind with every optional member now there and now not.
struct AnyEvent {
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func event(_ kind: Event.Kind) -> Event {
        switch kind {
        case .deskFounded: .deskFounded(desk())
        case .deskPrefixTaken: .deskPrefixTaken(desk())
        case .settingsChanged: .settingsChanged(settings())
        case .operatorAdded: .operatorAdded(anOperator())
        case .operatorChanged: .operatorChanged(anOperator())
        case .operatorDisabled: .operatorDisabled(anOperator())
        case .operatorEnabled: .operatorEnabled(anOperator())
        case .passwordSet: .passwordSet(id())
        case .pinSet: .pinSet(id())
        case .patientRegistered: .patientRegistered(patient(), overrides())
        case .patientCorrected: .patientCorrected(patient(), overrides())
        case .visitOpened: .visitOpened(visit())
        case .visitStarted: .visitStarted(visit())
        case .visitDone: .visitDone(visit())
        case .visitCancelled: .visitCancelled(visit())
        case .visitLeft: .visitLeft(visit())
        case .paperShown: .paperShown(paper(), overrides())
        case .paperStruck: .paperStruck(paper())
        case .consentTextPublished: .consentTextPublished(consentText())
        case .consentOffered: .consentOffered(consent())
        case .consentGiven: .consentGiven(consent())
        case .consentRefused: .consentRefused(consent())
        case .consentWithdrawn: .consentWithdrawn(consent())
        case .mailPaperPrinted: .mailPaperPrinted(mailProfile())
        case .mailPaperReceived: .mailPaperReceived(mailProfile())
        case .mailProfileConfirmed: .mailProfileConfirmed(mailProfile())
        case .mailProfileRejected: .mailProfileRejected(mailProfile())
        case .mailProfileEnded: .mailProfileEnded(mailProfile())
        case .calendarChanged: .calendarChanged(calendarYear())
        case .dataReadBack: .dataReadBack(readBack())
        case .listBegun: .listBegun(list())
        case .listLotTaken: .listLotTaken(lot())
        case .listImported: .listImported(list())
        case .cardsMerged: .cardsMerged(merge())
        case .cardsParted: .cardsParted(merge())
        case .strictnessChanged: .strictnessChanged(strictness())
        case .familyLinkMade: .familyLinkMade(familyLink())
        case .familyLinkEnded: .familyLinkEnded(familyLink())
        case .actedOnBehalf: .actedOnBehalf(act())
        case .deathNoted: .deathNoted(death())
        case .deathNoteStruck: .deathNoteStruck(death())
        case .particularsNoted: .particularsNoted(particulars(), overrides())
        case .phoneConfirmed: .phoneConfirmed(confirmation())
        case .attachmentPlaceAdded: .attachmentPlaceAdded(attachmentPlace())
        case .attachmentPlaceChanged: .attachmentPlaceChanged(attachmentPlace())
        case .shiftOpened: .shiftOpened(shift())
        case .shiftHandedOver: .shiftHandedOver(shift())
        case .shiftClosed: .shiftClosed(shift())
        case .deskKeyAdded, .deskKeyWithdrawn, .documentIssued, .documentReplaced, .documentRevoked,
            .copyMade, .copyAnswered:
            documenting(kind)
        case .insurerAdded, .insurerChanged, .programmeAdded, .programmeChanged, .requisitesChanged,
            .policyIssued, .policyCorrected, .policyRevoked, .policyReplaced, .policyLinked,
            .certificateIssued, .certificateSeated:
            insuring(kind)
        }
    }

    private mutating func documenting(_ kind: Event.Kind) -> Event {
        switch kind {
        case .deskKeyAdded: .deskKeyAdded(trustedKey())
        case .deskKeyWithdrawn: .deskKeyWithdrawn(trustedKey())
        case .documentIssued: .documentIssued(document())
        case .documentReplaced: .documentReplaced(document())
        case .documentRevoked: .documentRevoked(document())
        case .copyMade: .copyMade(printedCopy())
        case .copyAnswered: .copyAnswered(printedCopy())
        default: preconditionFailure("\(kind) is about something else")
        }
    }

    mutating func id<Entity>() -> ID<Entity> { ID(high: numbers.next(), low: numbers.next()) }
    mutating func number() -> Int64 { Int64.random(in: 1...9_007_199_254_740_991, using: &numbers) }
    mutating func instant() -> Instant { Instant(milliseconds: number()) }
    mutating func bytes() -> [UInt8] {
        (0..<32).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    }
    mutating func maybe<Value>(_ value: Value) -> Value? {
        Bool.random(using: &numbers) ? value : nil
    }
    mutating func one<Value>(of all: [Value]) -> Value {
        all[Int.random(in: all.indices, using: &numbers)]
    }

    mutating func text() -> String {
        one(of: [
            "Ёлкина", "О'Коннор", "a\"b\\c", "строка\nи вторая", "😀", "\u{1}\u{7f}", " ", "é", "e\u{301}",
            "{}",
        ])
    }

    mutating func day() -> CalendarDay {
        CalendarDay(daysSince1970: Int.random(in: -25_000...25_000, using: &numbers)) ?? day()
    }

    private mutating func desk() -> Desk {
        let prefix = maybe("0477")
        return Desk(
            id: id(), lineage: number(), requestKey: bytes(), documentKey: bytes(), foundedAt: instant(),
            prefix: prefix)
    }

    private mutating func settings() -> Settings {
        let (russian, english) = (maybe(text()), maybe(text()))
        return Settings(
            version: number(), clinic: text(), bannerRussian: russian, bannerEnglish: english,
            lockAfterSeconds: number())
    }

    private mutating func anOperator() -> Operator {
        Operator(
            id: id(), version: number(), login: text(), name: text(),
            roles: Set(Role.allCases.filter { _ in Bool.random(using: &numbers) }),
            disabled: Bool.random(using: &numbers), createdAt: instant())
    }

    private mutating func person() -> Person {
        var person = Person(
            surname: text(), name: text(), patronymic: maybe(text()).map(Patronymic.given) ?? .absent,
            birthDate: day(), sex: one(of: Sex.allCases))
        person.phone = maybe(PhoneNumber(stored: "+79261112233")) ?? nil
        person.email = maybe(EmailAddress(stored: "a@mail.example")) ?? nil
        person.snils = maybe(Snils(stored: "11223344595")) ?? nil
        person.note = maybe(text())
        return person
    }

    private mutating func patient() -> Patient {
        Patient(
            id: id(), version: number(), cardNumber: number(), person: person(), registeredAt: instant(),
            registeredBy: id(), changedAt: instant())
    }

    mutating func overrides() -> [Override] {
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
            let reason = maybe(text())
            return Override(field: text(), code: text(), reason: reason)
        }
    }

    private mutating func visit() -> Visit {
        let patient: ID<Patient>? = maybe(id())
        let (place, outcome, reason) = (maybe(text()), maybe(text()), maybe(text()))
        let (started, ended) = (maybe(instant()), maybe(instant()))
        let closer: ID<Operator>? = maybe(id())
        let (receipt, blank) = (maybe(text()), maybe(text()))
        let late = maybe(Visit.Late(enteredAt: instant(), blank: blank))
        return Visit(
            id: id(), version: number(), number: number(), day: day(), patient: patient, arrivedAt: instant(),
            reason: text(), destination: one(of: Visit.Destination.allCases), place: place,
            state: one(of: Visit.State.allCases), outcome: outcome, cancelReason: reason, openedBy: id(),
            startedAt: started, endedAt: ended, endedBy: closer, receipt: receipt, late: late)
    }

    private mutating func paper() -> ShownPaper {
        let (issued, ends) = (maybe(day()), maybe(day()))
        let (series, issuer, insurer) = (maybe(text()), maybe(text()), maybe(text()))
        let code = maybe(DepartmentCode(stored: "770001")) ?? nil
        let type = maybe(one(of: OmsType.allCases))
        let document = ShownPaper.Content.document(
            IdentityDocument(
                kind: one(of: IdentityDocument.Kind.allCases), series: series, number: text(),
                issuedOn: issued, issuer: issuer, departmentCode: code))
        let policy = ShownPaper.Content.policy(
            PolicyGiven(
                kind: one(of: PolicyGiven.Kind.allCases), number: text(), omsType: type, insurer: insurer,
                validTo: ends))
        let strike = maybe(Undoing(at: instant(), by: id(), reason: text()))
        return ShownPaper(
            id: id(), version: number(), patient: id(), content: one(of: [document, policy]),
            shownAt: instant(), shownBy: id(), strike: strike)
    }

    private mutating func consentText() -> ConsentText {
        ConsentText(
            id: id(), purpose: one(of: ConsentPurpose.allCases), edition: number(), text: text(),
            sha256: text(), publishedAt: instant(), publishedBy: id())
    }

    private mutating func consent() -> Consent {
        let (decided, withdrawn, note) = (maybe(instant()), maybe(instant()), maybe(text()))
        let decider: ID<Operator>? = maybe(id())
        let withdrawer: ID<Operator>? = maybe(id())
        return Consent(
            id: id(), version: number(), number: number(), patient: id(),
            purpose: one(of: ConsentPurpose.allCases), edition: number(), textSHA256: text(),
            channel: one(of: Consent.Channel.allCases), state: one(of: Consent.State.allCases),
            offeredAt: instant(), offeredBy: id(), decidedAt: decided, decidedBy: decider,
            withdrawnAt: withdrawn, withdrawnBy: withdrawer, note: note)
    }

    private mutating func mailProfile() -> MailProfile {
        let (received, decided, reason) = (maybe(instant()), maybe(instant()), maybe(text()))
        let (due, decider): (CalendarDay?, ID<Operator>?) = (maybe(day()), maybe(id()))
        let email = maybe(EmailAddress(stored: "a@mail.example"))
        return MailProfile(
            id: id(), version: number(), patient: id(), consent: id(),
            state: one(of: MailProfile.State.allCases), printedAt: instant(), printedBy: id(),
            receivedAt: received, due: due, email: email, decidedAt: decided, decidedBy: decider,
            reason: reason)
    }

    private mutating func calendarYear() -> CalendarYear {
        let marks = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
            let note = maybe(text())
            return CalendarMark(day: day(), kind: one(of: CalendarMark.Kind.allCases), note: note)
        }
        return CalendarYear(
            year: Int.random(in: CalendarYear.years, using: &numbers), version: number(), marks: marks)
    }

    private mutating func readBack() -> ReadBack {
        ReadBack(
            id: id(), patient: id(), cardVersion: number(), how: one(of: ReadBack.How.allCases),
            at: instant(), by: id())
    }

    private mutating func list() -> ListRun {
        let ended = maybe(instant())
        return ListRun(
            id: id(), version: number(), fileSHA256: text(), lines: number(),
            takesAlike: Bool.random(using: &numbers), begunAt: instant(), begunBy: id(),
            ending: maybe(one(of: ListRun.Ending.allCases)), endedAt: ended)
    }

    private mutating func lot() -> ListLot {
        var totals = ListTotals()
        totals.registered = number()
        totals.known = number()
        totals.policies = number()
        totals.alike = number()
        totals.failed = number()
        let links = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
            ListLot.Link(line: number(), patient: id())
        }
        return ListLot(
            id: id(), run: id(), lastLine: number(), takenAt: instant(), totals: totals, links: links)
    }

    private mutating func merge() -> CardMerge {
        let parting = maybe(Undoing(at: instant(), by: id(), reason: text()))
        return CardMerge(
            id: id(), version: number(), kept: id(), merged: id(), before: person(),
            taken: Set(PersonField.allCases.filter { _ in Bool.random(using: &numbers) }), reason: text(),
            mergedAt: instant(), mergedBy: id(), parting: parting)
    }

    private mutating func strictness() -> Strictness {
        var refusing: Set<FieldCode> = []
        for code in Strictness.checks where Bool.random(using: &numbers) { refusing.insert(code) }
        return Strictness(version: number(), hardened: [], softened: []).choosing(refusing: refusing)
    }

    private mutating func familyLink() -> FamilyLink {
        let (word, basis, until) = (maybe(text()), maybe(text()), maybe(day()))
        let end = maybe(Undoing(at: instant(), by: id(), reason: text()))
        return FamilyLink(
            id: id(), version: number(), representative: id(), person: id(),
            role: one(of: FamilyLink.Role.allCases), word: word, basis: basis, validUntil: until,
            madeAt: instant(), madeBy: id(), end: end)
    }

    private mutating func act() -> ActOnBehalf {
        let matters: [ActOnBehalf.Matter] = [.visit(id()), .consent(id())]
        return ActOnBehalf(id: id(), link: id(), matter: one(of: matters), at: instant(), by: id())
    }

    private mutating func death() -> DeathNote {
        let strike = maybe(Undoing(at: instant(), by: id(), reason: text()))
        return DeathNote(
            id: id(), version: number(), patient: id(), diedOn: day(),
            basis: one(of: DeathNote.Basis.allCases), details: text(), notedAt: instant(), notedBy: id(),
            strike: strike)
    }

    private mutating func phone() -> PhoneNumber {
        PhoneNumber(stored: "+7926\(Int.random(in: 1_000_000...9_999_999, using: &numbers))") ?? phone()
    }

    private mutating func particulars() -> Particulars {
        var content = Particulars.Content()
        content.inn = maybe(Inn(stored: "500100732259")) ?? nil
        for _ in 0..<Int.random(in: 0...5, using: &numbers) {
            let whose = maybe(text())
            content.phones.append(Particulars.Phone(number: phone(), whose: whose))
        }
        content.registeredAddress = maybe(text())
        content.actualAddress = maybe(text())
        content.livesAsRegistered = Bool.random(using: &numbers)
        let since = maybe(day())
        content.attachment = maybe(Particulars.Attachment(place: id(), since: since))
        return Particulars(
            patient: id(), version: number(), content: content, changedAt: instant(), changedBy: id())
    }

    private mutating func confirmation() -> PhoneConfirmation {
        PhoneConfirmation(patient: id(), phone: phone(), at: instant(), by: id())
    }

    private mutating func attachmentPlace() -> AttachmentPlace {
        AttachmentPlace(
            id: id(), version: number(), clinic: text(), precinct: text(),
            kind: one(of: AttachmentPlace.Kind.allCases), isClosed: Bool.random(using: &numbers))
    }

    private mutating func trustedKey() -> TrustedKey {
        let adder: ID<Operator>? = maybe(id())
        let withdrawal = maybe(Undoing(at: instant(), by: id(), reason: text()))
        return TrustedKey(
            id: id(), version: number(), prefix: "0477", name: text(), publicKey: bytes(),
            addedAt: instant(), addedBy: adder, withdrawal: withdrawal)
    }

    private mutating func docID() -> DocID { DocID(bytes: bytes().prefix(10)) ?? docID() }

    private mutating func document() -> Document {
        let causes: [Document.Cause] = [.replaced(by: id()), .revoked(one(of: RevocationReason.allCases))]
        let ending = maybe(Document.Ending(at: instant(), by: id(), cause: one(of: causes)))
        let last = maybe(day())
        return Document(
            id: id(), version: number(), docID: docID(), sort: one(of: DocumentSort.allCases),
            number: OwnNumber(prefix: "47", sequence: Int64.random(in: 1...999_999_999, using: &numbers)),
            patient: id(), validFrom: day(), validTo: last,
            product: UInt16.random(in: 0...65_535, using: &numbers),
            holderTag: UInt8.random(in: 0...255, using: &numbers), issuedOn: day(), issuedAt: instant(),
            issuedBy: id(), state: one(of: Document.State.allCases), ending: ending)
    }

    private mutating func token() -> QRToken {
        let head = [0x10 | UInt8.random(in: 1...7, using: &numbers)]
        guard let token = try? QRToken(bytes: head + (bytes() + bytes() + bytes()).prefix(90)) else {
            preconditionFailure("any bytes behind the first make a token")
        }
        return token
    }

    private mutating func printedCopy() -> PrintedCopy {
        let answered = maybe(instant())
        return PrintedCopy(
            id: id(), version: number(), document: id(), documentVersion: number(), number: number(),
            token: token(), why: one(of: PrintedCopy.Why.allCases), madeAt: instant(), madeBy: id(),
            answer: one(of: PrintedCopy.Answer.allCases), answeredAt: answered)
    }

    private mutating func shift() -> Shift {
        let (closed, note) = (maybe(instant()), maybe(text()))
        let taker: ID<Operator>? = maybe(id())
        let from: ID<Shift>? = maybe(id())
        return Shift(
            id: id(), version: number(), owner: id(), screen: text(), openedAt: instant(), closedAt: closed,
            state: one(of: Shift.State.allCases), handedTo: taker, takenFrom: from, note: note)
    }
}
