import Application
import DeskFixture
import Domain
import Persistence

/// A day at a desk made up by chance: every kind of event happens, in an order that nobody chose.
final class RandomDay {
    let desk: TestDesk
    private var numbers: SeededNumbers
    private var staff: [Operator] = []
    private(set) var patients: [Patient] = []
    private var visits: [Visit] = []
    private var consents: [Consent] = []
    private var papers: [ShownPaper] = []
    private var merges: [CardMerge] = []
    private var links: [FamilyLink] = []
    private var deaths: [DeathNote] = []
    private var places: [AttachmentPlace] = []
    private var handed: [Shift] = []
    private var documents: [Document] = []
    private var sheets: [PrintedCopy] = []
    private var keys: [TrustedKey] = []
    private var count = 0

    init(seed: UInt64) throws {
        desk = try TestDesk()
        numbers = SeededNumbers(seed: seed)
        staff = [try desk.setUp()]
        for _ in 0..<3 { try hire() }
    }

    /// Some of what is tried is refused, as on any day.
    func live(deeds: Int) throws {
        let all: [() throws -> Void] = [
            register, register, correct, correct, open, open, step, step, step, shift, endShift, rename,
            disable,
            enable, credential, settings, hire, publish, offer, offer, answer, answer,
            show, show, strike, mail, mail, mail, calendar, readBack,
            list,
            merge, merge, part,
            strict,
            link, link, endLink, bring, die, revive,
            note, note, confirm, addPlace, changePlace,
            addKey, withdrawKey, issueDocument, issueDocument, replace, revokeDocument, print, print, tell,
            tell,
            insurer, programme, headings, issue, issue, issue, correctPolicy, revoke, linkPolicy,
            certify, seat,
        ]
        for _ in 0..<deeds {
            desk.clock.pass(milliseconds: Int64.random(in: -200_000...600_000, using: &numbers))
            do {
                try all[Int.random(in: all.indices, using: &numbers)]()
            } catch is Refusal {
                count += 1
            }
        }
    }

    func any<Element>(_ all: [Element]) throws -> Element {
        guard let one = all.randomElement(using: &numbers) else { throw Refusal(.patientNotFound) }
        return one
    }

    var author: Author {
        get throws { Author(operator: try any(staff).id) }
    }

    private func hire() throws {
        count += 1
        staff.append(try desk.add("login\(count)", [Role.allCases[count % 3]]))
    }

    private func form() throws -> PersonForm {
        let surname = try any(["Ёлкина", "Салтыкова-Щедрина", "Ли", "Небывалова"])
        var form = PersonForm.invented(surname, try any(["Анна", "Ян"]), try any(["", "Сергеевна"]))
        form.phone = try any(["", "8 926 111-22-33", "+375 29 123-45-67"])
        form.email = try any(["", "a@mail.example"])
        form.snils = try any(["", "", "112-233-445 95"])
        form.note = try any(["", "Две\nстроки"])
        return form
    }

    private func register() throws {
        let accepted = Acceptance(codes: ["snils_shared"], reason: try any([nil, "Проверено"]))
        let visit = try any([nil, VisitForm(reason: "Карта", destination: .desk, place: "")])
        var input = RegisterWalkIn.Input(form: try form(), acceptance: accepted, draft: nil, visit: visit)
        let number = "\(Int.random(in: 200_000...900_000, using: &numbers))"
        input.papers.document = try any([nil, .passport(number)])
        let made = try RegisterWalkIn(store: desk.store, clock: desk.clock, identities: desk.identities)(
            input, by: author)
        patients.append(made.patient)
        if let visit = made.visit { visits.append(visit) }
    }

    private func correct() throws {
        let index = try any(Array(patients.indices))
        let input = CorrectPatient.Input(
            patient: patients[index].id, baseVersion: patients[index].version, form: try form(),
            acceptance: Acceptance(codes: ["snils_shared"], reason: "Проверено"), draft: nil)
        patients[index] = try CorrectPatient(store: desk.store, clock: desk.clock)(input, by: author)
    }

    private func open() throws {
        let patient = try any([nil, try any(patients).id])
        let now = VisitForm(reason: "Справка", destination: try any(Visit.Destination.allCases), place: "5")
        let form = try any([now, now, .late(try any(LateForm.Ending.allCases))])
        visits.append(
            try OpenVisit(store: desk.store, clock: desk.clock, identities: desk.identities)(
                form, for: patient, by: author))
    }

    private func step() throws {
        let index = try any(Array(visits.indices))
        let step = try any([
            Visit.Step.start, .finish(outcome: "Выдана", receipt: "15"), .cancel(reason: "Ошибка"), .leave,
        ])
        visits[index] = try TakeVisitStep(store: desk.store, clock: desk.clock)(
            step, of: visits[index].id, baseVersion: visits[index].version, by: author)
    }

    private func show() throws {
        let number = "\(Int.random(in: 100_000...100_050, using: &numbers))"
        let form = try any([NotePaper.Form.passport(number), .oms("7992730000000007"), .oms("123456789")])
        papers.append(
            try desk.noting(
                form, of: try any(patients).id, accepted: ["paper_shared"], reason: "Так и есть",
                by: author))
    }

    private func strike() throws {
        _ = try StrikePaper(store: desk.store, clock: desk.clock)(
            try any(papers).id, for: "Опечатка", by: author)
    }

    private func list() throws {
        let form = try form()
        let listed = (2...4).map { line in
            ListedPerson(line: line).with {
                $0.person = form
                $0.person.birthDate = "1\(line).03.1986"
                $0.policy.number = "ДМС-\(Int.random(in: 1000...1010, using: &numbers))"
                $0.policy.kind = "dms"
            }
        }
        try desk.bringIn(listed, takesAlike: try any([true, false]), by: author)
    }

    private func strict() throws {
        let codes = try Strictness.checks.filter { _ in try any([true, false]) }
        _ = try desk.strictness(Set(codes), by: author)
    }

    private func merge() throws {
        let fields = try PersonField.allCases.filter { _ in try any([true, false]) }
        merges.append(
            try desk.merging(
                try any(patients).id, into: try any(patients).id, taking: Set(fields), by: author))
        try refresh()
    }

    private func part() throws {
        try desk.parting(try any(merges), by: author)
        try refresh()
    }

    /// A merge corrects the card that is kept.
    private func refresh() throws {
        patients = try desk.store.read { books in try patients.compactMap { try books.patients.find($0.id) } }
    }

    private func note() throws {
        let patient = try any(patients).id
        let version = try desk.store.read { try $0.particulars.find(patient)?.version ?? 0 }
        let form = ParticularsForm.invented(at: try any([nil] + places)).with {
            $0.phones.append(.init(phone: "8 926 333-44-5\(count % 10)"))
        }
        _ = try NoteParticulars(store: desk.store, clock: desk.clock)(
            form, of: patient, baseVersion: version, acceptance: .none, by: author)
    }

    private func confirm() throws {
        let patient = try any(patients)
        _ = try ConfirmPhone(store: desk.store, clock: desk.clock)(
            of: patient.id, baseVersion: patient.version, by: author)
    }

    private func addPlace() throws {
        let keep = KeepAttachmentPlaces(store: desk.store, identities: desk.identities)
        places.append(try keep.add(.invented("\(places.count)"), by: author))
    }

    private func changePlace() throws {
        let index = try any(Array(places.indices))
        let keep = KeepAttachmentPlaces(store: desk.store, identities: desk.identities)
        places[index] = try keep.change(
            places[index].id, to: .invented("\(index)", isClosed: try any([true, false])),
            baseVersion: places[index].version, by: author)
    }

    private func addKey() throws {
        let line = TestDesk.keyLine(UInt8.random(in: 20...30, using: &numbers))
        keys.append(try desk.keyRing.add(line, called: "Стол", by: try any([author, .desk])))
    }

    private func withdrawKey() throws {
        _ = try desk.keyRing.withdraw(try any(keys).id, for: "Закрыт", by: author)
    }

    private func issueDocument() throws {
        let order = desk.order(try any(DocumentSort.allCases), of: try any(patients).id)
        documents.append(try desk.issuing(order, by: author))
    }

    private func replace() throws {
        let index = try any(Array(documents.indices))
        let order = desk.order(documents[index].sort, of: documents[index].patient)
        let replaced = try desk.replacing(documents[index], with: order, by: author)
        documents[index] = replaced.old
        documents.append(replaced.new)
    }

    private func revokeDocument() throws {
        let index = try any(Array(documents.indices))
        documents[index] = try desk.revoking(
            documents[index], for: try any(RevocationReason.allCases), by: author)
    }

    private func print() throws {
        sheets.append(
            try desk.copying(try any(documents).id, for: try any([nil, .lost, .spoiled]), by: author))
    }

    private func tell() throws {
        let answer = try any([PrintedCopy.Answer.printed, .failed, .openedAsPDF])
        _ = try desk.answering(try any(sheets).id, answer, by: author)
    }

    private func publish() throws {
        let purpose = try any(ConsentPurpose.allCases)
        let now = try desk.store.read { try $0.consents.text(of: purpose)?.edition ?? 0 }
        _ = try desk.publishing("Текст № \(now + 1)", for: purpose, after: now, by: author)
    }

    private func offer() throws {
        let purpose = try any(ConsentPurpose.allCases)
        consents.append(try desk.offering(purpose, to: try any(patients).id, by: author))
    }

    private func answer() throws {
        let index = try any(Array(consents.indices))
        let step = try any([Consent.Step.give, .refuse, .withdraw(note: nil), .withdraw(note: "Устно")])
        consents[index] = try TakeConsentStep(
            store: desk.store, clock: desk.clock, identities: desk.identities)(
                step, of: consents[index].id, baseVersion: consents[index].version, by: author)
    }

    private func link() throws {
        let until = try any(["", "01.02.2030"])
        let form = FamilyLinkForm(
            role: try any([.guardian, .representative, .other]), word: "тётя", basis: "Решение № 5",
            validUntil: until)
        links.append(
            try desk.linking(try any(patients).id, to: try any(patients).id, form, by: author))
    }

    private func endLink() throws {
        _ = try EndFamilyLink(store: desk.store, clock: desk.clock)(
            try any(links).id, for: "Отозвано", by: author)
    }

    private func bring() throws {
        let link = try any(links)
        let form = VisitForm(reason: "Приём", destination: .doctor, place: "5")
        visits.append(
            try OpenVisit(store: desk.store, clock: desk.clock, identities: desk.identities)(
                form, for: link.person, broughtBy: link.id, by: author))
    }

    private func die() throws {
        deaths.append(
            try desk.notingDeath(of: try any(patients).id, on: "01.11.2026", .words, "сын", by: author))
    }

    private func revive() throws {
        _ = try StrikeDeathNote(store: desk.store, clock: desk.clock, identities: desk.identities)(
            try any(deaths).id, for: "Ошибка", by: author)
    }

    private func mail() throws {
        let patient = try any(patients).id
        guard let profile = try desk.store.read({ try $0.mailProfiles.standing(of: patient) }) else {
            return try offer()
        }
        let step = try any([TakeMailProfileStep.Step.confirm, .confirm, .reject(reason: "Нет"), .receive])
        _ = try TakeMailProfileStep(store: desk.store, clock: desk.clock)(
            step, of: profile.id, baseVersion: profile.version, by: author)
    }

    private func calendar() throws {
        let year = Int.random(in: 2026...2028, using: &numbers)
        let version = try desk.store.read { try $0.calendar.year(year)?.version ?? 0 }
        let days = try ["05-04", "12-31", "11-28"].filter { _ in try any([true, false]) }
        let marks = try days.map {
            ChangeCalendar.Mark(
                day: "\(year)-\($0)", kind: try any(CalendarMark.Kind.allCases),
                note: try any(["", "Перенос"]))
        }
        _ = try ChangeCalendar(store: desk.store)(year, marks, after: version, by: author)
    }

    private func readBack() throws {
        let patient = try any(patients)
        _ = try NoteReadBack(store: desk.store, clock: desk.clock, identities: desk.identities)(
            try any(ReadBack.How.allCases), of: patient.id, version: patient.version, by: author)
    }

    private func shift() throws {
        let opening = OpenShift(store: desk.store, clock: desk.clock, identities: desk.identities)
        if let shift = handed.popLast() {
            _ = try opening(at: "b", takingOver: shift.id, by: Author(operator: shift.handedTo))
        } else {
            _ = try opening(at: "a", takingOver: nil, by: author)
        }
    }

    private func endShift() throws {
        let ending = EndShift(store: desk.store, clock: desk.clock)
        if Bool.random(using: &numbers) {
            _ = try ending.close(at: try any(["a", "b"]), note: try any([nil, "Спокойно"]), by: author)
        } else {
            handed.append(try ending.handOver(to: try any(staff).id, at: "a", note: nil, by: author))
        }
    }

    private func rename() throws {
        try change(.details(name: "Другая", roles: [try any(Role.allCases)]))
    }

    private func disable() throws { try change(.disable) }
    private func enable() throws { try change(.enable) }

    private func change(_ change: ChangeOperator.Change) throws {
        let index = try any(Array(staff.indices))
        staff[index] = try ChangeOperator(store: desk.store, clock: desk.clock)(
            change, of: staff[index].id, baseVersion: staff[index].version, by: author)
    }

    private func credential() throws {
        let setting = SetCredential(store: desk.store, clock: desk.clock, secrets: desk.secrets)
        let target = try any(staff).id
        if Bool.random(using: &numbers) {
            try setting.resetPin("730164", of: target, by: author)
        } else {
            try setting.resetPassword("жёлтый трамвай едет", of: target, by: author)
        }
    }

    private func settings() throws {
        guard let now = try desk.store.read({ try $0.settings.current() }) else {
            throw Refusal(.setupNeeded)
        }
        _ = try ChangeSettings(store: desk.store)(
            ChangeSettings.Input(
                baseVersion: now.version, clinic: "Поликлиника", bannerRussian: try any(["", "Демо"]),
                bannerEnglish: "", lockAfterSeconds: Int64.random(in: 60...900, using: &numbers)),
            by: author)
    }
}
