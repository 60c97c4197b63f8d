package import Application
internal import Crypto
package import Domain
package import Persistence
package import SQL
package import SQLiteEngine
internal import Threads

/// A founded desk with a real database in a folder of its own, and time and chance in the test's hands.
package final class TestDesk: Sendable {
    package let folder = TempFolder()
    package let clock = FakeClock()
    package let identities = FakeIdentities()
    package let secrets = FakeSecrets()
    package let database: SQLiteDatabase
    package let store: DeskStore
    /// The same in every run.
    package let seal: any DocumentSeal
    package let codeHosts: CodeHosts
    private let commitCount: Lock<Int64>

    package init() throws {
        Sodium.start()
        database = try SQLiteDatabase(path: folder.path + "/desk.db", readers: 2, durability: .off)
        try Migrator(Schema.desk).migrate(database, at: 0) { _ in }
        let commits = Lock(Int64(0))
        store = DeskStore(
            database: database, clock: clock, identities: identities, digest: TestDesk.digest,
            onCommit: { commits.withLock { $0 += 1 } })
        commitCount = commits
        seal = TestDesk.seal(9)
        guard let host = CodeHost("lk.clinic-example.ru") else {
            preconditionFailure("the name of a host")
        }
        codeHosts = CodeHosts(current: host)
        _ = try FoundDesk(store: store, clock: clock, identities: identities)(
            requestKey: [UInt8](repeating: 7, count: 32), documentKey: seal.publicKey)
    }

    package static let digest: Digest = { SHA256.digest($0) }

    // MARK: Deeds that most tests begin with

    package static let password = "синий трамвай едет"
    package static let pin = "274913"

    package func form(_ login: String, _ roles: Set<Role>) -> OperatorForm {
        OperatorForm(
            login: login, name: login.capitalized + " А. А.", roles: roles, password: TestDesk.password,
            pin: TestDesk.pin)
    }

    @discardableResult
    package func setUp() throws -> Operator {
        try SetUpDesk(store: store, clock: clock, identities: identities, secrets: secrets)(
            SetUpDesk.Input(first: form("admin", [.admin]), prefix: "77", clinic: "Поликлиника № 1"),
            by: .desk)
    }

    package func add(_ login: String, _ roles: Set<Role> = [.receptionist]) throws -> Operator {
        let adding = AddOperator(store: store, clock: clock, identities: identities, secrets: secrets)
        return try adding(adding.prepare(form(login, roles)), by: .desk)
    }

    @discardableResult
    package func register(_ form: PersonForm, by owner: Operator, visit: VisitForm? = nil) throws -> Patient {
        try RegisterWalkIn(store: store, clock: clock, identities: identities)(
            RegisterWalkIn.Input(
                form: form, acceptance: Acceptance(codes: ["birth_first_january"], reason: nil), draft: nil,
                visit: visit), by: Author(operator: owner.id)
        ).patient
    }

    package func noting(
        _ form: NotePaper.Form, of patient: ID<Patient>, accepted: Set<String> = [], reason: String? = nil,
        by author: Author
    ) throws -> ShownPaper {
        try NotePaper(store: store, clock: clock, identities: identities)(
            form, of: patient, acceptance: Acceptance(codes: accepted, reason: reason), by: author)
    }

    package func publishing(
        _ text: String, for purpose: ConsentPurpose, after edition: Int64, by author: Author
    ) throws -> ConsentText {
        try PublishConsentText(store: store, clock: clock, identities: identities, digest: TestDesk.digest)(
            text, for: purpose, after: edition, by: author)
    }

    package func offering(
        _ purpose: ConsentPurpose, to patient: ID<Patient>, by author: Author
    ) throws -> Consent {
        try OfferConsent(store: store, clock: clock, identities: identities)(
            purpose, to: patient, by: author)
    }

    /// A list with these lines, in one lot.
    @discardableResult
    package func bringIn(
        _ lines: [ListedPerson], takesAlike: Bool = false, by author: Author
    ) throws -> [WeighedLine] {
        let taking = TakeLines(store: store, clock: clock, identities: identities)
        let run = try taking.begin(
            fileSHA256: String(repeating: "0a", count: 32), lines: Int64(lines.count),
            takesAlike: takesAlike, by: author)
        let weighed = try taking.take(lines, of: run, by: author)
        _ = try taking.end(run, .finished, by: author)
        return weighed
    }

    /// With these checks refusing and the others warning.
    package func strictness(_ refusing: Set<FieldCode>, by author: Author) throws -> Strictness {
        let version = try store.read { try $0.strictness.current().version }
        return try ChangeStrictness(store: store)(refusing: refusing, baseVersion: version, by: author)
    }

    /// Both cards as they are now.
    package func merging(
        _ merged: ID<Patient>, into kept: ID<Patient>, taking taken: Set<PersonField> = [],
        for reason: String = "Завели дважды", isSure: Bool = true, by author: Author
    ) throws -> CardMerge {
        let side = { id in
            MergeCards.Side(id: id, version: try self.store.read { try $0.patients.find(id)?.version ?? 1 })
        }
        return try MergeCards(store: store, clock: clock, identities: identities)(
            MergeCards.Input(
                kept: side(kept), merged: side(merged), taken: taken, reason: reason, isSure: isSure),
            by: author)
    }

    @discardableResult
    package func parting(
        _ merge: CardMerge, for reason: String = "Разные люди", by author: Author
    ) throws -> CardMerge {
        let kept = try store.read { try $0.patients.find(merge.kept)?.version ?? 1 }
        return try PartCards(store: store, clock: clock)(
            merge.id, keptVersion: kept, for: reason, by: author)
    }

    package func linking(
        _ representative: ID<Patient>, to person: ID<Patient>, _ form: FamilyLinkForm, by author: Author
    ) throws -> FamilyLink {
        try MakeFamilyLink(store: store, clock: clock, identities: identities)(
            form, by: representative, for: person, author: author)
    }

    package func notingDeath(
        of patient: ID<Patient>, on date: String = "12.11.2026", _ basis: DeathNote.Basis = .certificate,
        _ details: String = "II-МЮ 123456", by author: Author
    ) throws -> DeathNote {
        try NoteDeath(store: store, clock: clock, identities: identities)(
            DeathForm(date: date, basis: basis, details: details), of: patient,
            closingWith: "Отмечена смерть", by: author)
    }

    package func signIn(_ login: String, on screen: String = "screen") throws -> OpenedSession {
        try signIn(login, TestDesk.password, on: screen)
    }

    package func signIn(_ login: String, _ password: String, on screen: String = "screen") throws
        -> OpenedSession
    {
        try SignIn(store: store, clock: clock, identities: identities, secrets: secrets, sessionHours: 12)(
            login: login, password: password, screen: screen, request: "r-1")
    }

    // MARK: Looking behind the store

    /// How often the store has said that something changed.
    package var commits: Int64 { commitCount.withLock { $0 } }

    package func rows<Element: Sendable>(
        _ query: Query, _ values: [Value] = [], _ read: (any Row) throws -> Element
    ) throws -> [Element] {
        try database.read { try $0.all(query, values, read) }
    }

    package func prove() throws -> HistoryVerdict {
        try database.read { try HistoryProof(digest: TestDesk.digest)($0) }
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension PersonForm {
    /// Somebody invented, whole and without warnings.
    package static func invented(
        _ surname: String = "Небывалова", _ name: String = "Галина", _ patronymic: String = "Сергеевна",
        born: String = "12.03.1986"
    ) -> PersonForm {
        var form = PersonForm()
        form.surname = surname
        form.name = name
        form.patronymic = patronymic
        form.patronymicAbsent = patronymic.isEmpty
        form.birthDate = born
        form.sex = "female"
        return form
    }

    package func with(_ edit: (inout PersonForm) -> Void) -> PersonForm {
        var copy = self
        edit(&copy)
        return copy
    }
}

extension ListedPerson {
    /// Somebody invented on a line of a list.
    package static func invented(
        _ line: Int64, _ surname: String = "Небывалова", _ name: String = "Галина",
        _ patronymic: String = "Сергеевна", born: String = "12.03.1986"
    ) -> ListedPerson {
        var listed = ListedPerson(line: line)
        listed.person = .invented(surname, name, patronymic, born: born)
        return listed
    }

    package func with(_ edit: (inout ListedPerson) -> Void) -> ListedPerson {
        var copy = self
        edit(&copy)
        return copy
    }
}

extension VisitForm {
    /// Of a sheet that was written in the morning of the day on which the fake clock begins.
    package static func late(
        _ ending: LateForm.Ending, day: String = "21.11.2026", time: String = "9:05",
        outcome: String = "Выдана",
        sure: Bool = true
    ) -> VisitForm {
        VisitForm(
            reason: "Карта", destination: .desk, place: "",
            late: LateForm(
                day: day, time: time, blank: "Б-7", ending: ending, outcome: outcome, isSure: sure))
    }
}

extension NotePaper.Form {
    /// A passport on a blank of 2010.
    package static func passport(
        _ number: String = "123456", issuedOn: String = ""
    ) -> NotePaper.Form {
        .document(.passport(number, issuedOn: issuedOn))
    }

    package static func oms(_ number: String) -> NotePaper.Form { .policy(.oms(number)) }
}

extension IdentityDocumentForm {
    /// A passport on a blank of 2010.
    package static func passport(
        _ number: String = "123456", issuedOn: String = ""
    ) -> IdentityDocumentForm {
        var form = IdentityDocumentForm()
        form.kind = "passport"
        form.series = "45 10"
        form.number = number
        form.issuedOn = issuedOn
        return form
    }
}

extension PolicyForm {
    package static func oms(_ number: String) -> PolicyForm {
        var form = PolicyForm()
        form.kind = "oms"
        form.number = number
        return form
    }
}

extension InsurerForm {
    package static func invented(_ name: String = "Ромашка") -> InsurerForm {
        InsurerForm(name: name, formerNames: "\(name)-Полис\n\nСК «\(name)»")
    }
}

extension ProgrammeForm {
    package static func invented(_ code: String, of insurer: String = "Ромашка") -> ProgrammeForm {
        ProgrammeForm(
            code: code, title: "Амбулаторная Премиум", insurer: insurer,
            lines: "Приём терапевта\nАнализы крови", clinics: "Поликлиника № 12")
    }
}

extension IssuedPolicyForm {
    /// Of the whole year in which the fake clock stands.
    package static func invented(
        _ number: String = "", of insurer: String = "Ромашка", _ programmes: [Programme] = []
    ) -> IssuedPolicyForm {
        var form = IssuedPolicyForm(kind: .dms)
        form.number = number
        form.insurer = insurer
        form.programmes = programmes.map(\.id.text)
        form.validFrom = "01.01.2026"
        form.validTo = "31.12.2026"
        return form
    }

    /// For abroad.
    package static func travel(_ number: String = "") -> IssuedPolicyForm {
        var form = IssuedPolicyForm.invented(number)
        form.kind = .vzr
        form.territory = "Весь мир, кроме США"
        form.sum = "30 000"
        form.latinName = "Nebyvalova Galina"
        return form
    }

    package func with(_ edit: (inout IssuedPolicyForm) -> Void) -> IssuedPolicyForm {
        var copy = self
        edit(&copy)
        return copy
    }
}

extension ClinicRequisitesForm {
    package static func invented(_ name: String = "Поликлиника № 12") -> ClinicRequisitesForm {
        var form = ClinicRequisitesForm()
        form.name = name
        form.inn = "7707083893"
        form.phone = "8 (800) 000-00-00"
        form.email = "post@clinic.example"
        return form
    }
}

extension AttachmentPlaceForm {
    package static func invented(_ precinct: String, isClosed: Bool = false) -> AttachmentPlaceForm {
        AttachmentPlaceForm(clinic: "Поликлиника № 12", precinct: precinct, kind: .adult, isClosed: isClosed)
    }
}

extension ParticularsForm {
    package static func invented(at place: AttachmentPlace? = nil) -> ParticularsForm {
        var form = ParticularsForm()
        form.inn = "500100732259"
        form.phones = [Phone(phone: "8 926 222-33-44", whose: "мама")]
        form.addressRegistered = "Неблизкая ул., д. 1, кв. 2"
        form.addressSame = true
        form.attachment = place?.id.text ?? ""
        return form
    }

    package func with(_ edit: (inout ParticularsForm) -> Void) -> ParticularsForm {
        var copy = self
        edit(&copy)
        return copy
    }
}
