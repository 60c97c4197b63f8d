import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `The ledger of documents` {
    let clinic: Clinic
    let desk: TestDesk

    init() throws {
        clinic = try Clinic()
        desk = clinic.desk
    }

    private func verdict(_ copy: PrintedCopy) throws -> Verdict {
        try desk.verifying(desk.link(copy)).verdict
    }

    @Test func `gives each document the next number, and a revoked one keeps its own`() throws {
        let first = clinic.certificate.number
        #expect(clinic.certificate.state == .issuedOffline)
        _ = try desk.revoking(clinic.certificate, by: clinic.author)
        let replaced = try desk.replacing(
            try desk.issuing(desk.order(of: clinic.patient.id), by: clinic.author),
            with: desk.order(of: clinic.patient.id), by: clinic.author)
        #expect(replaced.old.number == OwnNumber(prefix: "77", sequence: first.sequence + 1))
        #expect(replaced.new.number == OwnNumber(prefix: "77", sequence: first.sequence + 2))
        #expect(replaced.old.ending?.cause == .replaced(by: replaced.new.id))
        #expect(OwnNumber(prefix: "0477", sequence: 123_456_789).text == "0477/123456789")
    }

    @Test func `counts sheets by document and codes by key, without a gap`() throws {
        let second = try desk.issuing(desk.order(of: clinic.other.id), by: clinic.author)
        let sheets = [
            clinic.sheet, try desk.copying(second.id, by: clinic.author),
            try desk.copying(clinic.certificate.id, for: .spoiled, by: clinic.author),
            try desk.copying(second.id, for: .correction, by: clinic.author),
        ]
        #expect(sheets.map(\.number) == [1, 1, 2, 2])
        #expect(sheets.map(\.token.content.counter) == [1, 2, 3, 4])
        #expect(sheets.map(\.why) == [.first, .first, .spoiled, .correction])
        #expect(Set(sheets.map(\.token.content.document)).count == 2)
    }

    @Test func `a refusal takes no number and no place in the count`() throws {
        #expect(throws: Refusal.self) { try desk.copying(clinic.certificate.id, by: clinic.author) }
        let next = try desk.copying(clinic.certificate.id, for: .lost, by: clinic.author)
        #expect(next.number == 2 && next.token.content.counter == 2)
    }

    @Test func `a sheet that did not come out is no copy, and its place is explained`() throws {
        _ = try desk.answering(clinic.sheet.id, .failed, by: clinic.author)
        let next = try desk.copying(clinic.certificate.id, by: clinic.author)
        #expect(next.why == .first && next.number == 2 && next.token.content.counter == 2)
        let answers = try desk.store.read { try $0.documents.copies(of: clinic.certificate.id).map(\.answer) }
        #expect(answers == [.failed, .unknown])
        #expect(try verdict(next) == .notYetSynced)
    }

    @Test func `names the document and the sheet of a code of its own`() throws {
        let found = try desk.verifying(desk.link(clinic.sheet).lowercased())
        #expect(found.verdict == .notYetSynced && found.isOwn && found.isGood)
        #expect(found.document == clinic.certificate && found.copy == clinic.sheet)
        let content = try #require(found.token?.content)
        #expect(content.product == 7 && content.holderTag == clinic.certificate.holderTag)
        #expect(content.validTo?.day == clinic.certificate.validTo)
        #expect(content.holderTag == desk.seal.holderTag(content.document, clinic.patient.person))
    }

    @Test func `a replaced document names the one in its place, a revoked one the day`() throws {
        let replaced = try desk.replacing(
            clinic.certificate, with: desk.order(of: clinic.patient.id), by: clinic.author)
        let sheet = try desk.copying(replaced.new.id, by: clinic.author)
        #expect(try verdict(clinic.sheet) == .replaced(by: replaced.new.number.text, on: desk.clock.today))
        #expect(try verdict(sheet) == .notYetSynced)
        _ = try desk.revoking(replaced.new, for: .mistake, by: clinic.author)
        #expect(try verdict(sheet) == .revoked(.mistake, on: desk.clock.today))
        for ended in [replaced.old.id, replaced.new.id] {
            let refusal = try #require(throws: Refusal.self) {
                try desk.copying(ended, for: .lost, by: clinic.author)
            }
            #expect(refusal.code == .documentEnded)
        }
    }

    @Test func `a later sheet stands for an earlier one, unless it did not come out`() throws {
        let later = try desk.copying(clinic.certificate.id, for: .lost, by: clinic.author)
        let number = clinic.certificate.number.text
        #expect(try verdict(clinic.sheet) == .replacedByCopy(2, of: number, on: desk.clock.today))
        #expect(try verdict(later) == .notYetSynced)
        _ = try desk.answering(later.id, .failed, by: clinic.author)
        #expect(try verdict(clinic.sheet) == .notYetSynced)
    }

    @Test func `judges both days of a document as inclusive`() throws {
        let document = try desk.issuing(desk.order(of: clinic.other.id, days: 1...2), by: clinic.author)
        let sheet = try desk.copying(document.id, by: clinic.author)
        #expect(try verdict(sheet) == .notYetValid(document.validFrom))
        desk.clock.pass(seconds: 86_400)
        #expect(try verdict(sheet) == .notYetSynced)
        desk.clock.pass(seconds: 86_400)
        #expect(try verdict(sheet) == .notYetSynced)
        desk.clock.pass(seconds: 86_400)
        #expect(try verdict(sheet) == .expired(try #require(document.validTo)))
    }

    @Test func `believes another desk while its key is here`() throws {
        let link = try foreignLink(10)
        let found = try desk.verifying(link)
        #expect(found.verdict == .notYetSynced && !found.isOwn && found.document == nil)
        #expect(found.signer?.foreign == clinic.foreignKey)
        _ = try desk.keyRing.withdraw(clinic.foreignKey.id, for: "Украден", by: clinic.adminAuthor)
        #expect(try desk.verifying(link).verdict == .kioskRevoked(since: desk.clock.today))
        _ = try desk.keyRing.add(TestDesk.keyLine(10), called: "Вернулся", by: clinic.adminAuthor)
        #expect(try desk.verifying(link).verdict == .notYetSynced)
        #expect(try desk.verifying(foreignLink(12)).verdict == .unknownKiosk)
    }

    @Test func `knows its own signature when the ledger does not know the document`() throws {
        let found = try desk.verifying(foreignLink(9))
        #expect(found.verdict == .notYetSynced && found.isUnrecorded && !found.isGood)
    }

    @Test func `does not believe a sheet that it never made of a document that it knows`() throws {
        let found = try desk.verifying(foreignLink(9, clinic.certificate.docID))
        #expect(found.document == clinic.certificate && found.isUnrecorded && !found.isGood)
    }

    /// A code that a desk with this key has signed, of a document that this desk has not issued.
    private func foreignLink(_ number: UInt8, _ document: DocID? = nil) throws -> String {
        let seal = TestDesk.seal(number)
        let day = try #require(TokenDay(desk.clock.today))
        let content = QRToken.Content(
            sort: .policy, key: seal.keyID(of: seal.publicKey), document: document ?? seal.mintDocID(),
            counter: 5,
            issued: day, validFrom: day, validTo: nil, product: 0, holderTag: 0)
        return QRLink.text(seal.seal(content), at: desk.codeHosts.current)
    }

    @Test func `never deletes, and holds no number twice`() throws {
        for script in [
            "UPDATE document SET sequence = 1, number = '77/1'",
            "UPDATE printed_copy SET counter = 1",
        ] {
            _ = try desk.copying(clinic.certificate.id, for: .lost, by: clinic.author)
            _ = try desk.issuing(desk.order(of: clinic.other.id), by: clinic.author)
            #expect(throws: StoreFault.self) {
                try desk.database.write { connection in
                    try connection.transaction { try connection.script(script) }
                }
            }
        }
    }
}
