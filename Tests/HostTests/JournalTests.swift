import Host
import Testing
import Threads

@Suite struct `A journal line` {
    private func lines(
        from threshold: JournalLevel = .debug, _ body: (Journal) -> Void
    ) -> [JournalEntry] {
        let written = Lock<[JournalEntry]>([])
        body(Journal(threshold: threshold) { entry in written.withLock { $0.append(entry) } })
        return written.withLock { $0 }
    }

    @Test func `says event, message and fields, for people and for journald`() throws {
        let line = try #require(
            lines { journal in
                journal.event("http.request", "answered", .request("0195"), .status(200), .microseconds(812))
            }.first)
        #expect(
            line.logfmt
                == #"event=http.request message="answered" request_id=0195 status=200 microseconds=812"#)
        #expect(
            line.journalFields == [
                "PRIORITY=6", "FRONTDESK_EVENT=http.request",
                "MESSAGE=answered request_id=0195 status=200 microseconds=812",
                "REQUEST_ID=0195", "STATUS=200", "MICROSECONDS=812",
            ])
    }

    @Test func `is left out below the threshold`() {
        let written = lines(from: .warning) { journal in
            journal.event("a.debug", "d", level: .debug)
            journal.event("a.info", "i")
            journal.event("a.warning", "w", level: .warning)
            journal.event("a.error", "e", level: .error)
            #expect(!journal.isRecording(.notice))
        }
        #expect(written.map(\.event) == ["a.warning", "a.error"])
    }

    @Test func `stays one line, whatever is in the message`() throws {
        let line = try #require(
            lines { journal in
                journal.event("a.b", "one\ntwo\r\u{1b}[2J \u{7f}\u{85}\u{2028}\u{202e}\"three\\")
            }.first)
        let nasty: [UInt8] = [0x0a, 0x0d, 0x1b, 0x7f]
        for text in line.journalFields + [line.logfmt] {
            #expect(!text.utf8.contains { nasty.contains($0) }, "\(text.debugDescription)")
            #expect(!text.unicodeScalars.contains { ["\u{85}", "\u{2028}", "\u{202e}"].contains($0) })
        }
        #expect(line.logfmt.hasSuffix("'three/\""))
    }

    /// Invented, of course; each has the shape of what must never be logged.
    @Test(arguments: [
        "Иванова", "Иванова Мария", "112-233-445 95", "11223344595", "112-233-445-95", "+79261111111",
        "79261111111",
        "maria@example.ru", "01.02.1990", "1990-02-01", "246810", "a\nb", "a b", "", "a=b", "naïve",
        String(repeating: "a", count: 65),
    ])
    func `withholds what looks like a person`(text: String) {
        let fields: [JournalField] = [
            .request(text), .operatorID(text), .code(text), .kind(text), .method(text), .version(text),
            .route(text),
        ]
        for field in fields { #expect(field.text == "withheld", "\(field.name)") }
    }

    @Test(arguments: [
        "0195a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "fields_invalid", "StoreFault", "POST", "0.1.0", "42",
    ])
    func `lets ids and codes through`(text: String) {
        #expect(JournalField.code(text).text == text)
    }

    @Test func `shows the pattern of a route and never what was asked for`() {
        #expect(JournalField.route("/api/v1/patients/{id}").text == "/api/v1/patients/{id}")
        #expect(JournalField.route("/").text == "/")
        for asked in ["/patients/112233", "/a?b=c", "/%D0%98", "/a b", "api", "/a\nb", "/x/01.02.1990"] {
            #expect(JournalField.route(asked).text == "withheld", "\(asked)")
        }
    }
}
