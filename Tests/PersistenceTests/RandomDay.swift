import Application
import DeskFixture
import Domain
import Persistence

/// A day at a desk made up by chance: every kind of event happens, in an order that nobody chose.
final class RandomDay {
    let desk: TestDesk
    private var numbers: SeededNumbers
    private var staff: [Operator] = []
    private var patients: [Patient] = []
    private var visits: [Visit] = []
    private var consents: [Consent] = []
    private var papers: [ShownPaper] = []
    private var handed: [Shift] = []
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

    private func any<Element>(_ all: [Element]) throws -> Element {
        guard let one = all.randomElement(using: &numbers) else { throw Refusal(.patientNotFound) }
        return one
    }

    private var author: Author {
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
        let input = RegisterWalkIn.Input(form: try form(), acceptance: accepted, draft: nil, visit: visit)
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
        consents[index] = try TakeConsentStep(store: desk.store, clock: desk.clock)(
            step, of: consents[index].id, baseVersion: consents[index].version, by: author)
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
