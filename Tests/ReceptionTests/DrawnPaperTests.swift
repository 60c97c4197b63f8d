import DeskFixture
import Documents
import Domain
import HTTP
import Testing
import Threads
import Wire

@Suite struct `A paper as a file` {
    private func desk() throws -> (TestConsole, Browser) {
        let console = try TestConsole()
        try console.desk.setUp()
        _ = try console.desk.add("petrova")
        return (console, try Browser.signedIn(console, "petrova"))
    }

    @Test func `comes whole, is kept nowhere, and its name tells nobody whose it is`() throws {
        let (_, browser) = try desk()
        for name in ["walk-in", "day"] {
            let answer = try browser.get("/api/v1/blanks/\(name).pdf")
            #expect(answer.status == 200)
            #expect(answer.body.starts(with: "%PDF-1.5".utf8))
            #expect(answer.body.suffix(6).elementsEqual("%%EOF\n".utf8))
            #expect(answer.headers["Content-Disposition"] == "inline; filename=\"\(name).pdf\"")
            #expect(answer.headers["Cache-Control"] == "no-store")
        }
    }

    @Test func `of a card notes the look at it, once`() throws {
        let (console, browser) = try desk()
        let made = try browser.post("/api/v1/patients", Given.walkIn())
        let patient = try #require(made["patient", "id"].text)
        let before = try console.desk.lines().count
        #expect(try browser.get("/api/v1/patients/\(patient)/card.pdf").status == 200)
        let noted = try console.desk.lines().count
        #expect(noted > before)
        #expect(try browser.get("/api/v1/patients/\(patient)/read-back.pdf").status == 200)
        #expect(try console.desk.lines().count == noted)
    }

    @Test func `of a shift is for its operator, and for those who answer for the desk`() throws {
        let (console, browser) = try desk()
        _ = try console.desk.add("another")
        let opened = try browser.post("/api/v1/shift", ["take_over": nil])
        let path = "/api/v1/shifts/\(opened["id"].text ?? "")/report.pdf"
        #expect(try browser.get(path).status == 200)
        #expect(try Browser.signedIn(console, "another").get(path).code == "shift_not_open")
        #expect(try Browser.signedIn(console, "admin").get(path).status == 200)
    }

    @Test func `of a consent without a text is refused by its word`() throws {
        let (_, browser) = try desk()
        for purpose in ["processing", "nothing"] {
            let answer = try browser.get("/api/v1/blanks/consents/\(purpose)/sheet.pdf")
            #expect(answer.status == 409 && answer.code == "consent_text_missing")
        }
    }
}

@Suite struct `The press` {
    private static func paper(_ blocks: [Block], draft: String? = nil) -> Paper {
        Paper(
            language: "ru-RU", title: "Лист", letterhead: Letterhead(name: "Поликлиника"),
            footer: Footer(form: "Лист", printed: "сегодня", pages: "{page} из {pages}"),
            madeAt: "2026-11-21T07:42:00Z", draft: draft, blocks: blocks)
    }

    private static func stamp(_ url: String) -> Block {
        .stamp(CodeStamp(url: url, humanCode: "4Q7K", host: "lk.example", words: "Проверьте"))
    }

    @Test(arguments: ["https://lk.example/q", "", "ЁЛКА", String(repeating: "A", count: 5000)])
    func `says that a text makes no code, and draws the next paper`(url: String) throws {
        let press = try Words.press.get()
        #expect(throws: PaperFault.codeUnfit) { try press.draw(Self.paper([Self.stamp(url)])) }
        #expect(try press.draw(Self.paper([Self.stamp("HTTPS://LK.EXAMPLE/Q/A")])).isEmpty == false)
    }

    @Test func `draws what has no letters, no rows, no lines, and characters that nobody prints`() throws {
        let odd: [Block] = [
            .title(""), .paragraph("\n\n"), .paragraph("а\u{0}б\u{7}в\u{2028}г 👩‍⚕️ 中"),
            .fields([], columns: 0),
            .table(Table(columns: [], rows: [["лишнее"], []])), .ticks([]), .byHand([]), .signatures([]),
            .table(Table(columns: [.init("а")], rows: [[], ["1", "2"]])), .together([]), .space(lines: 0),
            .byHand([.boxes(label: "", groups: []), .boxes(label: "а", groups: [90]), .line(label: "")]),
        ]
        for size in PageSize.allCases {
            var paper = Self.paper(odd)
            paper.size = size
            #expect(try Words.press.get().draw(paper).starts(with: "%PDF-1.5".utf8))
        }
    }

    @Test func `draws the same bytes for many who ask at once`() throws {
        let press = try Words.press.get()
        let paper = Self.paper([.title("Ёлка № 1"), Self.stamp("HTTPS://LK.EXAMPLE/Q/A")])
        let once = try press.draw(paper)
        let threads = try (0..<8).map { _ in
            try Thread.start(named: "asker") {
                for _ in 0..<5 { #expect((try? press.draw(paper)) == once) }
            }
        }
        for thread in threads { thread.join() }
    }

    @Test func `says that a logo is no picture`() throws {
        let press = try PaperPress(logo: "/dev/null")
        #expect(throws: PaperFault.self) { try press.draw(Self.paper([])) }
        #expect(PaperPress.complaint(logo: "/dev/null")?.contains("/dev/null") == true)
        #expect(PaperPress.complaint(logo: nil) == nil)
    }
}
