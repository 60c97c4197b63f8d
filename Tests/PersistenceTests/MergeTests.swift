import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `Merged cards` {
    private func card(_ clinic: Clinic, _ id: ID<Patient>) throws -> PatientCard {
        try ReadCard(store: clinic.desk.store)(id)
    }

    private func search(_ clinic: Clinic, _ text: String) throws -> [FoundPatient] {
        try clinic.desk.store.read {
            try $0.merges.led($0.patients.search(SearchLine(text), limit: 10)).eachOnce()
        }
    }

    @Test func `give the kept one what was chosen, and are left as they were`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let kept = try card(clinic, couple.married.id).patient
        #expect(kept.person.surname == "Замужнева" && kept.person.phone?.e164 == "+79261112233")
        #expect(kept.version == 2)
        #expect(try card(clinic, couple.maiden.id).patient == couple.maiden)
        #expect(couple.merge.before == couple.married.person && couple.merge.taken == [.phone])
    }

    @Test func `do not take over what both say alike`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let merge = try clinic.desk.merging(
            clinic.other.id, into: couple.married.id, taking: [.birthDate, .sex], by: clinic.author)
        #expect(merge.taken.isEmpty)
        #expect(try card(clinic, couple.married.id).patient.version == 2)
    }

    @Test(arguments: ["девичьева", "Девичьева Нина"])
    func `are found by what the merged one says, and lead to the kept one`(text: String) throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let found = try search(clinic, text)
        #expect(found.map(\.patient.id) == [couple.married.id])
        #expect(found.map(\.formerCard) == [couple.maiden.cardNumber])
        #expect(try search(clinic, "№\(couple.maiden.cardNumber)").map(\.patient.id) == [couple.married.id])
        // Both cards say it: the kept one is found by itself, once.
        let kept = try search(clinic, "нина").filter { $0.patient.id == couple.married.id }
        #expect(kept.map(\.formerCard) == [nil])
    }

    @Test func `lead on when the kept one is merged itself`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        _ = try clinic.desk.merging(couple.married.id, into: clinic.patient.id, by: clinic.author)
        let found = try search(clinic, "девичьева")
        #expect(found.map(\.patient.id) == [clinic.patient.id] && found.map(\.hasOpenVisit) == [true])
        let gathered = try clinic.desk.store.read { try $0.merges.gathered(by: clinic.patient.id) }
        #expect(gathered.map(\.id) == [couple.married.id, couple.maiden.id])
    }

    @Test func `are alike by what the merged one says, and the kept one is the card to go on with`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let typed = PersonForm.invented("Девичьева", "Нина")
        let alike = try FindAlike(store: clinic.desk.store)(typed, except: nil)
        #expect(alike.map(\.found.patient.id) == [couple.married.id])
        #expect(alike.map(\.likeness.reasons) == [[.sameNameAndBirth]])
        #expect(try FindAlike(store: clinic.desk.store)(typed, except: couple.married.id).isEmpty)
    }

    @Test func `show their visits, papers and consents together, each with its card`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        _ = try clinic.desk.merging(clinic.patient.id, into: clinic.other.id, by: clinic.author)
        let number = clinic.patient.cardNumber
        try clinic.desk.store.read { books in
            let visits = try books.together(clinic.other.id) { try books.visits.lines(of: $0) }
            #expect(visits.map(\.item.visit.id) == [clinic.visit.id] && visits.map(\.fromCard) == [number])
            let papers = try books.together(clinic.other.id) { try books.papers.all(of: $0) }
            let moved = papers.filter { $0.fromCard == number }
            #expect(moved.map(\.item.id) == [clinic.passport.id] && papers.count == 2)
            let consents = try books.together(clinic.other.id) { try books.consents.all(of: $0) }
            let signed = consents.filter { $0.fromCard == number }
            #expect(Set(signed.map(\.item.id)) == [clinic.offered.id, clinic.given.id])
            #expect(consents.count == 3)
        }
        #expect(try card(clinic, clinic.other.id).openVisit?.visit.id == clinic.visit.id)
        #expect(try search(clinic, "другова").map(\.hasOpenVisit) == [true])
    }

    @Test func `do not share a СНИЛС with themselves`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        _ = try clinic.desk.merging(
            clinic.other.id, into: clinic.patient.id, taking: [.snils], by: clinic.author)
        let form = PersonForm.invented().with { $0.snils = "112-233-445 95" }
        let corrected = try clinic.correcting(clinic.correction(form, version: 2), by: clinic.author)
        #expect(corrected.version == 3)
    }

    @Test func `let a consent that was withdrawn last be offered anew`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        _ = try clinic.answering(
            .withdraw(note: nil), of: clinic.given.id, baseVersion: 2, by: clinic.author)
        _ = try clinic.desk.merging(clinic.patient.id, into: clinic.other.id, by: clinic.author)
        let offered = try clinic.desk.offering(.processing, to: clinic.other.id, by: clinic.author)
        #expect(offered.patient == clinic.other.id)
    }

    @Test func `stand in the history of both, with who parted them and when`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        try clinic.desk.parting(couple.merge, by: clinic.author)
        for id in [couple.married.id, couple.maiden.id] {
            let actions = try clinic.desk.store.read { try $0.history.entries(of: id, limit: 50) }
                .map(\.action)
            #expect(actions.contains("cards_merged") && actions.contains("cards_parted"))
        }
    }

    // MARK: Parting

    @Test func `live again by themselves when they are parted, as they were before`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        try clinic.desk.parting(couple.merge, by: clinic.author)
        let kept = try card(clinic, couple.married.id).patient
        #expect(kept.person == couple.married.person && kept.version == 3)
        #expect(try search(clinic, "девичьева").map(\.patient) == [couple.maiden])
        #expect(try clinic.desk.store.read { try $0.merges.gathered(by: couple.married.id) }.isEmpty)
        let again = try clinic.desk.merging(couple.married.id, into: couple.maiden.id, by: clinic.author)
        #expect(again.kept == couple.maiden.id)
    }

    @Test func `keep what was corrected since, field by field, and say so beforehand`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let merge = try clinic.desk.merging(
            clinic.other.id, into: clinic.patient.id, taking: [.surname, .name, .patronymic, .snils],
            by: clinic.author)
        let form = PersonForm.invented("Новикова", "Анна", "").with {
            $0.snils = "112-233-445 95"
            $0.phone = "8 926 111-22-33"
        }
        _ = try clinic.correcting(clinic.correction(form, version: 2), by: clinic.author)
        let view = try ReadMerge(store: clinic.desk.store)(merge.id)
        #expect(view.back == [.name, .patronymic, .snils] && view.first == nil)
        try clinic.desk.parting(merge, by: clinic.author)
        let person = try card(clinic, clinic.patient.id).patient.person
        #expect(person.surname == "Новикова", "corrected since")
        #expect(person.name == "Галина" && person.patronymic == .given("Сергеевна") && person.snils == nil)
        #expect(person.phone?.e164 == "+79261112233", "never taken")
    }

    @Test func `of a chain are parted from its end`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let second = try clinic.desk.merging(couple.married.id, into: clinic.other.id, by: clinic.author)
        #expect(try ReadMerge(store: clinic.desk.store)(couple.merge.id).first == couple.married.cardNumber)
        try clinic.desk.parting(second, by: clinic.author)
        #expect(try ReadMerge(store: clinic.desk.store)(couple.merge.id).first == nil)
        try clinic.desk.parting(couple.merge, by: clinic.author)
        #expect(try card(clinic, couple.married.id).patient.person == couple.married.person)
    }

    // MARK: Before

    @Test func `are compared before: what differs, what comes along, which sheet will count`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let standing = try clinic.desk.store.read {
            try $0.consents.standing(.emailing, of: clinic.other.id)
        }
        let mine = try #require(standing)
        let preview = try PreviewMerge(store: clinic.desk.store, clock: clinic.desk.clock)(
            kept: clinic.other.id, merged: clinic.patient.id)
        #expect(preview.choices.map(\.field) == [.surname, .name, .patronymic, .email, .snils])
        #expect(preview.visits == 1 && preview.papers == 1 && preview.consents == 2)
        #expect(
            preview.clashes == [
                MergePreview.Clash(purpose: .emailing, kept: mine.number, merged: clinic.offered.number)
            ])
        #expect(preview.merged.openVisit?.visit.id == clinic.visit.id)
    }

    @Test func `propose what stands in a document from the one card at which it was seen`() throws {
        let clinic = try Clinic()
        let unseen = try clinic.desk.register(.invented("Невиданная", "Вера"), by: clinic.petrova)
        let compare = PreviewMerge(store: clinic.desk.store, clock: clinic.desk.clock)
        let proposed = try compare(kept: unseen.id, merged: clinic.patient.id).choices
        #expect(proposed.first == MergeChoice(field: .surname, side: .merged, reason: .document))
        let turned = try compare(kept: clinic.patient.id, merged: unseen.id).choices
        #expect(turned.first == MergeChoice(field: .surname, side: .kept, reason: .document))
    }
}
