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
        case .shiftOpened: .shiftOpened(shift())
        case .shiftHandedOver: .shiftHandedOver(shift())
        case .shiftClosed: .shiftClosed(shift())
        }
    }

    private mutating func id<Entity>() -> ID<Entity> { ID(high: numbers.next(), low: numbers.next()) }
    private mutating func number() -> Int64 { Int64.random(in: 1...9_007_199_254_740_991, using: &numbers) }
    private mutating func instant() -> Instant { Instant(milliseconds: number()) }
    private mutating func bytes() -> [UInt8] {
        (0..<32).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    }
    private mutating func maybe<Value>(_ value: Value) -> Value? {
        Bool.random(using: &numbers) ? value : nil
    }
    private mutating func one<Value>(of all: [Value]) -> Value {
        all[Int.random(in: all.indices, using: &numbers)]
    }

    private mutating func text() -> String {
        one(of: [
            "Ёлкина", "О'Коннор", "a\"b\\c", "строка\nи вторая", "😀", "\u{1}\u{7f}", " ", "é", "e\u{301}",
            "{}",
        ])
    }

    private mutating func day() -> CalendarDay {
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

    private mutating func patient() -> Patient {
        var person = Person(
            surname: text(), name: text(), patronymic: maybe(text()).map(Patronymic.given) ?? .absent,
            birthDate: day(), sex: one(of: Sex.allCases))
        person.phone = maybe(PhoneNumber(stored: "+79261112233")) ?? nil
        person.email = maybe(EmailAddress(stored: "a@mail.example")) ?? nil
        person.snils = maybe(Snils(stored: "11223344595")) ?? nil
        person.note = maybe(text())
        return Patient(
            id: id(), version: number(), cardNumber: number(), person: person, registeredAt: instant(),
            registeredBy: id(), changedAt: instant())
    }

    private mutating func overrides() -> [Override] {
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
        let strike = maybe(ShownPaper.Strike(at: instant(), by: id(), reason: text()))
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

    private mutating func shift() -> Shift {
        let (closed, note) = (maybe(instant()), maybe(text()))
        let taker: ID<Operator>? = maybe(id())
        let from: ID<Shift>? = maybe(id())
        return Shift(
            id: id(), version: number(), owner: id(), screen: text(), openedAt: instant(), closedAt: closed,
            state: one(of: Shift.State.allCases), handedTo: taker, takenFrom: from, note: note)
    }
}
