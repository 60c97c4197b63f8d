import Application
import DeskFixture
import Domain
import Persistence
import Testing

/// Something about merged cards that a clinic refuses, and what had happened before.
struct RefusedMerge: Sendable, CustomTestStringConvertible {
    typealias Deed = @Sendable (Couple) throws -> Void

    let name: String
    let code: Refusal.Code
    let fields: [String]
    let before: Deed
    let act: Deed

    init(
        _ name: String, _ code: Refusal.Code, _ fields: [String] = [],
        after before: @escaping Deed = { _ in },
        act: @escaping Deed
    ) {
        self.name = name
        self.code = code
        self.fields = fields
        self.before = before
        self.act = act
    }

    var testDescription: String { name }

    private static let nobody = ID<Patient>(high: 1, low: 1)
    private static let form = VisitForm(reason: "Карта", destination: .desk, place: "")
    private static let long = String(repeating: "длинно ", count: 200)

    /// The patient, with a visit, a passport and consents, lives on in the other card.
    private static let gathered: Deed = {
        _ = try $0.clinic.desk.merging($0.clinic.patient.id, into: $0.clinic.other.id, by: $0.clinic.author)
    }

    /// The elder lives on, and has died at the other card.
    private static let buried: Deed = {
        _ = try $0.clinic.desk.merging($0.clinic.late.id, into: $0.clinic.elder.id, by: $0.clinic.author)
    }

    private static let guardian = FamilyLinkForm(role: .guardian, basis: "Решение № 5")

    static let merges: [RefusedMerge] = [
        RefusedMerge("a card merged with itself", .mergeWithItself) {
            _ = try $0.clinic.desk.merging(
                $0.clinic.patient.id, into: $0.clinic.patient.id, by: $0.clinic.author)
        },
        RefusedMerge("a card merged with nobody's", .patientNotFound) {
            _ = try $0.clinic.desk.merging(nobody, into: $0.clinic.patient.id, by: $0.clinic.author)
        },
        RefusedMerge("a card merged into one that lives on in another", .cardMerged) {
            _ = try $0.clinic.desk.merging($0.clinic.patient.id, into: $0.maiden.id, by: $0.clinic.author)
        },
        RefusedMerge("a card merged a second time", .cardMerged) {
            _ = try $0.clinic.desk.merging($0.maiden.id, into: $0.clinic.patient.id, by: $0.clinic.author)
        },
        RefusedMerge("a card merged into itself round a corner", .cardMerged) {
            _ = try $0.clinic.desk.merging($0.married.id, into: $0.maiden.id, by: $0.clinic.author)
        },
        RefusedMerge(
            "cards that both have an open visit", .mergeVisitsOpen,
            after: { _ = try $0.clinic.openingVisit(form, for: $0.clinic.other.id, by: $0.clinic.author) },
            act: {
                _ = try $0.clinic.desk.merging(
                    $0.clinic.other.id, into: $0.clinic.patient.id, by: $0.clinic.author)
            }),
        RefusedMerge("a merge without a reason", .fieldsInvalid, ["reason"]) {
            _ = try $0.clinic.desk.merging(
                $0.clinic.other.id, into: $0.clinic.patient.id, for: " ", by: $0.clinic.author)
        },
        RefusedMerge("a merge told too long", .fieldsInvalid, ["reason"]) {
            _ = try $0.clinic.desk.merging(
                $0.clinic.other.id, into: $0.clinic.patient.id, for: long, by: $0.clinic.author)
        },
        RefusedMerge("a merge of what looks like two people that nobody is sure of", .fieldsInvalid, ["sure"])
        {
            _ = try $0.clinic.desk.merging(
                $0.clinic.elder.id, into: $0.clinic.other.id, isSure: false, by: $0.clinic.author)
        },
        RefusedMerge(
            "a merge chosen by an older card", .patientChanged,
            after: {
                _ = try $0.clinic.correcting(
                    $0.clinic.correction(.invented("Бывалова")), by: $0.clinic.author)
            },
            act: {
                let side = { MergeCards.Side(id: $0, version: 1) }
                let input = MergeCards.Input(
                    kept: side($0.clinic.other.id), merged: side($0.clinic.patient.id), taken: [],
                    reason: "Завели дважды")
                _ = try $0.clinic.merging(input, by: $0.clinic.author)
            }),
        RefusedMerge("a merge of a child with the mother", .mergeRelatives) {
            _ = try $0.clinic.desk.merging(
                $0.clinic.child.id, into: $0.clinic.patient.id, by: $0.clinic.author)
        },
        RefusedMerge(
            "a merge by which somebody would stand for oneself round a corner", .mergeRelatives,
            after: {
                _ = try $0.clinic.desk.linking(
                    $0.clinic.elder.id, to: $0.clinic.patient.id, guardian, by: $0.clinic.author)
            },
            act: {
                _ = try $0.clinic.desk.merging(
                    $0.clinic.elder.id, into: $0.clinic.child.id, by: $0.clinic.author)
            }),
        RefusedMerge("a merge of somebody who died with somebody being served", .mergeDeadServed) {
            _ = try $0.clinic.desk.merging(
                $0.clinic.patient.id, into: $0.clinic.late.id, by: $0.clinic.author)
        },
        RefusedMerge("a merge by nobody", .signedOut) {
            _ = try $0.clinic.desk.merging($0.clinic.other.id, into: $0.clinic.patient.id, by: .desk)
        },
    ]

    static let cards: [RefusedMerge] = [
        RefusedMerge("a correction of a merged card", .cardMerged) {
            var input = $0.clinic.correction(.invented("Девичьева", "Нина"))
            input.patient = $0.maiden.id
            _ = try $0.clinic.correcting(input, by: $0.clinic.author)
        },
        RefusedMerge("a visit of a merged card", .cardMerged) {
            _ = try $0.clinic.openingVisit(form, for: $0.maiden.id, by: $0.clinic.author)
        },
        RefusedMerge("a paper of a merged card", .cardMerged) {
            _ = try $0.clinic.desk.noting(.passport("654321"), of: $0.maiden.id, by: $0.clinic.author)
        },
        RefusedMerge("a consent on a merged card", .cardMerged) {
            _ = try $0.clinic.desk.offering(.marketing, to: $0.maiden.id, by: $0.clinic.author)
        },
        RefusedMerge("particulars of a merged card", .cardMerged) {
            _ = try $0.clinic.notingParticulars(
                .invented(), of: $0.maiden.id, baseVersion: 0, acceptance: .none, by: $0.clinic.author)
        },
        RefusedMerge("the phone of a merged card confirmed", .cardMerged) {
            _ = try $0.clinic.confirmingPhone(of: $0.maiden.id, baseVersion: 1, by: $0.clinic.author)
        },
        RefusedMerge("a merged card read back", .cardMerged) {
            _ = try $0.clinic.readingBack(.spoken, of: $0.maiden.id, version: 1, by: $0.clinic.author)
        },
        RefusedMerge("a death noted on a merged card", .cardMerged) {
            _ = try $0.clinic.desk.notingDeath(of: $0.maiden.id, by: $0.clinic.author)
        },
        RefusedMerge("a death that stands on the person's other card", .deathNotedAlready, after: buried) {
            _ = try $0.clinic.desk.notingDeath(of: $0.clinic.elder.id, by: $0.clinic.author)
        },
        RefusedMerge("a visit of who died by the other card", .patientDead, after: buried) {
            _ = try $0.clinic.openingVisit(form, for: $0.clinic.elder.id, by: $0.clinic.author)
        },
        RefusedMerge("a link that stands at the person's other card", .familyLinkStanding, after: gathered) {
            _ = try $0.clinic.desk.linking(
                $0.clinic.other.id, to: $0.clinic.child.id, Clinic.parent, by: $0.clinic.author)
        },
        RefusedMerge("a link that closes a circle through two cards", .familyLinkCircular, after: gathered) {
            _ = try $0.clinic.desk.linking(
                $0.clinic.child.id, to: $0.clinic.other.id, guardian, by: $0.clinic.author)
        },
        RefusedMerge("a second open visit of a person with two cards", .visitAlreadyOpen, after: gathered) {
            _ = try $0.clinic.openingVisit(form, for: $0.clinic.other.id, by: $0.clinic.author)
        },
        RefusedMerge("a paper that stands on the person's other card", .paperNotedAlready, after: gathered) {
            _ = try $0.clinic.desk.noting(.passport(), of: $0.clinic.other.id, by: $0.clinic.author)
        },
        RefusedMerge("a consent given on the person's other card", .consentStanding, after: gathered) {
            _ = try $0.clinic.desk.offering(.processing, to: $0.clinic.other.id, by: $0.clinic.author)
        },
    ]

    static let partings: [RefusedMerge] = [
        RefusedMerge("a parting of no merge", .mergeNotFound) {
            _ = try $0.clinic.parting(
                ID(high: 1, low: 1), keptVersion: 1, for: "Разные люди", by: $0.clinic.author)
        },
        RefusedMerge(
            "a second parting", .cardsPartedAlready,
            after: { try $0.clinic.desk.parting($0.merge, by: $0.clinic.author) },
            act: {
                try $0.clinic.desk.parting($0.merge, by: $0.clinic.author)
            }),
        RefusedMerge("a parting without a reason", .fieldsInvalid, ["reason"]) {
            try $0.clinic.desk.parting($0.merge, for: "", by: $0.clinic.author)
        },
        RefusedMerge("a parting decided by an older card", .patientChanged) {
            _ = try $0.clinic.parting($0.merge.id, keptVersion: 1, for: "Разные люди", by: $0.clinic.author)
        },
        RefusedMerge(
            "a parting of what was merged on", .partOtherFirst,
            after: {
                _ = try $0.clinic.desk.merging($0.married.id, into: $0.clinic.other.id, by: $0.clinic.author)
            },
            act: {
                try $0.clinic.desk.parting($0.merge, by: $0.clinic.author)
            }),
        RefusedMerge(
            "a parting before that of a later merge into the same card", .partOtherFirst,
            after: {
                _ = try $0.clinic.desk.merging($0.clinic.other.id, into: $0.married.id, by: $0.clinic.author)
            },
            act: {
                try $0.clinic.desk.parting($0.merge, by: $0.clinic.author)
            }),
        RefusedMerge("a parting by nobody", .signedOut) { try $0.clinic.desk.parting($0.merge, by: .desk) },
    ]
}

@Suite struct `Of merged cards is refused` {
    @Test(arguments: RefusedMerge.merges + RefusedMerge.cards + RefusedMerge.partings)
    func `what cannot be, with the reason, and nothing is left behind`(refused: RefusedMerge) throws {
        let couple = try Couple()
        let clinic = couple.clinic
        try refused.before(couple)
        let before = try clinic.desk.lines()
        let refusal = try #require(throws: Refusal.self) { try refused.act(couple) }
        #expect(refusal.code == refused.code)
        #expect(refusal.fields.map(\.field) == refused.fields)
        #expect(try clinic.desk.lines() == before)
    }

    @Test func `anything new on a merged card, and the refusal names the card to go on with`() throws {
        let couple = try Couple()
        let clinic = couple.clinic
        let refusal = try #require(throws: Refusal.self) {
            try clinic.desk.offering(.marketing, to: couple.maiden.id, by: clinic.author)
        }
        #expect(refusal.parameters == ["card": "\(couple.married.cardNumber)"])
    }

    @Test func `a merge of two who are being served, and the refusal names both visits`() throws {
        let clinic = try Clinic()
        let second = try clinic.openingVisit(
            VisitForm(reason: "Карта", destination: .desk, place: ""), for: clinic.other.id, by: clinic.author
        )
        let refusal = try #require(throws: Refusal.self) {
            try clinic.desk.merging(clinic.patient.id, into: clinic.other.id, by: clinic.author)
        }
        #expect(
            refusal.parameters == [
                "first": "\(second.number)", "first_card": "\(clinic.other.cardNumber)",
                "second": "\(clinic.visit.number)", "second_card": "\(clinic.patient.cardNumber)",
            ])
    }
}
