import Application
import DeskFixture
import Domain

extension Refused {
    static let documents: [Refused] = [
        Refused("a document for nobody", .patientNotFound) {
            _ = try $0.desk.issuing($0.desk.order(of: nobody), by: $0.author)
        },
        Refused("a document by nobody", .signedOut) {
            _ = try $0.desk.issuing($0.desk.order(of: $0.patient.id), by: .desk)
        },
        Refused("a document that begins before codes have days", .fieldsInvalid, ["valid_from"]) {
            _ = try $0.desk.issuing($0.desk.order(of: $0.patient.id, days: -4000...0), by: $0.author)
        },
        Refused("a document that ends after codes have days", .fieldsInvalid, ["valid_to"]) {
            _ = try $0.desk.issuing($0.desk.order(of: $0.patient.id, days: 0...70_000), by: $0.author)
        },
        Refused("a document that ends before it begins", .fieldsInvalid, ["valid_to"]) {
            let order = $0.desk.order(of: $0.patient.id)
            let reversed = IssueDocument.Order(
                .policy, of: $0.patient.id, validFrom: order.validTo ?? order.validFrom,
                validTo: order.validFrom)
            _ = try $0.desk.issuing(reversed, by: $0.author)
        },
        Refused("another sheet without a reason", .copyReasonMissing) {
            _ = try $0.desk.copying($0.certificate.id, by: $0.author)
        },
        Refused("another sheet as the first one", .copyReasonMissing) {
            _ = try $0.desk.copying($0.certificate.id, for: .first, by: $0.author)
        },
        Refused("a sheet of no document", .documentNotFound) {
            _ = try $0.desk.copying(ID(high: 1, low: 1), by: $0.author)
        },
        Refused("a sheet by nobody", .signedOut) {
            _ = try $0.desk.copying($0.certificate.id, for: .lost, by: .desk)
        },
        Refused("an answer about no sheet", .copyNotFound) {
            _ = try $0.desk.answering(ID(high: 1, low: 1), .printed, by: $0.author)
        },
        Refused("an answer that says nothing", .copyAnswered) {
            _ = try $0.desk.answering($0.sheet.id, .unknown, by: $0.author)
        },
        Refused("to replace a document that has changed", .documentChanged) {
            var old = $0.certificate
            old.version = 2
            _ = try $0.desk.replacing(old, with: $0.desk.order(of: $0.patient.id), by: $0.author)
        },
        Refused("to revoke a document by nobody", .signedOut) {
            _ = try $0.desk.revoking($0.certificate, by: .desk)
        },
        Refused("a key that lost a letter", .deskKeyUnreadable) {
            _ = try $0.desk.keyRing.add(
                String(TestDesk.keyLine(11).dropLast()), called: "Стол 2", by: $0.adminAuthor)
        },
        Refused("a key of a desk without a name", .fieldsInvalid, ["name"]) {
            _ = try $0.desk.keyRing.add(TestDesk.keyLine(11), called: " ", by: $0.adminAuthor)
        },
        Refused("the desk's own key", .deskKeyOwn) {
            _ = try $0.desk.keyRing.add(
                TestDesk.keyLine(9, prefix: "77"), called: "Этот", by: $0.adminAuthor)
        },
        Refused("a key that is here", .deskKeyKnown) {
            _ = try $0.desk.keyRing.add(TestDesk.keyLine(10), called: "Снова", by: $0.adminAuthor)
        },
        Refused("to withdraw no key", .deskKeyNotFound) {
            _ = try $0.desk.keyRing.withdraw(ID(high: 1, low: 1), for: "Украден", by: $0.adminAuthor)
        },
        Refused("to withdraw a key without a reason", .fieldsInvalid, ["reason"]) {
            _ = try $0.desk.keyRing.withdraw($0.foreignKey.id, for: "", by: $0.adminAuthor)
        },
        Refused("to withdraw a key by nobody", .signedOut) {
            _ = try $0.desk.keyRing.withdraw($0.foreignKey.id, for: "Украден", by: .desk)
        },
    ]
}
