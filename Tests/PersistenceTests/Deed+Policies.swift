import Application
import DeskFixture
import Domain

/// Catalogues, and what is issued by them.
extension Deed {
    static let policies: [Deed] = catalogues + issued + certificates

    private static let catalogues: [Deed] = [
        Deed("adds an insurer", [.insurerAdded]) {
            _ = try $0.insurers.add(.invented("Василёк"), by: $0.adminAuthor)
        },
        Deed("renames an insurer, whose old name stays known, and closes it", [.insurerChanged]) {
            var form = InsurerForm.invented("Ромашка-Жизнь")
            form.formerNames = "Ромашка"
            form.isClosed = true
            _ = try $0.insurers.change($0.insurer.id, to: form, baseVersion: 1, by: $0.adminAuthor)
        },
        Deed("adds programmes with each kind of franchise", [.programmeAdded, .programmeAdded]) {
            var form = ProgrammeForm.invented("Г-1")
            (form.franchiseKind, form.franchise) = (.fixed, "1 500,50")
            _ = try $0.programmes.add(form, by: $0.adminAuthor)
            form = .invented("Г-2", of: "ромашка-полис")
            (form.franchiseKind, form.franchise) = (.percent, "10 %")
            _ = try $0.programmes.add(form, by: $0.adminAuthor)
        },
        Deed("changes a programme twice", [.programmeChanged, .programmeChanged]) {
            var form = ProgrammeForm.invented("АП-1")
            form.lines = "Всё"
            _ = try $0.programmes.change($0.programme.id, to: form, baseVersion: 1, by: $0.adminAuthor)
            form.isClosed = true
            _ = try $0.programmes.change($0.programme.id, to: form, baseVersion: 2, by: $0.adminAuthor)
        },
        Deed("writes the requisites down, and anew", [.requisitesChanged, .requisitesChanged]) {
            _ = try $0.headings(.invented(), after: 0, by: $0.adminAuthor)
            _ = try $0.headings(.invented("Клиника"), after: 1, by: $0.adminAuthor)
        },
    ]

    private static let issued: [Deed] = [
        Deed("issues a policy with the next own number", [.policyIssued]) {
            _ = try $0.desk.issuing($0.policyForm(), to: $0.patient.id, by: $0.author)
        },
        Deed("issues a policy by the number of another card, and why", [.policyIssued]) {
            _ = try $0.desk.issuing(
                $0.policyForm("дмс 1234"), to: $0.other.id, accepted: ["paper_shared"],
                reason: "Один на фирму", by: $0.author)
        },
        Deed("issues a policy for abroad instead of another", [.policyIssued, .policyReplaced]) {
            _ = try $0.desk.issuing(
                .travel("ВЗР-5"), to: $0.patient.id, insteadOf: $0.insured.travel.id, by: $0.author)
        },
        Deed("replaces a policy that was revoked", [.policyIssued, .policyReplaced]) {
            _ = try $0.desk.issuing(
                $0.policyForm(), to: $0.other.id, insteadOf: $0.insured.revoked.id, by: $0.author)
        },
        Deed("corrects a policy twice, once past its end", [.policyCorrected, .policyCorrected]) {
            let form = $0.policyForm("ДМС-4321")
            _ = try $0.correctingPolicy(
                $0.policy.id, to: form, for: " Опечатка ", baseVersion: 1, acceptance: .none, by: $0.author)
            _ = try $0.correctingPolicy(
                $0.policy.id, to: form.with { $0.validTo = "20.11.2026" }, for: "Договор короче",
                baseVersion: 2, acceptance: Acceptance(codes: ["policy_ended"], reason: nil), by: $0.author)
        },
        Deed("revokes a policy", [.policyRevoked]) {
            _ = try $0.revoking($0.policy.id, for: .other, note: " Утеря ", baseVersion: 1, by: $0.author)
        },
        Deed(
            "finds a policy by its number for the same person's other card",
            [.patientRegistered, .policyLinked]
        ) {
            _ = try $0.linkingPolicy("дмс1234", to: $0.double().id, by: $0.author)
        },
        Deed(
            "finds a policy that was shown at another card", [.paperShown, .patientRegistered, .policyLinked]
        ) {
            _ = try $0.desk.noting(.oms("7992730000000007"), of: $0.patient.id, by: $0.author)
            _ = try $0.linkingPolicy("7992 7300 0000 0007", to: $0.double().id, by: $0.author)
        },
    ]

    private static let certificates: [Deed] = [
        Deed("issues certificates for one and for two", [.certificateIssued, .certificateIssued]) {
            _ = try $0.desk.certifying($0.other.id, by: $0.programme, by: $0.author)
            _ = try $0.desk.certifying(
                $0.child.id, and: $0.elder.id, by: $0.programme, by: $0.author)
        },
        Deed(
            "adds the second patient of a certificate, and changes the first",
            [
                .certificateSeated, .certificateSeated,
            ]
        ) {
            let id = $0.insured.certificate.id
            _ = try $0.seating($0.other.id, in: .second, of: id, baseVersion: 1, by: $0.author)
            _ = try $0.seating($0.elder.id, in: .first, of: id, baseVersion: 2, by: $0.author)
        },
        Deed("changes a patient after the first day, with the reason", [.certificateSeated]) {
            _ = try $0.seating(
                $0.elder.id, in: .second, of: $0.insured.begun.id, baseVersion: 1, late: " Ошибка кассы ",
                by: Author(operator: $0.colleague.id))
        },
    ]
}
