import Domain
import Testing

@Suite struct `An event` {
    /// One of each kind, at a version, with what it is about and whether it stands on an earlier version.
    private static func all(version: Int64) throws -> [(Event, Event.Kind, Subject, Int64?)] {
        let desk = Subject(.desk, Given.id(5))
        let one = Subject(.operator, Given.id(3))
        let patient = Subject(.patient, Given.id(2))
        let visit = Subject(.visit, Given.id(1))
        let paper = Subject(.paper, Given.id(8))
        let consent = Subject(.consent, Given.id(6))
        let shift = Subject(.shift, Given.id(4))
        let base = version > 1 ? version - 1 : nil
        return [
            (.deskFounded(Given.desk), .deskFounded, desk, nil),
            (.deskPrefixTaken(Given.desk), .deskPrefixTaken, desk, nil),
            (
                .settingsChanged(Settings(version: version, clinic: "К")), .settingsChanged,
                Subject(.settings, ID(high: 0, low: 0)), base
            ),
            (.operatorAdded(Given.operator(version: version)), .operatorAdded, one, base),
            (.operatorChanged(Given.operator(version: version)), .operatorChanged, one, base),
            (.operatorDisabled(Given.operator(version: version)), .operatorDisabled, one, base),
            (.operatorEnabled(Given.operator(version: version)), .operatorEnabled, one, base),
            (.passwordSet(Given.id(3)), .passwordSet, one, nil),
            (.pinSet(Given.id(3)), .pinSet, one, nil),
            (.patientRegistered(Given.patient(version: version), []), .patientRegistered, patient, base),
            (.patientCorrected(Given.patient(version: version), []), .patientCorrected, patient, base),
            (.visitOpened(Given.visit(.arrived, version: version)), .visitOpened, visit, base),
            (.visitStarted(Given.visit(.inService, version: version)), .visitStarted, visit, base),
            (.visitDone(Given.visit(.done, version: version)), .visitDone, visit, base),
            (.visitCancelled(Given.visit(.cancelled, version: version)), .visitCancelled, visit, base),
            (.visitLeft(Given.visit(.left, version: version)), .visitLeft, visit, base),
            (.paperShown(Given.paper(version: version), []), .paperShown, paper, base),
            (.paperStruck(Given.paper(version: version)), .paperStruck, paper, base),
            (
                .consentTextPublished(Given.consentText), .consentTextPublished,
                Subject(.consentText, Given.id(7)), nil
            ),
            (.consentOffered(Given.consent(.offered, version: version)), .consentOffered, consent, base),
            (.consentGiven(Given.consent(.given, version: version)), .consentGiven, consent, base),
            (.consentRefused(Given.consent(.refused, version: version)), .consentRefused, consent, base),
            (
                .consentWithdrawn(Given.consent(.withdrawn, version: version)), .consentWithdrawn, consent,
                base
            ),
        ] + mail(version: version, base)
            + lists(version: version, base) + cards(version: version, base) + kin(version: version, base)
            + (try beside(version: version, base)) + (try documents(version: version, base))
            + [
                (.shiftOpened(Given.shift(.open, version: version)), .shiftOpened, shift, base),
                (.shiftHandedOver(Given.shift(.handedOver, version: version)), .shiftHandedOver, shift, base),
                (.shiftClosed(Given.shift(.closed, version: version)), .shiftClosed, shift, base),
            ] + catalogues(version: version, base)
    }

    private static func catalogues(
        version: Int64, _ base: Int64?
    ) -> [(Event, Event.Kind, Subject, Int64?)] {
        let insurer = Subject(.insurer, Given.id(13))
        let programme = Subject(.programme, Given.id(14))
        return [
            (.insurerAdded(Given.insurer(version: version)), .insurerAdded, insurer, base),
            (.insurerChanged(Given.insurer(version: version)), .insurerChanged, insurer, base),
            (.programmeAdded(Given.programme(version: version)), .programmeAdded, programme, base),
            (.programmeChanged(Given.programme(version: version)), .programmeChanged, programme, base),
            (
                .requisitesChanged(Given.requisites(version: version)), .requisitesChanged,
                Subject(.requisites, ID(high: 0, low: 0)), base
            ),
        ] + policies(version: version, base)
    }

    private static func policies(
        version: Int64, _ base: Int64?
    ) -> [(Event, Event.Kind, Subject, Int64?)] {
        let policy = Subject(.policy, Given.id(15))
        let given = Given.policy(version: version)
        return [
            (.policyIssued(given, []), .policyIssued, policy, base),
            (.policyCorrected(given, []), .policyCorrected, policy, base),
            (.policyRevoked(given), .policyRevoked, policy, base),
            (.policyReplaced(given), .policyReplaced, policy, base),
            (.policyLinked(Given.policyLink), .policyLinked, Subject(.policyLink, Given.id(16)), nil),
            (
                .certificateIssued(Given.certificate(version: version)), .certificateIssued,
                Subject(.certificate, Given.id(17)), base
            ),
            (
                .certificateSeated(Given.certificate(version: version)), .certificateSeated,
                Subject(.certificate, Given.id(17)), base
            ),
        ]
    }

    private static func documents(
        version: Int64, _ base: Int64?
    ) throws -> [(Event, Event.Kind, Subject, Int64?)] {
        let (key, document) = (Subject(.deskKey, Given.id(12)), Subject(.document, Given.id(13)))
        let (issued, copy) = (try Given.document(version: version), try Given.copy(version: version))
        return [
            (.deskKeyAdded(Given.key(version: version)), .deskKeyAdded, key, base),
            (.deskKeyWithdrawn(Given.key(version: version)), .deskKeyWithdrawn, key, base),
            (.documentIssued(issued), .documentIssued, document, base),
            (.documentReplaced(issued), .documentReplaced, document, base),
            (.documentRevoked(issued), .documentRevoked, document, base),
            (.copyMade(copy), .copyMade, Subject(.printedCopy, Given.id(14)), base),
            (.copyAnswered(copy), .copyAnswered, Subject(.printedCopy, Given.id(14)), base),
        ]
    }

    private static func beside(
        version: Int64, _ base: Int64?
    ) throws -> [(Event, Event.Kind, Subject, Int64?)] {
        let place = Subject(.attachmentPlace, Given.id(9))
        return [
            (
                .particularsNoted(Given.particulars(version: version), []), .particularsNoted,
                Subject(.particulars, Given.id(2)), base
            ),
            (
                .phoneConfirmed(try Given.confirmation()), .phoneConfirmed, Subject(.phone, Given.id(2)), nil
            ),
            (
                .attachmentPlaceAdded(Given.attachmentPlace(version: version)), .attachmentPlaceAdded, place,
                base
            ),
            (
                .attachmentPlaceChanged(Given.attachmentPlace(version: version)), .attachmentPlaceChanged,
                place, base
            ),
        ]
    }

    private static func kin(version: Int64, _ base: Int64?) -> [(Event, Event.Kind, Subject, Int64?)] {
        let link = Subject(.familyLink, Given.id(9))
        let death = Subject(.deathNote, Given.id(12))
        return [
            (.familyLinkMade(Given.link(version: version)), .familyLinkMade, link, base),
            (.familyLinkEnded(Given.link(version: version)), .familyLinkEnded, link, base),
            (.actedOnBehalf(Given.act), .actedOnBehalf, Subject(.actOnBehalf, Given.id(11)), nil),
            (.deathNoted(Given.death(version: version)), .deathNoted, death, base),
            (.deathNoteStruck(Given.death(version: version)), .deathNoteStruck, death, base),
        ]
    }

    private static func cards(version: Int64, _ base: Int64?) -> [(Event, Event.Kind, Subject, Int64?)] {
        let merge = Subject(.merge, Given.id(9))
        return [
            (.cardsMerged(Given.merge(version: version)), .cardsMerged, merge, base),
            (.cardsParted(Given.merge(version: version)), .cardsParted, merge, base),
            (
                .strictnessChanged(Strictness(version: version, hardened: [], softened: [])),
                .strictnessChanged, Subject(.strictness, ID(high: 0, low: 0)), base
            ),
        ]
    }

    private static func lists(version: Int64, _ base: Int64?) -> [(Event, Event.Kind, Subject, Int64?)] {
        let list = Subject(.list, Given.id(9))
        return [
            (.listBegun(Given.list(version: version)), .listBegun, list, base),
            (.listLotTaken(Given.lot), .listLotTaken, Subject(.listLot, Given.id(10)), nil),
            (.listImported(Given.list(version: version)), .listImported, list, base),
        ]
    }

    private static func mail(version: Int64, _ base: Int64?) -> [(Event, Event.Kind, Subject, Int64?)] {
        let profile = Subject(.mailProfile, Given.id(9))
        let year = Subject(.calendar, ID(high: 0, low: 2027))
        return [
            (
                .mailPaperPrinted(Given.mail(.paperPrinted, version: version)), .mailPaperPrinted, profile,
                base
            ),
            (
                .mailPaperReceived(Given.mail(.paperReceived, version: version)), .mailPaperReceived,
                profile, base
            ),
            (
                .mailProfileConfirmed(Given.mail(.confirmed, version: version)), .mailProfileConfirmed,
                profile, base
            ),
            (
                .mailProfileRejected(Given.mail(.rejected, version: version)), .mailProfileRejected, profile,
                base
            ),
            (.mailProfileEnded(Given.mail(.ended, version: version)), .mailProfileEnded, profile, base),
            (
                .calendarChanged(CalendarYear(year: 2027, version: version, marks: [])), .calendarChanged,
                year, base
            ),
            (.dataReadBack(Given.readBack), .dataReadBack, Subject(.readBack, Given.id(10)), nil),
        ]
    }

    @Test(arguments: [1, 2, 7] as [Int64])
    func `says its kind, what it is about and what it stands on`(version: Int64) throws {
        for (event, kind, subject, base) in try Self.all(version: version) {
            #expect(event.kind == kind)
            #expect(event.subject == subject)
            #expect(event.baseVersion == base)
        }
    }

    @Test func `of every kind is in this table`() throws {
        let kinds = try Self.all(version: 1).map(\.1)
        #expect(Set(kinds) == Set(Event.Kind.allCases) && kinds.count == Event.Kind.allCases.count)
    }

    @Test func `has a name that an operation may carry and no other event has`() {
        let names = Event.Kind.allCases.map(\.rawValue) + Notice.Kind.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(
            names.allSatisfy { name in
                name.utf8.count <= 64 && name.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) }
            })
    }
}

@Suite struct `A refusal` {
    @Test func `has a code in small letters that no other has`() {
        let codes = Refusal.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { code in code.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) } })
    }

    @Test func `says nothing more than it is given`() {
        let refusal = Refusal(.visitChanged)
        #expect(refusal.parameters.isEmpty && refusal.fields.isEmpty && refusal.retryAfterSeconds == nil)
    }
}

@Suite struct `An operator` {
    @Test func `can administer with the role and while not disabled`() {
        #expect(Given.operator(roles: [.admin]).canAdminister)
        #expect(Given.operator(roles: [.admin, .senior]).canAdminister)
        #expect(!Given.operator(roles: [.receptionist, .senior]).canAdminister)
        #expect(!Given.operator(roles: [.admin]).changed { $0.disabled = true }.canAdminister)
    }

    @Test func `is a version further with each change`() {
        let changed = Given.operator().changed { $0.name = "Другая" }
        #expect(changed.version == 2 && changed.name == "Другая" && changed.login == "petrova")
    }
}
