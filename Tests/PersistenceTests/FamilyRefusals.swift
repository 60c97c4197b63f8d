import Application
import DeskFixture
import Domain

extension Refused {
    private static let form = VisitForm(reason: "Карта", destination: .desk, place: "")

    static let family: [Refused] = [
        Refused("a link with nobody", .patientNotFound) {
            _ = try $0.desk.linking(nobody, to: $0.child.id, Clinic.parent, by: $0.author)
        },
        Refused("a link with oneself", .familyLinkSelf) {
            _ = try $0.desk.linking($0.child.id, to: $0.child.id, Clinic.parent, by: $0.author)
        },
        Refused("a link with somebody who died", .patientDead) {
            _ = try $0.desk.linking($0.late.id, to: $0.child.id, Clinic.parent, by: $0.author)
        },
        Refused("a link that stands already", .familyLinkStanding) {
            _ = try $0.desk.linking($0.patient.id, to: $0.child.id, Clinic.parent, by: $0.author)
        },
        Refused("a link that closes a circle", .familyLinkCircular) {
            let form = FamilyLinkForm(role: .guardian, basis: "Решение № 5")
            _ = try $0.desk.linking($0.child.id, to: $0.patient.id, form, by: $0.author)
        },
        Refused("a guardian without a paper", .fieldsInvalid, ["basis"]) {
            let form = FamilyLinkForm(role: .guardian, basis: " ")
            _ = try $0.desk.linking($0.other.id, to: $0.patient.id, form, by: $0.author)
        },
        Refused("a relative without a word, until yesterday", .fieldsInvalid, ["word", "valid_until"]) {
            let form = FamilyLinkForm(role: .other, validUntil: "20.11.2026")
            _ = try $0.desk.linking($0.other.id, to: $0.patient.id, form, by: $0.author)
        },
        Refused("a parent of a grown person", .fieldsInvalid, ["role"]) {
            _ = try $0.desk.linking($0.elder.id, to: $0.patient.id, Clinic.parent, by: $0.author)
        },
        Refused("a parent younger than the child", .fieldsInvalid, ["role"]) {
            _ = try $0.desk.linking($0.child.id, to: $0.elder.id, Clinic.parent, by: $0.author)
        },
        Refused("an end of no link", .familyLinkNotFound) {
            _ = try $0.endingLink(ID(high: 1, low: 1), for: "Ошибка", by: $0.author)
        },
        Refused("an end without a reason", .fieldsInvalid, ["reason"]) {
            _ = try $0.endingLink($0.motherhood.id, for: " ", by: $0.author)
        },
        Refused("a paper for no link", .familyLinkNotFound) {
            _ = try $0.showingBasis(
                "Решение", until: "", for: ID(high: 1, low: 1), endingWith: "Новый", by: $0.author)
        },
        Refused("a paper that is not named", .fieldsInvalid, ["basis"]) {
            _ = try $0.showingBasis(
                " ", until: "", for: $0.grandmother.id, endingWith: "Новый", by: $0.author)
        },
        Refused("a paper that has run out", .fieldsInvalid, ["valid_until"]) {
            _ = try $0.showingBasis(
                "Доверенность", until: "20.11.2026", for: $0.grandmother.id, endingWith: "Новый",
                by: $0.author)
        },
        Refused("a companion of no visit", .visitNotFound) {
            _ = try $0.notingCompanion($0.grandmother.id, to: ID(high: 1, low: 1), by: $0.author)
        },
        Refused("a companion who is nobody's relative here", .familyLinkNotFound) {
            _ = try $0.notingCompanion($0.grandmother.id, to: $0.visit.id, by: $0.author)
        },
        Refused("a child's signature", .representativeNeeded) {
            _ = try $0.answering(.give, of: $0.childSheet.id, baseVersion: 1, by: $0.author)
        },
        Refused("a child's refusal", .representativeNeeded) {
            _ = try $0.answering(.refuse, of: $0.childSheet.id, baseVersion: 1, by: $0.author)
        },
        Refused("a signature of a relative without a paper", .familyBasisMissing) {
            _ = try $0.answering(
                .give, of: $0.childSheet.id, signedBy: $0.grandmother.id, baseVersion: 1, by: $0.author)
        },
        Refused("a signature by a link of somebody else", .familyLinkNotFound) {
            _ = try $0.answering(
                .give, of: $0.offered.id, signedBy: $0.motherhood.id, baseVersion: 1, by: $0.author)
        },
        Refused("a nameless visit with a mother", .familyLinkNotFound) {
            _ = try $0.openingVisit(form, for: nil, broughtBy: $0.motherhood.id, by: $0.author)
        },
        Refused("a visit of somebody who died", .patientDead) {
            _ = try $0.openingVisit(form, for: $0.late.id, by: $0.author)
        },
        Refused("a consent offered to somebody who died", .patientDead) {
            _ = try $0.desk.offering(.processing, to: $0.late.id, by: $0.author)
        },
        Refused("a second note of death", .deathNotedAlready) {
            _ = try $0.desk.notingDeath(of: $0.late.id, by: $0.author)
        },
        Refused("a death of nobody", .patientNotFound) {
            _ = try $0.desk.notingDeath(of: nobody, by: $0.author)
        },
        Refused("a death tomorrow, by a strange number", .fieldsInvalid, ["date", "details"]) {
            _ = try $0.desk.notingDeath(
                of: $0.patient.id, on: "22.11.2026", .certificate, "12", by: $0.author)
        },
        Refused("a death before birth, said by nobody", .fieldsInvalid, ["date", "details"]) {
            _ = try $0.desk.notingDeath(of: $0.patient.id, on: "11.03.1986", .words, " ", by: $0.author)
        },
        Refused("a strike of no note", .deathNoteNotFound) {
            _ = try $0.strikingDeath(ID(high: 1, low: 1), for: "Ошибка", by: $0.author)
        },
        Refused("a note struck without a reason", .fieldsInvalid, ["reason"]) {
            _ = try $0.strikingDeath($0.lateNote.id, for: "", by: $0.author)
        },
    ]
}
