import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `A family at the desk` {
    private func family(_ clinic: Clinic, _ patient: Patient) throws -> Family {
        try ReadFamily(store: clinic.desk.store, clock: clinic.desk.clock)(patient.id)
    }

    private let form = VisitForm(reason: "Приём", destination: .doctor, place: "5")

    @Test func `is read from both ends`() throws {
        let clinic = try Clinic()
        let child = try family(clinic, clinic.child)
        #expect(Set(child.representatives.map(\.other.id)) == [clinic.patient.id, clinic.other.id])
        #expect(child.representatives.filter(\.mayAct).map(\.link) == [clinic.motherhood])
        #expect(child.represented.isEmpty && child.hint == .under14 && !child.lacksRepresentative)
        let mother = try family(clinic, clinic.patient)
        #expect(mother.represented.map(\.other.id) == [clinic.child.id] && mother.representatives.isEmpty)
        #expect(mother.represented.first?.lastDay == CalendarDay(iso: "2038-03-11"))
    }

    @Test func `offers a parent the child's certificate while it is not struck`() throws {
        let clinic = try Clinic()
        #expect(try family(clinic, clinic.child).birthCertificate == nil)
        var form = IdentityDocumentForm()
        (form.kind, form.series, form.number) = ("birth_certificate", "II-МЮ", "123456")
        let paper = try clinic.desk.noting(.document(form), of: clinic.child.id, by: clinic.author)
        #expect(try family(clinic, clinic.child).birthCertificate?.shown == "II-МЮ № 123456")
        _ = try clinic.striking(paper.id, for: "Опечатка", by: clinic.author)
        #expect(try family(clinic, clinic.child).birthCertificate == nil)
    }

    @Test func `names the mother beside the visit to which she brought the child`() throws {
        let clinic = try Clinic()
        let visit = try clinic.openingVisit(
            form, for: clinic.child.id, broughtBy: clinic.motherhood.id, by: clinic.author)
        let store = clinic.desk.store
        let name = "Небывалова Галина Сергеевна"
        #expect(try store.read { try $0.visits.line(visit.id)?.broughtBy } == name)
        #expect(try store.read { try $0.visits.lines(of: clinic.child.id).map(\.broughtBy) } == [name])
        #expect(try store.read { try $0.patients.card(clinic.child.id)?.openVisit?.broughtBy } == name)
        #expect(try store.read { try $0.visits.line(clinic.visit.id) }?.broughtBy == nil)
    }

    @Test func `lets a mother sign, and her sheet names her for ever`() throws {
        let clinic = try Clinic()
        let read = ReadConsentSheet(store: clinic.desk.store, clock: clinic.desk.clock)
        let before = try read(clinic.childSheet.id)
        #expect(before.needsRepresentative && before.signers.map(\.link) == [clinic.motherhood])
        _ = try clinic.answering(
            .give, of: clinic.childSheet.id, signedBy: clinic.motherhood.id, baseVersion: 1,
            by: clinic.author)
        _ = try clinic.endingLink(clinic.motherhood.id, for: "Лишена прав", by: clinic.author)
        let after = try read(clinic.childSheet.id)
        #expect(after.signedBy?.link.id == clinic.motherhood.id && after.signers.isEmpty)
    }

    @Test func `refuses a right that has run out, and says on which day`() throws {
        let clinic = try Clinic()
        let form = FamilyLinkForm(role: .guardian, basis: "Решение № 5", validUntil: "21.11.2026")
        let link = try clinic.desk.linking(clinic.other.id, to: clinic.elder.id, form, by: clinic.author)
        clinic.desk.clock.pass(seconds: 86_400)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.openingVisit(self.form, for: clinic.elder.id, broughtBy: link.id, by: clinic.author)
        }
        #expect(refusal.code == .familyRightsEnded && refusal.parameters == ["day": "21.11.2026"])
        // What has run out stands in nobody's way.
        _ = try clinic.desk.linking(clinic.elder.id, to: clinic.other.id, Self.guardian, by: clinic.author)
    }

    @Test func `refuses a right that was ended, and says on which day`() throws {
        let clinic = try Clinic()
        _ = try clinic.endingLink(clinic.motherhood.id, for: "Ошибка", by: clinic.author)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.openingVisit(
                form, for: clinic.child.id, broughtBy: clinic.motherhood.id, by: clinic.author)
        }
        #expect(refusal.code == .familyRightsEnded && refusal.parameters == ["day": "21.11.2026"])
        let again = try #require(throws: Refusal.self) {
            try clinic.endingLink(clinic.motherhood.id, for: "Ошибка", by: clinic.author)
        }
        #expect(again.code == .familyLinkEndedAlready)
    }

    private static let guardian = FamilyLinkForm(role: .guardian, basis: "Решение № 5")

    @Test func `lets a grandmother come along without a paper, and not sign`() throws {
        let clinic = try Clinic()
        let read = try family(clinic, clinic.child).representatives
        #expect(read.filter(\.mayCome).count == 2 && read.filter(\.mayAct).map(\.link) == [clinic.motherhood])
        let visit = try clinic.openingVisit(
            form, for: clinic.child.id, broughtBy: clinic.grandmother.id, by: clinic.author)
        #expect(try clinic.desk.store.read { try $0.visits.line(visit.id)?.broughtBy } == "Другова Анна")
        let refusal = try #require(throws: Refusal.self) {
            try clinic.answering(
                .give, of: clinic.childSheet.id, signedBy: clinic.grandmother.id, baseVersion: 1,
                by: clinic.author)
        }
        #expect(refusal.code == .familyBasisMissing)
    }

    @Test func `lets come along on a sheet's day who stood for the person then`() throws {
        let clinic = try Clinic()
        let yesterday = VisitForm.late(.done, day: "21.11.2026")
        let decision = FamilyLinkForm(role: .guardian, basis: "Решение № 5", validUntil: "21.11.2026")
        let guardian = try clinic.desk.linking(
            clinic.other.id, to: clinic.elder.id, decision, by: clinic.author)
        clinic.desk.clock.pass(seconds: 86_400)
        _ = try clinic.openingVisit(
            yesterday, for: clinic.elder.id, broughtBy: guardian.id, by: clinic.author)
        _ = try clinic.endingLink(clinic.grandmother.id, for: "Ошибка", by: clinic.author)
        _ = try clinic.desk.notingDeath(of: clinic.patient.id, on: "21.11.2026", by: clinic.author)
        for link in [clinic.motherhood, clinic.grandmother] {
            _ = try clinic.openingVisit(
                yesterday, for: clinic.child.id, broughtBy: link.id, by: clinic.author)
        }
        // Whoever is still here came today.
        for (form, day) in [
            (VisitForm.late(.done, day: "22.11.2026", time: "00:01"), "21.11.2026"),
            (VisitForm.late(.open, day: "21.11.2026"), "22.11.2026"),
        ] {
            let refusal = try #require(throws: Refusal.self) {
                try clinic.openingVisit(
                    form, for: clinic.child.id, broughtBy: clinic.motherhood.id, by: clinic.author)
            }
            #expect(refusal.code == .familyRightsEnded && refusal.parameters == ["day": day])
        }
    }

    @Test func `writes down who came along after the visit was opened`() throws {
        let clinic = try Clinic()
        let visit = try clinic.openingVisit(form, for: clinic.child.id, by: clinic.author)
        _ = try clinic.notingCompanion(clinic.motherhood.id, to: visit.id, by: clinic.author)
        let line = try clinic.desk.store.read { try $0.visits.line(visit.id) }
        #expect(line?.broughtBy == "Небывалова Галина Сергеевна" && line?.visit == visit)
    }

    @Test func `notes nobody beside a companion, nor after the visit`() throws {
        let clinic = try Clinic()
        let visit = try clinic.openingVisit(
            form, for: clinic.child.id, broughtBy: clinic.motherhood.id, by: clinic.author)
        let second = try #require(throws: Refusal.self) {
            try clinic.notingCompanion(clinic.grandmother.id, to: visit.id, by: clinic.author)
        }
        #expect(second.code == .companionNotedAlready)
        #expect(second.parameters == ["name": "Небывалова Галина Сергеевна"])
        _ = try clinic.stepping(.leave, of: visit.id, baseVersion: 1, by: clinic.author)
        let late = try #require(throws: Refusal.self) {
            try clinic.notingCompanion(clinic.grandmother.id, to: visit.id, by: clinic.author)
        }
        #expect(late.code == .companionTooLate)
    }

    @Test func `gives a grandmother her paper later, and the link without it stays in history`() throws {
        let clinic = try Clinic()
        let link = try clinic.showingBasis(
            "Доверенность № 5", until: "01.02.2030", for: clinic.grandmother.id,
            endingWith: "Записан документ", by: clinic.author)
        let all = try family(clinic, clinic.child).representatives
        let hers = all.filter { $0.other.id == clinic.other.id }
        #expect(hers.map(\.standing) == [.inForce, .ended] && hers.first?.link == link)
        #expect(hers.first?.mayAct == true && link.word == "бабушка" && link.basis == "Доверенность № 5")
        #expect(hers.last?.link.end?.reason == "Записан документ" && hers.last?.link.basis == nil)
        let again = try #require(throws: Refusal.self) {
            try clinic.showingBasis(
                "Доверенность", until: "", for: clinic.grandmother.id, endingWith: "Новый",
                by: clinic.author)
        }
        #expect(again.code == .familyLinkEndedAlready)
    }

    @Test func `renews a paper that has run out unless another link was made since`() throws {
        let clinic = try Clinic()
        let until = FamilyLinkForm(role: .guardian, basis: "Решение № 5", validUntil: "21.11.2026")
        let old = try clinic.desk.linking(clinic.other.id, to: clinic.elder.id, until, by: clinic.author)
        clinic.desk.clock.pass(seconds: 86_400)
        let short = FamilyLinkForm(role: .guardian, basis: "Решение № 7", validUntil: "22.11.2026")
        let renewed = try clinic.showingBasis(
            "Решение № 6", until: "", for: old.id, endingWith: "Новый", by: clinic.author)
        #expect(renewed.role == .guardian && renewed.validUntil == nil)
        let brief = try clinic.desk.linking(clinic.patient.id, to: clinic.elder.id, short, by: clinic.author)
        clinic.desk.clock.pass(seconds: 86_400)
        _ = try clinic.desk.linking(clinic.patient.id, to: clinic.elder.id, Self.guardian, by: clinic.author)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.showingBasis(
                "Решение № 7", until: "", for: brief.id, endingWith: "Новый", by: clinic.author)
        }
        #expect(refusal.code == .familyLinkStanding)
    }

    @Test func `finds a circle through a third person`() throws {
        let clinic = try Clinic()
        _ = try clinic.desk.linking(clinic.elder.id, to: clinic.patient.id, Self.guardian, by: clinic.author)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.desk.linking(
                clinic.child.id, to: clinic.elder.id, Self.guardian, by: clinic.author)
        }
        #expect(refusal.code == .familyLinkCircular)
    }
}

@Suite struct `A person who died` {
    @Test func `has no open visit, stands for nobody, and is known in lists`() throws {
        let clinic = try Clinic()
        let note = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        try clinic.desk.store.read { books throws in
            let visit = try books.visits.find(clinic.visit.id)
            #expect(visit?.state == .cancelled && visit?.cancelReason == "Отмечена смерть")
            #expect(try books.family.find(clinic.motherhood.id)?.end?.reason == "Отмечена смерть")
            let all = [clinic.patient.id, clinic.other.id, clinic.late.id]
            #expect(try books.deaths.noted(among: all) == [clinic.patient.id, clinic.late.id])
            #expect(try books.deaths.noted(among: []).isEmpty)
            #expect(try books.deaths.note(of: clinic.patient.id) == note)
        }
    }

    @Test func `gives no answer on a sheet that was offered before, and may be withdrawn for`() throws {
        let clinic = try Clinic()
        _ = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        for step in [Consent.Step.give, .refuse] {
            let refusal = try #require(throws: Refusal.self) {
                try clinic.answering(step, of: clinic.offered.id, baseVersion: 1, by: clinic.author)
            }
            #expect(refusal.code == .patientDead && refusal.parameters == ["day": "12.11.2026"])
        }
        let read = ReadConsentSheet(store: clinic.desk.store, clock: clinic.desk.clock)
        #expect(try read(clinic.offered.id).diedOn == CalendarDay(iso: "2026-11-12"))
        let gone = try clinic.answering(
            .withdraw(note: nil), of: clinic.given.id, baseVersion: 2, by: clinic.author)
        #expect(gone.state == .withdrawn)
    }

    @Test func `by mistake is served as before, and the visit stays closed`() throws {
        let clinic = try Clinic()
        let note = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        let struck = try clinic.strikingDeath(note.id, for: "Однофамилец", by: clinic.author)
        #expect(struck.strike?.by == clinic.petrova.id)
        let again = try #require(throws: Refusal.self) {
            try clinic.strikingDeath(note.id, for: "Однофамилец", by: clinic.author)
        }
        #expect(again.code == .deathNoteStruckAlready)
        try clinic.desk.store.read { books throws in
            #expect(try Serving(books)(clinic.patient.id).id == clinic.patient.id)
            #expect(try books.visits.find(clinic.visit.id)?.state == .cancelled)
        }
        _ = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
    }

    @Test func `by mistake stands again for those for whom the note ended it`() throws {
        let clinic = try Clinic()
        let decision = FamilyLinkForm(role: .guardian, basis: "Решение № 5", validUntil: "21.11.2026")
        let guardian = FamilyLinkForm(role: .guardian, basis: "Решение № 6")
        for (person, form) in [(clinic.elder, decision), (clinic.other, guardian)] {
            _ = try clinic.desk.linking(clinic.patient.id, to: person.id, form, by: clinic.author)
        }
        let ward = try clinic.desk.register(.invented("Подопечная", "Нина"), by: clinic.petrova)
        let told = try clinic.desk.linking(clinic.patient.id, to: ward.id, guardian, by: clinic.author)
        _ = try clinic.endingLink(told.id, for: "Отозвано", by: clinic.author)
        clinic.desk.clock.pass(seconds: 60)
        let note = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        // Nobody stands for whoever has died since, and what has run out does not come back.
        _ = try clinic.desk.notingDeath(of: clinic.other.id, by: clinic.author)
        clinic.desk.clock.pass(seconds: 86_400)
        let read = ReadFamily(store: clinic.desk.store, clock: clinic.desk.clock)
        #expect(try read(clinic.patient.id).returning.map(\.other.id) == [clinic.child.id])
        _ = try clinic.strikingDeath(note.id, for: "Однофамилец", by: clinic.author)
        let family = try read(clinic.patient.id)
        let again = family.represented.filter { $0.standing == .inForce }
        #expect(again.map(\.other.id) == [clinic.child.id] && family.returning.isEmpty)
        let link = try #require(again.first?.link)
        #expect(link.id != clinic.motherhood.id && link.basis == clinic.motherhood.basis)
        #expect(link.role == .parent && link.madeBy == clinic.petrova.id)
        let ended = try clinic.desk.store.read { try $0.family.find(clinic.motherhood.id)?.end }
        #expect(ended?.reason == "Отмечена смерть")
    }

    @Test func `by mistake stands again at the card that lives on, and not while another note stands`() throws
    {
        let clinic = try Clinic()
        let note = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        let read = ReadFamily(store: clinic.desk.store, clock: clinic.desk.clock)
        _ = try clinic.desk.merging(clinic.patient.id, into: clinic.late.id, by: clinic.author)
        #expect(try read(clinic.late.id).returning.isEmpty)
        _ = try clinic.strikingDeath(clinic.lateNote.id, for: "Ошибка", by: clinic.author)
        #expect(try read(clinic.late.id).returning.map(\.other.id) == [clinic.child.id])
        _ = try clinic.strikingDeath(note.id, for: "Ошибка", by: clinic.author)
        let again = try read(clinic.late.id).represented.filter { $0.standing == .inForce }
        #expect(again.map(\.link.representative) == [clinic.late.id])
        #expect(again.map(\.other.id) == [clinic.child.id])
    }

    @Test func `by two notes gives the links back when the last of them is struck, whichever that is`() throws
    {
        let clinic = try Clinic()
        let note = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        let read = ReadFamily(store: clinic.desk.store, clock: clinic.desk.clock)
        _ = try clinic.desk.merging(clinic.patient.id, into: clinic.late.id, by: clinic.author)
        clinic.desk.clock.pass(seconds: 60)
        _ = try clinic.strikingDeath(note.id, for: "Ошибка", by: clinic.author)
        #expect(try read(clinic.late.id).returning.map(\.other.id) == [clinic.child.id])
        _ = try clinic.strikingDeath(clinic.lateNote.id, for: "Ошибка", by: clinic.author)
        let again = try read(clinic.late.id).represented.filter { $0.standing == .inForce }
        #expect(again.map(\.other.id) == [clinic.child.id])
    }

    @Test func `by mistake gets no second link where the person's other card has one`() throws {
        let clinic = try Clinic()
        let note = try clinic.desk.notingDeath(of: clinic.patient.id, by: clinic.author)
        _ = try clinic.desk.merging(clinic.patient.id, into: clinic.other.id, by: clinic.author)
        _ = try clinic.strikingDeath(note.id, for: "Ошибка", by: clinic.author)
        let family = try ReadFamily(store: clinic.desk.store, clock: clinic.desk.clock)(clinic.child.id)
        let standing = family.representatives.filter { $0.standing == .inForce }
        #expect(standing.map(\.link) == [clinic.grandmother])
    }

    @Test func `is in the history of the own card`() throws {
        let clinic = try Clinic()
        let actions = try clinic.desk.store.read {
            try $0.history.entries(of: clinic.late.id, limit: 50).map(\.action)
        }
        #expect(actions == ["death_noted", "patient_registered"])
        let child = try clinic.desk.store.read {
            try $0.history.entries(of: clinic.child.id, limit: 50).map(\.action)
        }
        #expect(
            child == ["consent_offered", "family_link_made", "family_link_made", "patient_registered"])
    }
}
