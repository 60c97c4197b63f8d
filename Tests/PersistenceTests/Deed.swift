import Application
import DeskFixture
import Domain
import Testing

/// Something done in a clinic, and what history must say of it.
struct Deed: Sendable, CustomTestStringConvertible {
    let name: String
    let facts: [Event.Kind]
    let act: @Sendable (Clinic) throws -> Void

    init(_ name: String, _ facts: [Event.Kind], _ act: @escaping @Sendable (Clinic) throws -> Void) {
        self.name = name
        self.facts = facts
        self.act = act
    }

    var testDescription: String { name }

    private static let new = PersonForm.invented("Новикова", "Ольга")
    private static let form = VisitForm(reason: "Карта", destination: .desk, place: "")

    /// Every use case that makes history, each way once.
    static let all: [Deed] = older + policies

    private static let older: [Deed] = [
        Deed("registers a person", [.patientRegistered]) {
            _ = try $0.registering($0.registration(new), by: $0.author)
        },
        Deed("registers a person who came for something", [.patientRegistered, .visitOpened]) {
            _ = try $0.registering($0.registration(new, visit: form), by: $0.author)
        },
        Deed("registers a person past a warning", [.patientRegistered]) { clinic in
            let odd = new.with { $0.snils = "112-233-445 95" }
            let input = clinic.registration(odd, accepted: ["snils_shared"], reason: "Мать вписала свой")
            _ = try clinic.registering(input, by: clinic.author)
        },
        Deed("corrects a card", [.patientCorrected]) {
            _ = try $0.correcting($0.correction(.invented("Бывалова")), by: $0.author)
        },
        Deed("opens a visit", [.visitOpened]) {
            _ = try $0.openingVisit(form, for: $0.other.id, by: $0.author)
        },
        Deed("opens a visit without a name", [.visitOpened]) {
            _ = try $0.openingVisit(form, for: nil, by: $0.author)
        },
        Deed("types a sheet in that tells the end too, past an open visit", [.visitOpened]) {
            _ = try $0.openingVisit(.late(.done), for: $0.patient.id, by: $0.author)
        },
        Deed("types a sheet in of somebody who is still here", [.visitOpened]) {
            _ = try $0.openingVisit(.late(.open), for: nil, by: $0.author)
        },
        Deed("registers a person from a sheet", [.patientRegistered, .visitOpened]) {
            _ = try $0.registering($0.registration(new, visit: .late(.left)), by: $0.author)
        },
        Deed("begins a visit, and ends it with a receipt", [.visitStarted, .visitDone]) {
            _ = try $0.stepping(.start, of: $0.visit.id, baseVersion: 1, by: $0.author)
            _ = try $0.stepping(
                .finish(outcome: "Выдана", receipt: "ф-15/2"), of: $0.visit.id, baseVersion: 2, by: $0.author)
        },
        Deed("begins a visit", [.visitStarted]) {
            _ = try $0.stepping(.start, of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
        Deed("begins and ends a visit", [.visitStarted, .visitDone]) {
            _ = try $0.stepping(.start, of: $0.visit.id, baseVersion: 1, by: $0.author)
            _ = try $0.stepping(.finish(outcome: "Выдана"), of: $0.visit.id, baseVersion: 2, by: $0.author)
        },
        Deed("cancels a visit", [.visitCancelled]) {
            _ = try $0.stepping(.cancel(reason: "Ошибка"), of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
        Deed("notes that somebody left", [.visitLeft]) {
            _ = try $0.stepping(.leave, of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
        Deed("writes down a document", [.paperShown]) {
            _ = try $0.desk.noting(.passport("654321"), of: $0.patient.id, by: $0.author)
        },
        Deed("writes down a policy", [.paperShown]) {
            _ = try $0.desk.noting(.oms("7992730000000007"), of: $0.patient.id, by: $0.author)
        },
        Deed("writes down the document of another card, and why", [.paperShown]) {
            _ = try $0.desk.noting(
                .passport(), of: $0.other.id, accepted: ["paper_shared"], reason: "Мать и дочь", by: $0.author
            )
        },
        Deed("strikes a document and writes it down anew", [.paperStruck, .paperShown]) {
            _ = try $0.striking($0.passport.id, for: " Опечатка ", by: $0.author)
            _ = try $0.desk.noting(.passport(), of: $0.patient.id, by: $0.author)
        },
        Deed("publishes the first text of a purpose", [.consentTextPublished]) {
            _ = try $0.desk.publishing("Передача страховой", for: .insurer, after: 0, by: $0.adminAuthor)
        },
        Deed("publishes the next text of a purpose", [.consentTextPublished]) {
            _ = try $0.desk.publishing("Иначе", for: .processing, after: 1, by: $0.adminAuthor)
        },
        Deed("offers a consent", [.consentOffered]) {
            _ = try $0.desk.offering(.marketing, to: $0.patient.id, by: $0.author)
        },
        Deed("notes that a consent was given", [.consentGiven, .mailPaperReceived]) {
            _ = try $0.answering(.give, of: $0.offered.id, baseVersion: 1, by: $0.author)
        },
        Deed(
            "notes that a consent was refused, and offers it anew",
            [.consentRefused, .mailProfileEnded, .consentOffered, .mailPaperPrinted]
        ) {
            _ = try $0.answering(.refuse, of: $0.offered.id, baseVersion: 1, by: $0.author)
            _ = try $0.desk.offering(.emailing, to: $0.patient.id, by: $0.author)
        },
        Deed("notes that a consent was withdrawn", [.consentWithdrawn]) {
            _ = try $0.answering(
                .withdraw(note: " Передумал "), of: $0.given.id, baseVersion: 2, by: $0.author)
        },
        Deed("confirms a mail profile", [.mailProfileConfirmed]) {
            _ = try $0.mailing(.confirm, of: $0.profile.id, baseVersion: 2, by: $0.author)
        },
        Deed("rejects a mail profile and takes the paper again", [.mailProfileRejected, .mailPaperReceived]) {
            _ = try $0.mailing(
                .reject(reason: " Не читается "), of: $0.profile.id, baseVersion: 2, by: $0.author)
            _ = try $0.mailing(.receive, of: $0.profile.id, baseVersion: 3, by: $0.author)
        },
        Deed("ends a mail profile with its consent", [.consentWithdrawn, .mailProfileEnded]) {
            _ = try $0.answering(
                .withdraw(note: nil), of: $0.profile.consent, baseVersion: 2, by: $0.author)
        },
        Deed("writes a year's moved days down, and changes them", [.calendarChanged, .calendarChanged]) {
            let moved = ChangeCalendar.Mark(day: "2027-01-11", kind: .holiday, note: " Перенос ")
            _ = try $0.dating(2027, [moved], after: 0, by: $0.adminAuthor)
            _ = try $0.dating(2027, [], after: 1, by: $0.adminAuthor)
        },
        Deed("notes that a card was read back", [.dataReadBack]) {
            _ = try $0.readingBack(.signed, of: $0.patient.id, version: 1, by: $0.author)
        },
        Deed("brings a list in", [.listBegun, .patientRegistered, .paperShown, .listLotTaken, .listImported])
        {
            let listed = ListedPerson.invented(2, "Новикова", "Ольга").with {
                $0.policy.kind = "dms"
                $0.policy.number = "ДМС-1234"
            }
            try $0.desk.bringIn([listed], by: $0.author)
        },
        Deed("makes one of two cards", [.cardsMerged]) {
            _ = try $0.desk.merging($0.other.id, into: $0.patient.id, by: $0.author)
        },
        Deed("makes one of two cards and takes fields over", [.patientCorrected, .cardsMerged]) {
            _ = try $0.desk.merging(
                $0.other.id, into: $0.patient.id, taking: [.surname, .snils, .sex], by: $0.author)
        },
        Deed("makes one of two cards and parts them", [.cardsMerged, .cardsParted]) {
            try $0.desk.parting(
                $0.desk.merging($0.other.id, into: $0.patient.id, by: $0.author), by: $0.author)
        },
        Deed(
            "parts two cards, and what was taken goes back",
            [.patientCorrected, .cardsMerged, .cardsParted, .patientCorrected]
        ) {
            let merge = try $0.desk.merging(
                $0.other.id, into: $0.patient.id, taking: [.surname], by: $0.author)
            try $0.desk.parting(merge, by: $0.author)
        },
        Deed("softens and hardens checks", [.strictnessChanged]) {
            _ = try $0.desk.strictness([.enpControl], by: $0.adminAuthor)
        },
        Deed("registers a person past a check that was softened", [.strictnessChanged, .patientRegistered]) {
            clinic in
            _ = try clinic.desk.strictness([], by: clinic.adminAuthor)
            let odd = new.with { $0.snils = "112-233-445 96" }
            let input = clinic.registration(odd, accepted: ["snils_control"], reason: "Так в документе")
            _ = try clinic.registering(input, by: clinic.author)
        },
        Deed("writes down who stands for whom", [.familyLinkMade]) {
            let form = FamilyLinkForm(role: .guardian, basis: " Решение № 5 ", validUntil: "01.02.2027")
            _ = try $0.desk.linking($0.other.id, to: $0.patient.id, form, by: $0.author)
        },
        Deed("ends a family link and makes it anew", [.familyLinkEnded, .familyLinkMade]) {
            _ = try $0.endingLink($0.motherhood.id, for: " Ошибка ", by: $0.author)
            _ = try $0.desk.linking($0.patient.id, to: $0.child.id, Clinic.parent, by: $0.author)
        },
        Deed("opens a visit of a child with the mother", [.visitOpened, .actedOnBehalf]) {
            _ = try $0.openingVisit(form, for: $0.child.id, broughtBy: $0.motherhood.id, by: $0.author)
        },
        Deed("takes a mother's signature for her child", [.consentGiven, .actedOnBehalf]) {
            _ = try $0.answering(
                .give, of: $0.childSheet.id, signedBy: $0.motherhood.id, baseVersion: 1, by: $0.author)
        },
        Deed(
            "notes a death, closes the visit and ends what the person stood for",
            [.deathNoted, .visitCancelled, .familyLinkEnded]
        ) {
            _ = try $0.desk.notingDeath(of: $0.patient.id, .words, "сын", by: $0.author)
        },
        Deed("strikes a note of death and serves the person", [.deathNoteStruck, .visitOpened]) {
            _ = try $0.strikingDeath($0.lateNote.id, for: " Однофамилец ", by: $0.author)
            _ = try $0.openingVisit(form, for: $0.late.id, by: $0.author)
        },
        Deed("corrects the card of somebody who died", [.patientCorrected]) {
            var input = $0.correction(.invented("Ушедшая", "Вероника", born: "12.03.1940"))
            input.patient = $0.late.id
            _ = try $0.correcting(input, by: $0.author)
        },
        Deed(
            "registers a person with all that is known beside the card",
            [.patientRegistered, .particularsNoted]
        ) {
            var input = $0.registration(new)
            input.particulars = .invented(at: $0.precinct)
            _ = try $0.registering(input, by: $0.author)
        },
        Deed("writes down what is known beside a card", [.particularsNoted]) {
            _ = try $0.notingParticulars(
                .invented(at: $0.precinct), of: $0.other.id, baseVersion: 0, acceptance: .none, by: $0.author)
        },
        Deed(
            "leaves somebody attached to a precinct that was closed",
            [.attachmentPlaceChanged, .particularsNoted]
        ) {
            _ = try $0.places.change(
                $0.precinct.id, to: .invented("7", isClosed: true), baseVersion: 1, by: $0.adminAuthor)
            _ = try $0.notingParticulars(
                .invented(at: $0.precinct), of: $0.patient.id, baseVersion: 1, acceptance: .none,
                by: $0.author)
        },
        Deed("notes that a phone was confirmed", [.patientCorrected, .phoneConfirmed]) {
            let form = PersonForm.invented().with { $0.phone = "8 926 111-22-33" }
            _ = try $0.correcting($0.correction(form), by: $0.author)
            _ = try $0.confirmingPhone(of: $0.patient.id, baseVersion: 2, by: $0.author)
        },
        Deed("adds a precinct", [.attachmentPlaceAdded]) {
            _ = try $0.places.add(.invented("9"), by: $0.adminAuthor)
        },
        Deed("renames a precinct", [.attachmentPlaceChanged]) {
            _ = try $0.places.change(
                $0.precinct.id, to: .invented("7а"), baseVersion: 1, by: $0.adminAuthor)
        },
        Deed("believes another desk, and then no more", [.deskKeyAdded, .deskKeyWithdrawn]) {
            let key = try $0.desk.keyRing.add(
                " \(TestDesk.keyLine(11).uppercased())\n", called: " Стол 2 ", by: $0.adminAuthor)
            _ = try $0.desk.keyRing.withdraw(key.id, for: "Украден", by: $0.adminAuthor)
        },
        Deed("issues a document", [.documentIssued]) {
            _ = try $0.desk.issuing($0.desk.order(.policy, of: $0.other.id), by: $0.author)
        },
        Deed("replaces a document", [.documentIssued, .documentReplaced]) {
            _ = try $0.desk.replacing(
                $0.certificate, with: $0.desk.order(of: $0.patient.id), by: $0.author)
        },
        Deed("revokes a document", [.documentRevoked]) {
            _ = try $0.desk.revoking($0.certificate, by: $0.author)
        },
        Deed("prints another sheet of a document", [.copyAnswered, .copyMade]) {
            _ = try $0.desk.answering($0.sheet.id, .printed, by: $0.author)
            _ = try $0.desk.copying($0.certificate.id, for: .lost, by: $0.author)
        },
        Deed("prints a sheet again that did not come out", [.copyAnswered, .copyMade]) {
            _ = try $0.desk.answering($0.sheet.id, .failed, by: $0.author)
            _ = try $0.desk.copying($0.certificate.id, by: $0.author)
        },
        Deed("opens a shift", [.shiftOpened]) {
            _ = try $0.openingShift(at: "second", takingOver: nil, by: $0.author)
        },
        Deed("takes a shift over", [.shiftOpened]) {
            let taker = Author(operator: $0.colleague.id)
            _ = try $0.openingShift(at: "second", takingOver: $0.handed.id, by: taker)
        },
        Deed("closes a shift", [.shiftClosed]) {
            _ = try $0.endingShift.close(at: "screen", note: "Спокойно", by: $0.author)
        },
        Deed("hands a shift over", [.shiftHandedOver]) {
            _ = try $0.endingShift.handOver(to: $0.colleague.id, at: "screen", note: nil, by: $0.author)
        },
        Deed("changes the settings", [.settingsChanged]) {
            _ = try ChangeSettings(store: $0.desk.store)($0.settings(), by: $0.adminAuthor)
        },
        Deed("adds an operator", [.operatorAdded]) { _ = try $0.desk.add("novaya") },
        Deed("changes an operator", [.operatorChanged]) {
            _ = try $0.changingOperator(
                .details(name: "Петрова А.", roles: [.senior]), of: $0.petrova.id, baseVersion: 1,
                by: $0.adminAuthor)
        },
        Deed("disables an operator, whose shift ends", [.operatorDisabled, .shiftClosed]) {
            _ = try $0.changingOperator(.disable, of: $0.petrova.id, baseVersion: 1, by: $0.adminAuthor)
        },
        Deed("ends a shift that was left at another screen", [.shiftClosed]) {
            _ = try $0.endingShift.close(at: "second", note: nil, by: $0.author)
        },
        Deed("enables an operator", [.operatorEnabled]) {
            _ = try $0.changingOperator(.enable, of: $0.former.id, baseVersion: 2, by: $0.adminAuthor)
        },
        Deed("sets an operator's password", [.passwordSet]) {
            try $0.credentials.resetPassword("жёлтый трамвай едет", of: $0.petrova.id, by: $0.adminAuthor)
        },
        Deed("sets an operator's PIN", [.pinSet]) {
            try $0.credentials.resetPin("730164", of: $0.petrova.id, by: $0.adminAuthor)
        },
        Deed("changes the own password", [.passwordSet]) {
            let new = "жёлтый трамвай едет"
            try $0.credentials.changeOwnPassword(
                old: TestDesk.password, new: new, repeated: new, session: $0.session.session, request: nil)
        },
        Deed("changes the own PIN", [.pinSet]) {
            try $0.credentials.changeOwnPin(
                password: TestDesk.password, pin: "730164", session: $0.session.session, request: nil)
        },
    ]
}
