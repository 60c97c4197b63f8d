import Application
import DeskFixture
import Domain
import Persistence
import Testing
import Wire

@Suite struct `A scan of a document's code` {
    let console: TestConsole
    let browser: Browser
    let author: Author
    let patient: Patient
    let document: Document
    let sheet: PrintedCopy

    init() throws {
        console = try TestConsole()
        let admin = try console.desk.setUp()
        author = Author(operator: admin.id, request: "r-0")
        patient = try console.desk.register(.invented(), by: admin)
        document = try console.desk.issuing(console.desk.order(of: patient.id), by: author)
        sheet = try console.desk.copying(document.id, by: author)
        _ = try console.desk.add("registrar")
        browser = try Browser.signedIn(console, "registrar")
    }

    private func scan(_ text: String) throws -> Browser.Answer {
        try browser.post("/api/v1/scans", ["text": .string(text)])
    }

    private func facts(_ answer: Browser.Answer) -> [String: String] {
        let facts = answer["verdict", "facts"].elements ?? []
        let pairs = facts.map { ($0["label"]?.text ?? "", $0["value"]?.text ?? "") }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test func `names the document, the copy and the patient's card at the desk that issued it`() throws {
        let found = try scan(console.desk.link(sheet).lowercased())
        #expect(found["kind"] == "document" && found["verdict", "code"] == "OK_NOT_YET_SYNCED")
        #expect(found["verdict", "good"] == true && found["verdict", "genuine"] == true)
        #expect(found["verdict", "patient"] == .string(patient.id.text))
        let told = facts(found)
        #expect(told["Номер"] == document.number.text && told["Экземпляр"] == "1")
        #expect(told["Документ"] == "Сертификат" && told["Короткий код"] == HumanCode(document.docID).text)
        #expect(told["Срок действия"] == "с 21.11.2026 по 20.11.2027 включительно")
    }

    @Test func `says what became of it`() throws {
        let new = try console.desk.replacing(
            document, with: console.desk.order(of: patient.id), by: author
        ).new
        let replaced = try scan(console.desk.link(sheet))
        #expect(replaced["verdict", "code"] == "REPLACED" && replaced["verdict", "good"] == false)
        #expect(
            replaced["verdict", "sentence"]
                == .string("Заменён документом \(new.number.text), 21.11.2026. Действует новый."))
        let later = try console.desk.copying(new.id, by: author)
        _ = try console.desk.revoking(new, for: .mistake, by: author)
        let revoked = try scan(console.desk.link(later))
        #expect(revoked["verdict", "sentence"] == "Аннулирован 21.11.2026.")
        #expect(facts(revoked)["Причина"] == "Оформлен с ошибкой")
    }

    @Test func `of somebody else's paper says so and names nobody`() throws {
        let found = try scan("HTTPS://EVIL.EXAMPLE/Q/AAAA")
        #expect(found["verdict", "code"] == "FORMAT" && found["verdict", "genuine"] == false)
        #expect(found["verdict", "patient"] == .null && found["verdict", "facts"].elements == [])
    }
}
