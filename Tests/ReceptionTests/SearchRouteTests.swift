import Application
import DeskFixture
import Domain
import Testing
import Wire

@Suite struct `A search whose cards live on in one another` {
    @Test func `says that there is more where folding has made the answer shorter`() throws {
        let console = try TestConsole()
        let admin = try console.desk.setUp()
        let author = Author(operator: admin.id, request: "r-0")
        let cards = try (0..<6).map { _ in try console.desk.register(.invented("Аистова"), by: admin) }
        for merged in cards[1..<5] {
            _ = try console.desk.merging(merged.id, into: cards[0].id, by: author)
        }
        _ = try console.desk.add("registrar")
        let browser = try Browser.signedIn(console, "registrar")
        let found = try browser.post("/api/v1/patients/search", ["text": "аистова", "limit": 2])
        #expect(found["items"].elements?.isEmpty == false && found["more"] == true)
        let all = try browser.post("/api/v1/patients/search", ["text": "аистова", "limit": 9])
        #expect(all["items"].elements?.count == 2 && all["more"] == false)
    }
}
