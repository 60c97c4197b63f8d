import Application
import DeskFixture
import Domain
import Persistence
import Testing

/// What was begun at a card goes on at the one that it lives on in.
@Suite struct `A person whose card lives on in another` {
    private func family(_ clinic: Clinic, _ id: ID<Patient>) throws -> Family {
        try ReadFamily(store: clinic.desk.store, clock: clinic.desk.clock)(id)
    }

    /// The patient, with a visit, a passport, consents and a child, lives on in the elder's card, which has
    /// none of these.
    private func merged() throws -> (clinic: Clinic, kept: ID<Patient>, merge: CardMerge) {
        let clinic = try Clinic()
        let merge = try clinic.desk.merging(clinic.patient.id, into: clinic.elder.id, by: clinic.author)
        return (clinic, clinic.elder.id, merge)
    }

    // MARK: Consents

    @Test func `answers a sheet that was offered at the merged card, and may be offered anew`() throws {
        let (clinic, kept, _) = try merged()
        _ = try clinic.answering(.give, of: clinic.offered.id, baseVersion: 1, by: clinic.author)
        let profile = try clinic.desk.store.read { try $0.mailProfile(of: kept) }
        #expect(profile?.consent == clinic.offered.id && profile?.state == .paperReceived)
        _ = try clinic.answering(
            .withdraw(note: nil), of: clinic.offered.id, baseVersion: 2, by: clinic.author)
        #expect(try clinic.desk.store.read { try $0.mailProfile(of: kept) } == nil)
        #expect(try clinic.desk.offering(.emailing, to: kept, by: clinic.author).patient == kept)
    }

    @Test func `who is a child is signed for by the mother of the merged card`() throws {
        let clinic = try Clinic()
        let second = try clinic.desk.register(
            .invented("Небывалов", "Лёва", born: "12.03.2020"), by: clinic.petrova)
        _ = try clinic.desk.merging(clinic.child.id, into: second.id, by: clinic.author)
        let read = ReadConsentSheet(store: clinic.desk.store, clock: clinic.desk.clock)
        let sheet = try read(clinic.childSheet.id)
        #expect(sheet.patient.id == second.id && sheet.signers.map(\.link) == [clinic.motherhood])
        #expect(try !family(clinic, second.id).lacksRepresentative)
        _ = try clinic.answering(
            .give, of: clinic.childSheet.id, signedBy: clinic.motherhood.id, baseVersion: 1, by: clinic.author
        )
        #expect(try read(clinic.childSheet.id).signedBy?.other.id == clinic.patient.id)
        let form = VisitForm(reason: "Приём", destination: .doctor, place: "5")
        _ = try clinic.openingVisit(
            form, for: second.id, broughtBy: clinic.motherhood.id, by: clinic.author)
    }

    @Test func `who was signed for by a relative of the other card has the name there after parting too`()
        throws
    {
        let clinic = try Clinic()
        let second = try clinic.desk.register(
            .invented("Небывалов", "Лёва", born: "12.03.2020"), by: clinic.petrova)
        let sheet = try clinic.desk.offering(.processing, to: second.id, by: clinic.author)
        let merge = try clinic.desk.merging(clinic.child.id, into: second.id, by: clinic.author)
        _ = try clinic.answering(
            .give, of: sheet.id, signedBy: clinic.motherhood.id, baseVersion: 1, by: clinic.author)
        try clinic.desk.parting(merge, by: clinic.author)
        let signatures = try clinic.desk.store.read { try $0.family.signatures(for: second.id) }
        #expect(signatures == [Signature(consent: sheet.id, name: "Небывалова Галина Сергеевна")])
        #expect(try clinic.desk.store.read { try $0.family.signatures(for: clinic.child.id) } == [])
        let read = try ReadConsentSheet(store: clinic.desk.store, clock: clinic.desk.clock)(sheet.id)
        #expect(read.signedBy?.other.id == clinic.patient.id && read.signers.isEmpty)
    }

    // MARK: Family

    @Test func `keeps those for whom the merged card stood, and is found from their cards`() throws {
        let (clinic, kept, merge) = try merged()
        #expect(try family(clinic, kept).represented.map(\.other.id) == [clinic.child.id])
        let above = try family(clinic, clinic.child.id).representatives
        #expect(Set(above.map(\.other.id)) == [kept, clinic.other.id])
        try clinic.desk.parting(merge, by: clinic.author)
        #expect(try family(clinic, kept).represented.isEmpty)
    }

    @Test func `is nobody's own relative by a link that has ended`() throws {
        let clinic = try Clinic()
        _ = try clinic.endingLink(clinic.motherhood.id, for: "Ошибка", by: clinic.author)
        _ = try clinic.desk.merging(clinic.child.id, into: clinic.patient.id, by: clinic.author)
        let read = try family(clinic, clinic.patient.id)
        #expect(read.represented.isEmpty && read.representatives.map(\.other.id) == [clinic.other.id])
    }

    // MARK: Death

    @Test func `has died when the merged card says so`() throws {
        let clinic = try Clinic()
        _ = try clinic.desk.merging(clinic.late.id, into: clinic.elder.id, by: clinic.author)
        let dead = try clinic.desk.store.read {
            try $0.deaths.noted(among: [clinic.elder.id, clinic.other.id])
        }
        #expect(dead == [clinic.elder.id])
        #expect(try family(clinic, clinic.elder.id).death == clinic.lateNote)
        #expect(try family(clinic, clinic.late.id).death == clinic.lateNote)
        _ = try clinic.strikingDeath(clinic.lateNote.id, for: "Однофамилец", by: clinic.author)
        #expect(try family(clinic, clinic.elder.id).death == nil)
    }

    @Test func `who died has no open visit and stands for nobody at the merged card either`() throws {
        let (clinic, kept, _) = try merged()
        _ = try clinic.desk.notingDeath(of: kept, by: clinic.author)
        try clinic.desk.store.read { books throws in
            #expect(try books.visits.find(clinic.visit.id)?.state == .cancelled)
            #expect(try books.family.find(clinic.motherhood.id)?.end != nil)
        }
    }

    @Test func `who died before the merge acts for nobody`() throws {
        let clinic = try Clinic()
        let guardian = FamilyLinkForm(role: .guardian, basis: "Решение № 5")
        let link = try clinic.desk.linking(clinic.elder.id, to: clinic.other.id, guardian, by: clinic.author)
        _ = try clinic.desk.merging(clinic.late.id, into: clinic.elder.id, by: clinic.author)
        #expect(try family(clinic, clinic.other.id).representatives.map(\.mayAct) == [false])
        let refusal = try #require(throws: Refusal.self) {
            try clinic.openingVisit(
                VisitForm(reason: "Карта", destination: .desk, place: ""), for: clinic.other.id,
                broughtBy: link.id, by: clinic.author)
        }
        #expect(refusal.code == .familyRightsEnded && refusal.parameters == ["day": "12.11.2026"])
    }

    @Test func `is compared with the deaths that the cards tell of`() throws {
        let clinic = try Clinic()
        let preview = try PreviewMerge(store: clinic.desk.store, clock: clinic.desk.clock)(
            kept: clinic.elder.id, merged: clinic.late.id)
        let day = clinic.lateNote.diedOn
        #expect(preview.deaths == [MergePreview.Death(card: clinic.late.cardNumber, diedOn: day)])
    }

    // MARK: Mail

    private func waiting(_ clinic: Clinic) throws -> [WaitingMailProfile] {
        try clinic.desk.store.read { try $0.mailProfiles.waiting(limit: 10) }
    }

    @Test func `has the address confirmed anew when it changes at the living card`() throws {
        let clinic = try Clinic()
        _ = try clinic.mailing(.confirm, of: clinic.profile.id, baseVersion: 2, by: clinic.author)
        let merge = try clinic.desk.merging(
            clinic.other.id, into: clinic.patient.id, taking: [.email], by: clinic.author)
        #expect(try waiting(clinic).isEmpty, "the address is the confirmed one")
        let form = PersonForm.invented().with { $0.email = "galina@mail.example" }
        _ = try clinic.correcting(clinic.correction(form, version: 2), by: clinic.author)
        let outdated = try waiting(clinic)
        #expect(outdated.map(\.profile.id) == [clinic.profile.id] && outdated.allSatisfy(\.isOutdated))
        #expect(outdated.map(\.patient.id) == [clinic.patient.id])
        let again = try clinic.mailing(.confirm, of: clinic.profile.id, baseVersion: 3, by: clinic.author)
        #expect(again.email?.text == "galina@mail.example")
        #expect(try waiting(clinic).isEmpty)
        try clinic.desk.parting(merge, by: clinic.author)
        #expect(try waiting(clinic).map(\.patient.id) == [clinic.other.id], "the own address is another")
    }

    @Test func `proves who it is by a document of either card`() throws {
        let clinic = try Clinic()
        let passport = try clinic.desk.store.read { try $0.papers.all(of: clinic.other.id) }
        for paper in passport { _ = try clinic.striking(paper.id, for: "Опечатка", by: clinic.author) }
        _ = try clinic.desk.merging(
            clinic.other.id, into: clinic.patient.id, taking: [.email], by: clinic.author)
        let confirmed = try clinic.mailing(
            .confirm, of: clinic.profile.id, baseVersion: 2, by: clinic.author)
        #expect(confirmed.email?.text == "anna@mail.example")
    }

    @Test func `waits with the newest sheet alone`() throws {
        let clinic = try Clinic()
        _ = try clinic.answering(.give, of: clinic.offered.id, baseVersion: 1, by: clinic.author)
        #expect(try waiting(clinic).count == 2)
        _ = try clinic.desk.merging(clinic.patient.id, into: clinic.other.id, by: clinic.author)
        #expect(try waiting(clinic).map(\.profile.id) == [clinic.profile.id])
        let counts = try clinic.desk.store.read { try $0.mailProfile(of: clinic.other.id) }
        #expect(counts?.id == clinic.profile.id)
    }

    @Test func `who died waits for no copies by mail`() throws {
        let clinic = try Clinic()
        _ = try clinic.desk.notingDeath(of: clinic.other.id, by: clinic.author)
        #expect(try waiting(clinic).isEmpty)
        let refusal = try #require(throws: Refusal.self) {
            try clinic.mailing(.confirm, of: clinic.profile.id, baseVersion: 2, by: clinic.author)
        }
        #expect(refusal.code == .patientDead)
        let rejected = try clinic.mailing(
            .reject(reason: "Умерла"), of: clinic.profile.id, baseVersion: 2, by: clinic.author)
        #expect(rejected.state == .rejected)
        let again = try #require(throws: Refusal.self) {
            try clinic.mailing(.receive, of: clinic.profile.id, baseVersion: 3, by: clinic.author)
        }
        #expect(again.code == .patientDead)
    }

    // MARK: The card

    @Test func `does not lack what was shown at the merged card`() throws {
        let (clinic, kept, merge) = try merged()
        let read = ReadCard(store: clinic.desk.store)
        #expect(try !read(kept).missing.contains("document") && read(kept).missing.contains("policy"))
        _ = try clinic.striking(clinic.passport.id, for: "Опечатка", by: clinic.author)
        #expect(try read(kept).missing.contains("document"))
        try clinic.desk.parting(merge, by: clinic.author)
        #expect(try read(kept).openVisit == nil)
    }
}

@Suite struct `A sheet of somebody who has died since` {
    private func open(_ clinic: Clinic, _ form: VisitForm) throws -> Visit {
        try clinic.openingVisit(form, for: clinic.late.id, by: clinic.author)
    }

    @Test(arguments: ["01.11.2026", "12.11.2026"])
    func `is typed in while it is of a day of the life`(day: String) throws {
        let visit = try open(Clinic(), .late(.done, day: day))
        #expect(visit.day.shown == day && visit.state == .done)
    }

    @Test func `is refused of a later day, and when it does not tell the end`() throws {
        let clinic = try Clinic()
        for form in [VisitForm.late(.done, day: "13.11.2026"), .late(.open, day: "12.11.2026")] {
            let refusal = try #require(throws: Refusal.self) { try open(clinic, form) }
            #expect(refusal.code == .patientDead)
        }
    }

    @Test func `with an unreadable day is told of the day`() throws {
        let clinic = try Clinic()
        let refusal = try #require(throws: Refusal.self) {
            try open(clinic, .late(.left, day: "вчера"))
        }
        #expect(refusal.code == .fieldsInvalid && refusal.fields.map(\.field) == ["late_day"])
    }

    @Test func `is of nobody who was not born yet`() throws {
        let clinic = try Clinic()
        let form = VisitForm.late(.left, day: "11.03.1940")
        for patient in [clinic.late, clinic.elder] {
            let refusal = try #require(throws: Refusal.self) {
                try clinic.openingVisit(form, for: patient.id, by: clinic.author)
            }
            #expect(refusal.fields.map(\.code) == ["late_before_birth"])
        }
        let born = PersonForm.invented("Новикова", born: "12.03.2020")
        let visit = VisitForm.late(.left, day: "11.03.2020")
        let refusal = try #require(throws: Refusal.self) {
            try clinic.registering(clinic.registration(born, visit: visit), by: clinic.author)
        }
        #expect(refusal.fields.map(\.code) == ["late_before_birth"])
    }
}
