import Application
import DeskFixture
import Domain

/// What is refused of the catalogues and of what is issued by them.
extension Refused {
    static let catalogues: [Refused] = [
        Refused("an insurer without a name", .fieldsInvalid, ["name"]) {
            _ = try $0.insurers.add(.init(name: " "), by: $0.adminAuthor)
        },
        Refused("an insurer that is called as another one was", .fieldsInvalid, ["name"]) {
            _ = try $0.insurers.add(.init(name: "ск РОМАШКА"), by: $0.adminAuthor)
        },
        Refused("a former name that is another one's", .fieldsInvalid, ["former_names"]) {
            _ = try $0.insurers.add(.init(name: "Клён", formerNames: "Ромашка"), by: $0.adminAuthor)
        },
        Refused("a former name too long", .fieldsInvalid, ["former_names"]) {
            _ = try $0.insurers.add(.init(name: "Клён", formerNames: "Б\n\(long)"), by: $0.adminAuthor)
        },
        Refused("a change of no insurer", .insurerNotFound) {
            _ = try $0.insurers.change(
                ID(high: 1, low: 1), to: .invented("Клён"), baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("a change of an insurer that somebody else has changed", .insurerChanged) {
            _ = try $0.insurers.change(
                $0.insurer.id, to: .invented("Клён"), baseVersion: 2, by: $0.adminAuthor)
        },
        Refused("an insurer added by nobody", .signedOut) {
            _ = try $0.insurers.add(.invented("Клён"), by: .desk)
        },
        Refused("an empty programme", .fieldsInvalid, ["code", "title", "insurer", "lines"]) {
            let form = ProgrammeForm(code: "", title: "", insurer: "", lines: " \n")
            _ = try $0.programmes.add(form, by: $0.adminAuthor)
        },
        Refused("a programme of a company that nobody knows", .fieldsInvalid, ["insurer"]) {
            _ = try $0.programmes.add(.invented("Г-1", of: "Клён"), by: $0.adminAuthor)
        },
        Refused("a code that another programme has", .fieldsInvalid, ["code"]) {
            _ = try $0.programmes.add(.invented("ап 1"), by: $0.adminAuthor)
        },
        Refused("a franchise that is no part", .fieldsInvalid, ["franchise"]) {
            var form = ProgrammeForm.invented("Г-1")
            (form.franchiseKind, form.franchise) = (.percent, "101")
            _ = try $0.programmes.add(form, by: $0.adminAuthor)
        },
        Refused("a franchise that is no amount", .fieldsInvalid, ["franchise"]) {
            var form = ProgrammeForm.invented("Г-1")
            (form.franchiseKind, form.franchise) = (.fixed, "пятьсот")
            _ = try $0.programmes.add(form, by: $0.adminAuthor)
        },
        Refused("a programme with more lines than paper takes", .fieldsInvalid, ["lines"]) {
            var form = ProgrammeForm.invented("Г-1")
            form.lines = (0...Programme.mostLines).map { "\($0)" }.joined(separator: "\n")
            _ = try $0.programmes.add(form, by: $0.adminAuthor)
        },
        Refused("a change of no programme", .programmeNotFound) {
            _ = try $0.programmes.change(
                ID(high: 1, low: 1), to: .invented("Г-1"), baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("a change of a programme that somebody else has changed", .programmeChanged) {
            _ = try $0.programmes.change(
                $0.programme.id, to: .invented("Г-1"), baseVersion: 2, by: $0.adminAuthor)
        },
        Refused("requisites with mistakes", .fieldsInvalid, ["name", "inn", "email"]) {
            var form = ClinicRequisitesForm.invented("")
            (form.inn, form.email) = ("7707083894", "нет")
            _ = try $0.headings(form, after: 0, by: $0.adminAuthor)
        },
        Refused("requisites that somebody else has changed", .requisitesChanged) {
            _ = try $0.headings(.invented(), after: 1, by: $0.adminAuthor)
        },
    ]

    static let policies: [Refused] = [
        Refused("a policy of nobody", .patientNotFound) {
            _ = try $0.desk.issuing($0.policyForm(), to: nobody, by: $0.author)
        },
        Refused("a policy of somebody who died", .patientDead) {
            _ = try $0.desk.issuing($0.policyForm(), to: $0.late.id, by: $0.author)
        },
        Refused(
            "an empty policy", .fieldsInvalid, ["insurer", "programmes", "valid_from", "valid_to"]
        ) {
            _ = try $0.desk.issuing(IssuedPolicyForm(kind: .dms), to: $0.patient.id, by: $0.author)
        },
        Refused(
            "a policy for abroad without what is asked there", .fieldsInvalid,
            ["territory", "sum", "latin_name"]
        ) {
            let form = IssuedPolicyForm.travel().with {
                ($0.territory, $0.sum, $0.latinName) = ("", "много", "Небывалова")
            }
            _ = try $0.desk.issuing(form, to: $0.patient.id, by: $0.author)
        },
        Refused("a period that ends before it begins", .fieldsInvalid, ["valid_to"]) {
            let form = $0.policyForm().with { $0.validTo = "31.12.2025" }
            _ = try $0.desk.issuing(form, to: $0.patient.id, by: $0.author)
        },
        Refused("a period that is over, not looked at", .warningsUnread, ["valid_to"]) {
            let form = $0.policyForm().with { $0.validTo = "20.11.2026" }
            _ = try $0.desk.issuing(form, to: $0.patient.id, by: $0.author)
        },
        Refused("a number of our own range, typed", .fieldsInvalid, ["number"]) {
            _ = try $0.desk.issuing($0.policyForm("77/00000001"), to: $0.patient.id, by: $0.author)
        },
        Refused("the same number once more on a card", .fieldsInvalid, ["number"]) {
            _ = try $0.desk.issuing($0.policyForm("дмс 1234"), to: $0.patient.id, by: $0.author)
        },
        Refused("a number of another card, not looked at", .warningsUnread, ["number"]) {
            _ = try $0.desk.issuing($0.policyForm("ДМС-1234"), to: $0.other.id, by: $0.author)
        },
        Refused("a programme of another company", .fieldsInvalid, ["programmes"]) {
            let form = IssuedPolicyForm.invented("", of: "Ромашка", [$0.programme]).with {
                $0.programmes.append("нет такой")
            }
            _ = try $0.desk.issuing(form, to: $0.patient.id, by: $0.author)
        },
        Refused("a policy instead of somebody else's", .issuedPolicyNotFound) {
            _ = try $0.desk.issuing(
                $0.policyForm(), to: $0.other.id, insteadOf: $0.policy.id, by: $0.author)
        },
        Refused("a correction of no policy", .issuedPolicyNotFound) {
            _ = try $0.correctingPolicy(
                ID(high: 1, low: 1), to: $0.policyForm("Д-1234"), for: "Опечатка", baseVersion: 1,
                acceptance: .none, by: $0.author)
        },
        Refused("a correction of a policy that has moved", .issuedPolicyChanged) {
            _ = try $0.correctingPolicy(
                $0.policy.id, to: $0.policyForm("Д-1234"), for: "Опечатка", baseVersion: 2,
                acceptance: .none, by: $0.author)
        },
        Refused("a correction without a reason", .fieldsInvalid, ["change_reason"]) {
            _ = try $0.correctingPolicy(
                $0.policy.id, to: $0.policyForm("Д-1234"), for: " ", baseVersion: 1, acceptance: .none,
                by: $0.author)
        },
        Refused("a correction that takes the number away", .fieldsInvalid, ["number"]) {
            _ = try $0.correctingPolicy(
                $0.policy.id, to: $0.policyForm(), for: "Опечатка", baseVersion: 1, acceptance: .none,
                by: $0.author)
        },
        Refused("a correction of what was revoked", .policyStepRefused) {
            _ = try $0.correctingPolicy(
                $0.insured.revoked.id, to: $0.policyForm(), for: "Опечатка", baseVersion: 2,
                acceptance: .none, by: $0.author)
        },
        Refused("a revocation of what was revoked", .policyStepRefused) {
            _ = try $0.revoking(
                $0.insured.revoked.id, for: .terminated, note: "", baseVersion: 2, by: $0.author)
        },
        Refused("a revocation for another reason, without a word", .fieldsInvalid, ["note"]) {
            _ = try $0.revoking($0.policy.id, for: .other, note: " ", baseVersion: 1, by: $0.author)
        },
        Refused("a link to a number that nobody knows", .policyNumberUnknown) {
            _ = try $0.linkingPolicy("12341234", to: $0.other.id, by: $0.author)
        },
        Refused("a link to no number", .fieldsInvalid, ["number"]) {
            _ = try $0.linkingPolicy(" ", to: $0.other.id, by: $0.author)
        },
        Refused("a link to somebody else's policy", .policyPersonDiffers, ["number", "number"]) {
            _ = try $0.linkingPolicy("ДМС-1234", to: $0.other.id, by: $0.author)
        },
        Refused("a link to what is on the card", .policyLinkedAlready) {
            _ = try $0.linkingPolicy("77/00000001", to: $0.patient.id, by: $0.author)
        },
    ]

    static let certificates: [Refused] = [
        Refused("an empty certificate", .fieldsInvalid, ["programme", "valid_from", "valid_to"]) {
            _ = try IssueCertificate(
                store: $0.desk.store, clock: $0.desk.clock, identities: $0.desk.identities)(
                    CertificateForm(), to: $0.patient.id, by: $0.author)
        },
        Refused("a certificate bought tomorrow", .fieldsInvalid, ["purchased_on"]) {
            var form = CertificateForm()
            (form.programme, form.validFrom) = ($0.programme.id.text, "22.11.2026")
            (form.validTo, form.purchasedOn) = ("21.11.2027", "22.11.2026")
            _ = try IssueCertificate(
                store: $0.desk.store, clock: $0.desk.clock, identities: $0.desk.identities)(
                    form, to: $0.patient.id, by: $0.author)
        },
        Refused("a certificate for one person twice", .fieldsInvalid, ["second"]) {
            _ = try $0.desk.certifying($0.other.id, and: $0.other.id, by: $0.programme, by: $0.author)
        },
        Refused("a certificate of somebody who died", .patientDead) {
            _ = try $0.desk.certifying($0.late.id, by: $0.programme, by: $0.author)
        },
        Refused("a certificate that begins after its end", .fieldsInvalid, ["valid_to"]) {
            _ = try $0.desk.certifying($0.other.id, by: $0.programme, from: "22.11.2027", by: $0.author)
        },
        Refused("a patient put into no certificate", .certificateNotFound) {
            _ = try $0.seating(
                $0.other.id, in: .second, of: ID(high: 1, low: 1), baseVersion: 1, by: $0.author)
        },
        Refused("a patient put into a certificate that has moved", .certificateChanged) {
            _ = try $0.seating(
                $0.other.id, in: .second, of: $0.insured.certificate.id, baseVersion: 2, by: $0.author)
        },
        Refused("a patient changed on the first day", .certificateStarted) {
            _ = try $0.seating(
                $0.elder.id, in: .second, of: $0.insured.begun.id, baseVersion: 1, by: $0.author)
        },
        Refused("a late change without a reason", .fieldsInvalid, ["late_reason"]) {
            _ = try $0.seating(
                $0.elder.id, in: .second, of: $0.insured.begun.id, baseVersion: 1, late: " ", by: $0.author)
        },
        Refused("the first patient as the second too", .fieldsInvalid, ["patient"]) {
            _ = try $0.seating(
                $0.patient.id, in: .second, of: $0.insured.certificate.id, baseVersion: 1, by: $0.author)
        },
    ]
}
