import Application
import DeskFixture
import Domain
import Persistence
import SQL
import Testing
import Wire

@Suite struct `A walk-in with papers` {
    private static let passport = IdentityDocumentForm.passport()
    private static let policy = PolicyForm.oms("7992730000000007")

    private func input(
        _ clinic: Clinic, _ document: IdentityDocumentForm?, _ policy: PolicyForm?,
        _ form: PersonForm = .invented("Новикова"), accepted: Set<String> = [], reason: String? = nil
    ) -> RegisterWalkIn.Input {
        var input = clinic.registration(form, accepted: accepted, reason: reason)
        input.papers = WalkInPapers(document: document, policy: policy)
        return input
    }

    @Test func `gets a card with both papers in one transaction`() throws {
        let clinic = try Clinic()
        let commits = clinic.desk.commits
        var document = Self.passport
        document.number = "654321"
        let made = try clinic.registering(input(clinic, document, Self.policy), by: clinic.author)
        #expect(clinic.desk.commits == commits + 1)
        let papers = try clinic.desk.store.read { try $0.papers.all(of: made.patient.id) }
        #expect(
            Set(papers.map { $0.document?.shown ?? $0.policy?.shown }) == [
                "45 10 654321", "7992 7300 0000 0007",
            ])
        #expect(IdentityLevel(papers: papers, isPhoneConfirmed: false) == .documentSeen)
        let card = try #require(try clinic.desk.store.read { try $0.patients.card(made.patient.id) })
        #expect(card.missing == ["phone", "snils", "email"])
        let actions = try clinic.desk.store.read { try $0.history.entries(of: made.patient.id, limit: 9) }
        #expect(actions.map(\.action) == ["paper_shown", "paper_shown", "patient_registered"])
    }

    @Test func `has no paper where nothing was typed`() throws {
        let clinic = try Clinic()
        var document = IdentityDocumentForm()
        document.kind = "passport"
        var policy = PolicyForm()
        policy.kind = "oms"
        let made = try clinic.registering(input(clinic, document, policy), by: clinic.author)
        #expect(try clinic.desk.store.read { try $0.papers.all(of: made.patient.id) } == [])
        let card = try #require(try clinic.desk.store.read { try $0.patients.card(made.patient.id) })
        #expect(card.missing.suffix(2) == ["document", "policy"])
    }

    @Test func `keeps each override with what it was about`() throws {
        let clinic = try Clinic()
        _ = try clinic.desk.noting(.oms("7992730000000007"), of: clinic.patient.id, by: clinic.author)
        let form = PersonForm.invented("Новикова", born: "01.01.1986")
        let made = try clinic.registering(
            input(
                clinic, Self.passport, Self.policy, form,
                accepted: ["birth_first_january", "paper_shared"], reason: "Карту завели дважды"),
            by: clinic.author)
        let facts = try clinic.desk.rows(
            Query("SELECT payload FROM outbox ORDER BY seq DESC LIMIT 3"), []
        ) { String(decoding: $0.blob(0), as: UTF8.self) }
        #expect(facts.count == 3)
        #expect(facts[0].contains(#""code":"paper_shared","field":"number""#))
        #expect(facts[1].contains(#""code":"paper_shared","field":"number""#))
        #expect(facts[2].contains(#""code":"birth_first_january","field":"birth_date""#))
        #expect(!facts[2].contains("paper_shared"))
        #expect(made.visit == nil)
    }
}
