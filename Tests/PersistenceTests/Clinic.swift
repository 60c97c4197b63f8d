import Application
import DeskFixture
import Domain
import Persistence

/// A desk in the middle of a day: people, visits and shifts in every state that a use case may begin with.
struct Clinic {
    let desk: TestDesk
    let admin: Operator
    let petrova: Operator
    let colleague: Operator
    let former: Operator
    /// Has an open visit.
    let patient: Patient
    let other: Patient
    let visit: Visit
    /// Handed over to the colleague by Petrova and not yet taken.
    let handed: Shift
    /// Petrova's, at the screen "screen".
    let shift: Shift
    let session: OpenedSession
    let insured: Insured
    let precinct: AttachmentPlace
    let closedPrecinct: AttachmentPlace
    /// Of `patient`, who is attached to `precinct`.
    let particulars: Particulars
    /// Shown by `patient`.
    let passport: ShownPaper
    /// Offered to `patient` and not yet answered.
    let offered: Consent
    /// Given by `patient`.
    let given: Consent
    /// Of `other`, who has an address and whose passport was seen: the paper is here, to be confirmed.
    let profile: MailProfile
    /// Six years old.
    let child: Patient
    /// `patient` is the mother of `child`, by the birth certificate.
    let motherhood: FamilyLink
    /// `other` is the grandmother of `child`, without any paper.
    let grandmother: FamilyLink
    /// Offered to `child`.
    let childSheet: Consent
    /// Born in 1950, and stands for nobody.
    let elder: Patient
    /// Died on 12 November 2026.
    let late: Patient
    let lateNote: DeathNote
    /// Issued to `patient`, with one sheet of which nobody knows yet whether it was printed.
    let certificate: Document
    let sheet: PrintedCopy
    /// Of another desk.
    let foreignKey: TrustedKey

    init() throws {
        desk = try TestDesk()
        admin = try desk.setUp()
        petrova = try desk.add("petrova")
        colleague = try desk.add("sidorova", [.senior])
        let hired = try desk.add("former")
        former = try ChangeOperator(store: desk.store, clock: desk.clock)(
            .disable, of: hired.id, baseVersion: 1, by: .desk)
        patient = try desk.register(.invented(), by: petrova)
        other = try desk.register(
            .invented("Другова", "Анна", "").with {
                $0.snils = "112-233-445 95"
                $0.email = "anna@mail.example"
            }, by: petrova)
        let author = Author(operator: petrova.id, session: nil, request: "r-0")
        visit = try OpenVisit(store: desk.store, clock: desk.clock, identities: desk.identities)(
            VisitForm(reason: "Справка в бассейн", destination: .doctor, place: "каб. 5"), for: patient.id,
            by: author)
        let opening = OpenShift(store: desk.store, clock: desk.clock, identities: desk.identities)
        _ = try opening(at: "screen", takingOver: nil, by: author)
        handed = try EndShift(store: desk.store, clock: desk.clock).handOver(
            to: colleague.id, at: "screen", note: "Ключи в столе", by: author)
        shift = try opening(at: "screen", takingOver: nil, by: author)
        let boss = Author(operator: admin.id, request: "r-0")
        for purpose in [ConsentPurpose.processing, .emailing, .marketing] {
            _ = try desk.publishing("Я согласен, чтобы клиника …", for: purpose, after: 0, by: boss)
        }
        offered = try desk.offering(.emailing, to: patient.id, by: author)
        let sheet = try desk.offering(.processing, to: patient.id, by: author)
        let answering = TakeConsentStep(store: desk.store, clock: desk.clock, identities: desk.identities)
        given = try answering(.give, of: sheet.id, baseVersion: 1, by: author)
        passport = try desk.noting(.passport(), of: patient.id, by: author)
        _ = try desk.noting(.passport("765432"), of: other.id, by: author)
        let friend = other.id
        let mail = try desk.offering(.emailing, to: friend, by: author)
        _ = try answering(.give, of: mail.id, baseVersion: 1, by: author)
        guard let waiting = try desk.store.read({ try $0.mailProfiles.standing(of: friend) }) else {
            preconditionFailure("an offered sheet begins a profile")
        }
        profile = waiting
        child = try desk.register(.invented("Небывалов", "Лев", born: "12.03.2020"), by: petrova)
        motherhood = try desk.linking(patient.id, to: child.id, Clinic.parent, by: author)
        grandmother = try desk.linking(
            other.id, to: child.id, FamilyLinkForm(role: .other, word: "бабушка"), by: author)
        childSheet = try desk.offering(.processing, to: child.id, by: author)
        elder = try desk.register(.invented("Старшая", "Нина", born: "12.03.1950"), by: petrova)
        late = try desk.register(.invented("Ушедшая", "Вера", born: "12.03.1940"), by: petrova)
        lateNote = try desk.notingDeath(of: late.id, by: author)
        insured = try Insured(desk, patient, other, by: author, boss)
        let places = KeepAttachmentPlaces(store: desk.store, identities: desk.identities)
        precinct = try places.add(.invented("7"), by: boss)
        closedPrecinct = try places.change(
            try places.add(.invented("8"), by: boss).id, to: .invented("8", isClosed: true), baseVersion: 1,
            by: boss)
        particulars = try NoteParticulars(store: desk.store, clock: desk.clock)(
            .invented(at: precinct), of: patient.id, baseVersion: 0, acceptance: .none, by: author)
        (foreignKey, certificate, self.sheet) = try Clinic.documents(desk, patient, boss, author)
        session = try desk.signIn("petrova")
        desk.clock.pass(seconds: 60)
    }

    private static func documents(
        _ desk: TestDesk, _ patient: Patient, _ boss: Author, _ author: Author
    ) throws -> (TrustedKey, Document, PrintedCopy) {
        let key = try desk.keyRing.add(TestDesk.keyLine(10), called: "Филиал", by: boss)
        let document = try desk.issuing(desk.order(of: patient.id), by: author)
        return (key, document, try desk.copying(document.id, by: author))
    }

    static let parent = FamilyLinkForm(role: .parent, basis: "свидетельство о рождении II-МЮ № 123456")

    var author: Author { session.session.author(request: "r-9") }
    var adminAuthor: Author { Author(operator: admin.id, request: "r-9") }

    /// Of `patient`, who has not signed yet and has no address on the card.
    func printed() throws -> MailProfile {
        guard let profile = try desk.store.read({ try $0.mailProfiles.standing(of: patient.id) }) else {
            preconditionFailure("an offered sheet begins a profile")
        }
        return profile
    }

    // MARK: The use cases

    var registering: RegisterWalkIn {
        RegisterWalkIn(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var correcting: CorrectPatient { CorrectPatient(store: desk.store, clock: desk.clock) }
    var openingVisit: OpenVisit {
        OpenVisit(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var stepping: TakeVisitStep { TakeVisitStep(store: desk.store, clock: desk.clock) }
    var answering: TakeConsentStep {
        TakeConsentStep(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var endingLink: EndFamilyLink { EndFamilyLink(store: desk.store, clock: desk.clock) }
    var showingBasis: ShowBasis {
        ShowBasis(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var notingCompanion: NoteCompanion {
        NoteCompanion(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var strikingDeath: StrikeDeathNote {
        StrikeDeathNote(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var striking: StrikePaper { StrikePaper(store: desk.store, clock: desk.clock) }
    var mailing: TakeMailProfileStep { TakeMailProfileStep(store: desk.store, clock: desk.clock) }
    var dating: ChangeCalendar { ChangeCalendar(store: desk.store) }
    var readingBack: NoteReadBack {
        NoteReadBack(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var merging: MergeCards {
        MergeCards(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var parting: PartCards { PartCards(store: desk.store, clock: desk.clock) }
    var places: KeepAttachmentPlaces {
        KeepAttachmentPlaces(store: desk.store, identities: desk.identities)
    }
    var notingParticulars: NoteParticulars { NoteParticulars(store: desk.store, clock: desk.clock) }
    var confirmingPhone: ConfirmPhone { ConfirmPhone(store: desk.store, clock: desk.clock) }
    var openingShift: OpenShift {
        OpenShift(store: desk.store, clock: desk.clock, identities: desk.identities)
    }
    var endingShift: EndShift { EndShift(store: desk.store, clock: desk.clock) }
    var changingOperator: ChangeOperator { ChangeOperator(store: desk.store, clock: desk.clock) }
    var credentials: SetCredential {
        SetCredential(store: desk.store, clock: desk.clock, secrets: desk.secrets)
    }

    func registration(
        _ form: PersonForm, accepted: Set<String> = [], reason: String? = nil, visit: VisitForm? = nil
    ) -> RegisterWalkIn.Input {
        RegisterWalkIn.Input(
            form: form, acceptance: Acceptance(codes: accepted, reason: reason), draft: nil, visit: visit)
    }

    func correction(
        _ form: PersonForm, version: Int64 = 1, accepted: Set<String> = [], reason: String? = nil
    ) -> CorrectPatient.Input {
        CorrectPatient.Input(
            patient: patient.id, baseVersion: version, form: form,
            acceptance: Acceptance(codes: accepted, reason: reason), draft: nil)
    }

    func settings(version: Int64 = 1, clinic: String = "Поликлиника № 2", lock: Int64 = 120)
        -> ChangeSettings.Input
    {
        ChangeSettings.Input(
            baseVersion: version, clinic: clinic, bannerRussian: "Демо", bannerEnglish: "",
            lockAfterSeconds: lock)
    }
}
