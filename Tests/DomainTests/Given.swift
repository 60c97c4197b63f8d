import Domain

/// Entities that several suites begin with.
enum Given {
    static func id<Entity>(_ number: UInt64) -> ID<Entity> { ID(high: 0x0193_6b0a_7c00_7000, low: number) }

    static let start = Instant(milliseconds: 1)
    static let today = CalendarDay(daysSince1970: 20_778) ?? fallback
    private static let fallback: CalendarDay = { preconditionFailure("2026 is a year of the calendar") }()

    static func visit(_ state: Visit.State, version: Int64 = 1) -> Visit {
        Visit(
            id: id(1), version: version, number: 4, day: today, patient: id(2), arrivedAt: start,
            reason: "Справка",
            destination: .desk, place: nil, state: state, openedBy: id(3))
    }

    static func shift(_ state: Shift.State, version: Int64 = 1) -> Shift {
        Shift(id: id(4), version: version, owner: id(3), screen: "s", openedAt: start, state: state)
    }

    static func `operator`(version: Int64 = 1, roles: Set<Role> = [.receptionist]) -> Operator {
        Operator(
            id: id(3), version: version, login: "petrova", name: "Петрова", roles: roles, disabled: false,
            createdAt: start)
    }

    static func consent(_ state: Consent.State, version: Int64 = 1) -> Consent {
        Consent(
            id: id(6), version: version, number: 15, patient: id(2), purpose: .emailing, edition: 2,
            textSHA256: "ab", channel: .paper, state: state, offeredAt: start, offeredBy: id(3))
    }

    static func paper(version: Int64 = 1) -> ShownPaper {
        ShownPaper(
            id: id(8), version: version, patient: id(2),
            content: .document(IdentityDocument(kind: .passport, series: "4510", number: "123456")),
            shownAt: start, shownBy: id(3))
    }

    static func mail(_ state: MailProfile.State, version: Int64 = 1) -> MailProfile {
        MailProfile(
            id: id(9), version: version, patient: id(2), consent: id(6), state: state, printedAt: start,
            printedBy: id(3))
    }

    static let readBack = ReadBack(
        id: id(10), patient: id(2), cardVersion: 1, how: .signed, at: start, by: id(3))

    static func link(
        _ role: FamilyLink.Role = .parent, basis: String? = "свидетельство", until: CalendarDay? = nil,
        version: Int64 = 1
    ) -> FamilyLink {
        FamilyLink(
            id: id(9), version: version, representative: id(10), person: id(2), role: role, word: nil,
            basis: basis, validUntil: until, madeAt: start, madeBy: id(3))
    }

    static let act = ActOnBehalf(id: id(11), link: id(9), matter: .visit(id(1)), at: start, by: id(3))

    static func death(version: Int64 = 1) -> DeathNote {
        DeathNote(
            id: id(12), version: version, patient: id(2), diedOn: today, basis: .words,
            details: "Небывалов Лев", notedAt: start, notedBy: id(3))
    }

    static let consentText = ConsentText(
        id: id(7), purpose: .processing, edition: 1, text: "Я согласен", sha256: "ab", publishedAt: start,
        publishedBy: id(3))

    static func list(version: Int64 = 1) -> ListRun {
        ListRun(
            id: id(9), version: version, fileSHA256: "ab", lines: 5, takesAlike: false, begunAt: start,
            begunBy: id(3))
    }

    static let lot = ListLot(
        id: id(10), run: id(9), lastLine: 6, takenAt: start, totals: ListTotals(),
        links: [ListLot.Link(line: 2, patient: id(2))])

    static func merge(version: Int64 = 1, taken: Set<PersonField> = []) -> CardMerge {
        CardMerge(
            id: id(9), version: version, kept: id(2), merged: id(10), before: patient().person, taken: taken,
            reason: "Завели дважды", mergedAt: start, mergedBy: id(3))
    }

    static func particulars(version: Int64 = 1) -> Particulars {
        Particulars(
            patient: id(2), version: version, content: Particulars.Content(), changedAt: start,
            changedBy: id(3))
    }

    static func attachmentPlace(version: Int64 = 1) -> AttachmentPlace {
        AttachmentPlace(
            id: id(9), version: version, clinic: "Поликлиника № 12", precinct: "7", kind: .adult,
            isClosed: false)
    }

    static func confirmation() throws -> PhoneConfirmation {
        guard let phone = PhoneNumber(stored: "+79261112233") else { throw Refusal(.patientNotFound) }
        return PhoneConfirmation(patient: id(2), phone: phone, at: start, by: id(3))
    }

    static func patient(version: Int64 = 1) -> Patient {
        let person = Person(
            surname: "Небывалова", name: "Галина", patronymic: .absent, birthDate: today, sex: .female)
        return Patient(
            id: id(2), version: version, cardNumber: 1, person: person, registeredAt: start,
            registeredBy: id(3),
            changedAt: start)
    }

    static func key(version: Int64 = 1) -> TrustedKey {
        TrustedKey(
            id: id(12), version: version, prefix: "48", name: "Филиал", publicKey: [1], addedAt: start,
            addedBy: nil)
    }

    static func document(version: Int64 = 1) throws -> Document {
        Document(
            id: id(13), version: version, docID: try token().content.document, sort: .policy,
            number: OwnNumber(prefix: "47", sequence: 12), patient: id(2), validFrom: today, validTo: nil,
            product: 0, holderTag: 1,
            issuedOn: today, issuedAt: start, issuedBy: id(3), state: .issuedOffline)
    }

    static func copy(version: Int64 = 1) throws -> PrintedCopy {
        PrintedCopy(
            id: id(14), version: version, document: id(13), documentVersion: 1, number: 1,
            token: try token(), why: .first, madeAt: start, madeBy: id(3))
    }

    static func token() throws -> QRToken {
        try QRToken(bytes: [0x11] + [UInt8](repeating: 5, count: 90))
    }

    static let desk = Desk(
        id: id(5), lineage: 1, requestKey: [], documentKey: [], foundedAt: start, prefix: nil)
}
