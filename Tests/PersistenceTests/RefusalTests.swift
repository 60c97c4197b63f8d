import Application
import DeskFixture
import Domain
import Persistence
import Testing

/// Something that a clinic refuses, and why.
struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    let code: Refusal.Code
    let fields: [String]
    let act: @Sendable (Clinic) throws -> Void

    init(
        _ name: String, _ code: Refusal.Code, _ fields: [String] = [],
        _ act: @escaping @Sendable (Clinic) throws -> Void
    ) {
        self.name = name
        self.code = code
        self.fields = fields
        self.act = act
    }

    var testDescription: String { name }

    static let nobody = ID<Patient>(high: 1, low: 1)
    private static let form = VisitForm(reason: "Карта", destination: .desk, place: "")
    static let long = String(repeating: "длинно ", count: 200)
    private static let shared = PersonForm.invented("Новикова").with { $0.snils = "112-233-445 95" }

    static let patients: [Refused] = [
        Refused("a form with mistakes", .fieldsInvalid, ["surname", "birth_date"]) {
            let bad = PersonForm.invented("5", born: "вчера")
            _ = try $0.registering($0.registration(bad), by: $0.author)
        },
        Refused("a warning not read", .warningsUnread, ["birth_date"]) {
            _ = try $0.registering($0.registration(.invented(born: "01.01.1986")), by: $0.author)
        },
        Refused("a shared СНИЛС not looked at", .warningsUnread, ["snils"]) {
            _ = try $0.registering($0.registration(shared), by: $0.author)
        },
        Refused("a shared СНИЛС without a reason", .overrideReasonMissing, ["snils"]) {
            _ = try $0.registering(
                $0.registration(shared, accepted: ["snils_shared"], reason: " "), by: $0.author)
        },
        Refused("a reason too long", .fieldsInvalid, ["reason"]) {
            _ = try $0.registering(
                $0.registration(shared, accepted: ["snils_shared"], reason: long), by: $0.author)
        },
        Refused("a person with a visit for nothing", .fieldsInvalid, ["visit.reason"]) {
            let visit = VisitForm(reason: " ", destination: .desk, place: "")
            _ = try $0.registering($0.registration(.invented("Новикова"), visit: visit), by: $0.author)
        },
        Refused(
            "mistakes in the person and in the visit, together", .fieldsInvalid,
            ["surname", "visit.reason", "visit.place"]
        ) {
            let visit = VisitForm(reason: "", destination: .desk, place: long)
            _ = try $0.registering($0.registration(.invented("5"), visit: visit), by: $0.author)
        },
        Refused("a warning beside a mistake in the visit", .fieldsInvalid, ["birth_date", "visit.reason"]) {
            let visit = VisitForm(reason: "", destination: .desk, place: "")
            _ = try $0.registering(
                $0.registration(.invented(born: "01.01.1986"), visit: visit), by: $0.author)
        },
        Refused("a person registered by nobody", .signedOut) {
            _ = try $0.registering($0.registration(.invented()), by: .desk)
        },
        Refused("a correction of an older card", .patientChanged) {
            _ = try $0.correcting($0.correction(.invented(), version: 2), by: $0.author)
        },
        Refused("a correction of nobody", .patientNotFound) {
            var input = $0.correction(.invented())
            input.patient = nobody
            _ = try $0.correcting(input, by: $0.author)
        },
        Refused("a correction with mistakes", .fieldsInvalid, ["name"]) {
            _ = try $0.correcting($0.correction(.invented("Бывалова", "")), by: $0.author)
        },
        Refused("a correction to somebody else's СНИЛС", .warningsUnread, ["snils"]) {
            _ = try $0.correcting($0.correction(shared), by: $0.author)
        },
    ]

    static let visits: [Refused] = [
        Refused("a second open visit", .visitAlreadyOpen) {
            _ = try $0.openingVisit(form, for: $0.patient.id, by: $0.author)
        },
        Refused("a visit of nobody", .patientNotFound) {
            _ = try $0.openingVisit(form, for: nobody, by: $0.author)
        },
        Refused("a visit without a reason, at a place too long", .fieldsInvalid, ["reason", "place"]) {
            _ = try $0.openingVisit(
                VisitForm(reason: "", destination: .room, place: long), for: nil, by: $0.author)
        },
        Refused("a step of a visit that has moved", .visitChanged) {
            _ = try $0.stepping(.start, of: $0.visit.id, baseVersion: 3, by: $0.author)
        },
        Refused("a step of no visit", .visitNotFound) {
            _ = try $0.stepping(.start, of: ID(high: 1, low: 1), baseVersion: 1, by: $0.author)
        },
        Refused("an end before the beginning", .visitStepRefused) {
            _ = try $0.stepping(.finish(outcome: "Выдана"), of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
        Refused("an end without an outcome", .fieldsInvalid, ["outcome"]) {
            _ = try $0.stepping(.finish(outcome: "  "), of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
        Refused("a cancellation with too many words", .fieldsInvalid, ["reason"]) {
            _ = try $0.stepping(.cancel(reason: long), of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
        Refused("a second shift at one screen", .shiftAlreadyOpen) {
            _ = try $0.openingShift(at: "screen", takingOver: nil, by: $0.author)
        },
        Refused("a shift handed to somebody else", .shiftNotYours) {
            _ = try $0.openingShift(at: "second", takingOver: $0.handed.id, by: $0.author)
        },
        Refused("an end of no shift", .shiftNotOpen) {
            _ = try $0.endingShift.close(at: "screen", note: nil, by: Author(operator: $0.colleague.id))
        },
        Refused("a hand-over to oneself", .operatorNotFound) {
            _ = try $0.endingShift.handOver(to: $0.petrova.id, at: "screen", note: nil, by: $0.author)
        },
        Refused("a hand-over to somebody who works here no more", .operatorNotFound) {
            _ = try $0.endingShift.handOver(to: $0.former.id, at: "screen", note: nil, by: $0.author)
        },
        Refused("a report too long", .fieldsInvalid, ["note"]) {
            _ = try $0.endingShift.close(at: "screen", note: long, by: $0.author)
        },
    ]

    static let papers: [Refused] = [
        Refused("a paper of nobody", .patientNotFound) {
            _ = try $0.desk.noting(.passport(), of: nobody, by: $0.author)
        },
        Refused("a document with mistakes", .fieldsInvalid, ["number"]) {
            _ = try $0.desk.noting(.passport("1234"), of: $0.patient.id, by: $0.author)
        },
        Refused("a paper with nothing on it", .fieldsInvalid, ["number"]) {
            _ = try $0.desk.noting(.policy(PolicyForm()), of: $0.patient.id, by: $0.author)
        },
        Refused("a paper that is on this card already", .paperNotedAlready) {
            _ = try $0.desk.noting(.passport(), of: $0.patient.id, by: $0.author)
        },
        Refused("a paper of another card, not looked at", .warningsUnread, ["number"]) {
            _ = try $0.desk.noting(.passport(), of: $0.other.id, by: $0.author)
        },
        Refused("a paper of another card without a reason", .overrideReasonMissing, ["number"]) {
            _ = try $0.desk.noting(
                .passport(), of: $0.other.id, accepted: ["paper_shared"], by: $0.author)
        },
        Refused(
            "a reason that is missing, with all that was ticked", .overrideReasonMissing,
            [
                "issued_on", "number",
            ]
        ) {
            _ = try $0.desk.noting(
                .passport(issuedOn: "01.02.2020"), of: $0.other.id,
                accepted: ["paper_shared", "passport_blank_year"], by: $0.author)
        },
        Refused("a policy with a wrong check digit, not looked at", .warningsUnread, ["number"]) {
            _ = try $0.desk.noting(.oms("7992730000000008"), of: $0.patient.id, by: $0.author)
        },
        Refused("a strike of no paper", .paperNotFound) {
            _ = try $0.striking(ID(high: 1, low: 1), for: "Опечатка", by: $0.author)
        },
        Refused("a strike without a reason", .fieldsInvalid, ["reason"]) {
            _ = try $0.striking($0.passport.id, for: " ", by: $0.author)
        },
        Refused("a strike told too long", .fieldsInvalid, ["reason"]) {
            _ = try $0.striking($0.passport.id, for: long, by: $0.author)
        },
    ]

    static let lists: [Refused] = [
        Refused("a list begun by nobody", .signedOut) {
            try $0.desk.bringIn([.invented(2)], by: .desk)
        }
    ]

    static let consents: [Refused] = [
        Refused("a consent for nobody's card", .patientNotFound) {
            _ = try $0.desk.offering(.marketing, to: nobody, by: $0.author)
        },
        Refused("a consent that was offered already", .consentStanding) {
            _ = try $0.desk.offering(.emailing, to: $0.patient.id, by: $0.author)
        },
        Refused("a consent that was given already", .consentStanding) {
            _ = try $0.desk.offering(.processing, to: $0.patient.id, by: $0.author)
        },
        Refused("a consent without a text", .consentTextMissing) {
            _ = try $0.desk.offering(.insurer, to: $0.patient.id, by: $0.author)
        },
        Refused("a withdrawal of what was not given", .consentStepRefused) {
            _ = try $0.answering(.withdraw(note: nil), of: $0.offered.id, baseVersion: 1, by: $0.author)
        },
        Refused("a refusal of what was given", .consentStepRefused) {
            _ = try $0.answering(.refuse, of: $0.given.id, baseVersion: 2, by: $0.author)
        },
        Refused("a step of a consent that has moved", .consentChanged) {
            _ = try $0.answering(.withdraw(note: nil), of: $0.given.id, baseVersion: 1, by: $0.author)
        },
        Refused("a step of no consent", .consentNotFound) {
            _ = try $0.answering(.give, of: ID(high: 1, low: 1), baseVersion: 1, by: $0.author)
        },
        Refused("a withdrawal told too long", .fieldsInvalid, ["note"]) {
            _ = try $0.answering(.withdraw(note: long), of: $0.given.id, baseVersion: 2, by: $0.author)
        },
        Refused("a text that somebody else has changed", .consentTextChanged) {
            _ = try $0.desk.publishing("Иначе", for: .processing, after: 0, by: $0.adminAuthor)
        },
        Refused("an empty text", .fieldsInvalid, ["text"]) {
            _ = try $0.desk.publishing(" ", for: .processing, after: 1, by: $0.adminAuthor)
        },
    ]

    static let others =
        walkInPapers + particulars + profiles + late + lists + family + consents + desk
        + documents
        + catalogues
        + policies + certificates

    static let desk: [Refused] = [
        Refused("settings with mistakes", .fieldsInvalid, ["clinic", "lock_after_seconds"]) {
            _ = try ChangeSettings(store: $0.desk.store)(
                $0.settings(clinic: "", lock: 59), by: $0.adminAuthor)
        },
        Refused("settings that somebody else has changed", .settingsChanged) {
            _ = try ChangeSettings(store: $0.desk.store)($0.settings(version: 0), by: $0.adminAuthor)
        },
        Refused("a strictness that somebody else has changed", .settingsChanged) {
            _ = try ChangeStrictness(store: $0.desk.store)(
                refusing: [], baseVersion: 5, by: $0.adminAuthor)
        },
        Refused("a strictness chosen by nobody", .signedOut) {
            _ = try $0.desk.strictness([], by: .desk)
        },
        Refused("a second setup", .setupDone) { _ = try $0.desk.setUp() },
        Refused("a login that is taken", .loginTaken, ["login"]) { _ = try $0.desk.add("petrova") },
        Refused("an operator with mistakes", .fieldsInvalid, ["login", "name", "roles", "password", "pin"]) {
            let bad = OperatorForm(login: "п", name: "", roles: [], password: "1", pin: "000000")
            let adding = AddOperator(
                store: $0.desk.store, clock: $0.desk.clock, identities: $0.desk.identities,
                secrets: $0.desk.secrets)
            _ = try adding(adding.prepare(bad), by: $0.adminAuthor)
        },
        Refused("a change of an older operator", .operatorChanged) {
            _ = try $0.changingOperator(.disable, of: $0.petrova.id, baseVersion: 2, by: $0.adminAuthor)
        },
        Refused("a change of no operator", .operatorNotFound) {
            _ = try $0.changingOperator(.enable, of: ID(high: 1, low: 1), baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("the last admin disabled", .lastAdmin) {
            _ = try $0.changingOperator(.disable, of: $0.admin.id, baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("the last admin made a receptionist", .lastAdmin) {
            _ = try $0.changingOperator(
                .details(name: "А", roles: [.receptionist]), of: $0.admin.id, baseVersion: 1,
                by: $0.adminAuthor)
        },
        Refused("an operator without name and roles", .fieldsInvalid, ["name", "roles"]) {
            _ = try $0.changingOperator(
                .details(name: " ", roles: []), of: $0.petrova.id, baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("a weak password", .fieldsInvalid, ["password"]) {
            try $0.credentials.resetPassword("petrova2026", of: $0.petrova.id, by: $0.adminAuthor)
        },
        Refused("a PIN of nobody", .operatorNotFound) {
            try $0.credentials.resetPin("730164", of: ID(high: 1, low: 1), by: $0.adminAuthor)
        },
        Refused("new passwords that differ", .fieldsInvalid, ["repeat"]) {
            try $0.credentials.changeOwnPassword(
                old: TestDesk.password, new: "жёлтый трамвай едет", repeated: "иначе",
                session: $0.session.session,
                request: nil)
        },
        Refused("an own PIN that is weak", .fieldsInvalid, ["pin"]) {
            try $0.credentials.changeOwnPin(
                password: TestDesk.password, pin: "", session: $0.session.session, request: nil)
        },
    ]
}

@Suite struct `What is refused` {
    @Test(arguments: Refused.patients + Refused.visits + Refused.papers + Refused.others)
    func `says why and leaves nothing behind`(refused: Refused) throws {
        let clinic = try Clinic()
        let (before, commits) = (try clinic.desk.lines(), clinic.desk.commits)
        let refusal = try #require(throws: Refusal.self) { try refused.act(clinic) }
        #expect(refusal.code == refused.code)
        #expect(refusal.fields.map(\.field) == refused.fields)
        #expect(try clinic.desk.lines() == before)
        #expect(clinic.desk.commits == commits)
    }

    @Test(arguments: ["screen", "third"])
    func `leaves the draft where it was`(screen: String) throws {
        let clinic = try Clinic()
        let id = ID<Draft>(high: 5, low: 5)
        _ = try KeepDraft(store: clinic.desk.store, clock: clinic.desk.clock)(
            id, form: .walkIn, subject: nil, content: ["surname": screen], by: clinic.petrova.id)
        var input = clinic.registration(.invented("5"))
        input.draft = id
        #expect(throws: Refusal.self) { try clinic.registering(input, by: clinic.author) }
        #expect(try clinic.desk.store.keep { try $0.drafts.find(id, of: clinic.petrova.id) } != nil)
        input.form = .invented("Новикова")
        _ = try clinic.registering(input, by: clinic.author)
        #expect(try clinic.desk.store.keep { try $0.drafts.find(id, of: clinic.petrova.id) } == nil)
    }

    @Test func `of two who press at once the second is told that the visit has moved`() throws {
        let clinic = try Clinic()
        _ = try clinic.stepping(.start, of: clinic.visit.id, baseVersion: 1, by: clinic.author)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.stepping(.leave, of: clinic.visit.id, baseVersion: 1, by: clinic.author)
        }
        #expect(refusal.code == .visitChanged && refusal.parameters == ["state": "in_service"])
    }

    @Test func `a shift is taken over once`() throws {
        let clinic = try Clinic()
        let taker = Author(operator: clinic.colleague.id)
        #expect(
            try clinic.desk.store.read { try $0.shifts.incoming(to: clinic.colleague.id) } == [clinic.handed])
        _ = try clinic.openingShift(at: "a", takingOver: clinic.handed.id, by: taker)
        #expect(try clinic.desk.store.read { try $0.shifts.incoming(to: clinic.colleague.id) }.isEmpty)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.openingShift(at: "b", takingOver: clinic.handed.id, by: taker)
        }
        #expect(refusal.code == .shiftNotYours)
    }

    @Test func `the last admin may go when there is another`() throws {
        let clinic = try Clinic()
        _ = try clinic.desk.add("second", [.admin])
        let gone = try clinic.changingOperator(
            .disable, of: clinic.admin.id, baseVersion: 1, by: clinic.adminAuthor)
        #expect(gone.disabled)
    }
}
