import Domain
import Testing

@Suite struct `The code on a paper` {
    /// Made by another program from the layout's own text, with another library's signature.
    static let link = """
        HTTPS://LK.CLINIC-EXAMPLE.RU/Q/CFLEOWQBENCWPCNLZXXQAEIAAAAQECOUBHKQWQIAA5OLUCS3N7U2ZMPDO2BDPBUCS3XF\
        OXZISNTUSKWYCCPK5ZRPGPEOA7KEJQQSSA5QDDFU52SDC6YDHVIJJ7ND3ELJ6XSEK54TE4HILJ5GB4
        """
    static let content = "1156475a0123456789abcdef00110000010209d409d50b4100075c"

    let host: CodeHost
    let hosts: CodeHosts
    let token: QRToken

    init() throws {
        host = try #require(CodeHost("lk.clinic-example.ru"))
        hosts = CodeHosts(current: host, former: [try #require(CodeHost("old.clinic-example.ru"))])
        token = try QRLink.read(Self.link, hosts: CodeHosts(current: host))
    }

    @Test func `lies in its 91 bytes as the protocol says`() throws {
        let content = token.content
        #expect(token.bytes.count == 91)
        #expect(content.sort == .policy && content.counter == 258 && content.product == 7)
        #expect(Hex.text(content.key.bytes) == "56475a" && content.holderTag == 92)
        #expect(Hex.text(content.document.bytes) == "0123456789abcdef0011")
        #expect(content.issued.day.iso == "2026-11-21" && content.validFrom.day.iso == "2026-11-22")
        #expect(content.validTo?.day.iso == "2027-11-21")
        #expect(Hex.text(content.bytes) == Self.content)
        #expect(content.signed == Array("frontdesk-qr-v1\0".utf8) + content.bytes)
        #expect(QRLink.text(token, at: host) == Self.link)
        #expect(QRToken(token.text) == token)
    }

    @Test func `is 169 signs behind a host of 12 letters, and of version 9 up to one of 32`() throws {
        // 189 signs of the alphanumeric mode fit into version 9 at level Q.
        for (letters, length) in [(12, 169), (20, 177), (32, 189)] {
            let host = try #require(CodeHost(String(repeating: "k", count: letters - 3) + ".ru"))
            let text = QRLink.text(token, at: host)
            #expect(text.utf8.count == length)
            let alphanumeric = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
            #expect(text.allSatisfy(alphanumeric.contains))
        }
        #expect(CodeHost(String(repeating: "k", count: 30) + ".ru") == nil)
    }

    @Test func `is read in any case, with spaces around it and lines broken inside`() throws {
        for text in [
            Self.link.lowercased(), "  \(Self.link)\r\n",
            Self.link.prefix(60) + "\n " + Self.link.dropFirst(60),
            Self.link.replacing("LK.", with: "old."),
        ] {
            #expect(try QRLink.read(text, hosts: hosts) == token)
        }
    }

    @Test func `is read as the Russian layout types it`() throws {
        let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
        let russian = "йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
        let keys = Dictionary(zip(latin, russian)) { first, _ in first }
        for text in [Self.link, Self.link.lowercased().replacing("https:", with: "HTTPS:")] {
            let typed = String(text.map { keys[$0] ?? $0 })
            #expect(typed.hasPrefix("РЕЕЗЫЖ.."))
            #expect(try QRLink.read(typed, hosts: hosts) == token && QRLink.isLikely(typed))
        }
    }

    @Test(arguments: [
        ("", FormatFault.notACode), ("С-15", .notACode), ("HTTP://LK.CLINIC-EXAMPLE.RU/Q/", .notACode),
        ("HTTPS", .torn), ("https://lk.clin", .torn), ("https://lk.clinic-example.ru/", .torn),
        ("https://lk.clinic-example.ru/q/CFLEOW", .torn),
        ("https://lk.clinic-example.ru/pay", .foreign(host: "lk.clinic-example.ru")),
        ("https://lk.clinic-example.ru.evil.ru/q/AA", .foreign(host: "lk.clinic-example.ru.evil.ru")),
        ("https://evil.ru", .foreign(host: "evil.ru")), ("https://lk.clinic-example.ru/q/CFL1", .damaged),
        ("https://lk.clinic-example.ru@evil.ru/q/AA", .foreign(host: "lk.clinic-example.ru@evil.ru")),
        ("☃", .notACode),
    ]) func `that is none of ours says why`(text: String, fault: FormatFault) {
        #expect(throws: fault) { try QRLink.read(text, hosts: hosts) }
    }

    @Test func `cut off at any place is torn, and with more behind it as well`() {
        for length in 1..<Self.link.count {
            #expect(throws: FormatFault.torn) {
                try QRLink.read(String(Self.link.prefix(length)), hosts: hosts)
            }
        }
        #expect(throws: FormatFault.torn) { try QRLink.read(Self.link + "A", hosts: hosts) }
    }

    @Test func `has one spelling: its last letter carries no free bits`() {
        // The link ends with 4, which is 11100: 5, 6 and 7 differ from it in the two bits that say nothing.
        for letter in "567" {
            let other = Self.link.dropLast() + String(letter)
            #expect(throws: FormatFault.damaged) { try QRLink.read(String(other), hosts: hosts) }
        }
    }

    @Test func `of a later version or an unknown sort is the code of a newer program`() {
        for first: UInt8 in [0x21, 0x10, 0x1F] {
            #expect(throws: FormatFault.newer) { try QRToken(bytes: [first] + token.bytes.dropFirst()) }
        }
    }

    @Test func `knows the days that two bytes reach`() throws {
        let first = try #require(CalendarDay(year: 2020, month: 1, day: 1))
        #expect(TokenDay(first)?.number == 0)
        #expect(try #require(first.adding(days: -1).map(TokenDay.init)) == nil)
        let last = try #require(first.adding(days: 65_534))
        #expect(TokenDay(last)?.day == last)
        #expect(try #require(last.adding(days: 1).map(TokenDay.init)) == nil)
    }
}

@Suite struct `Text in base32` {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ]) func `is that of RFC 4648 without padding`(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text.utf8) == Array(plain.utf8))
        #expect(Base32.bytes(text.lowercased().utf8) == Array(plain.utf8))
    }

    @Test(arguments: ["M", "MZX", "MZXW6Y", "MZ", "M1", "МY", "MY======"])
    func `refuses what no bytes are written as`(text: String) {
        #expect(Base32.bytes(text.utf8) == nil)
    }
}

@Suite struct `The short code` {
    let document: DocID
    let code: HumanCode

    init() throws {
        document = try #require(DocID(bytes: [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0x00, 0x11]))
        code = HumanCode(document)
    }

    @Test func `names the first 40 bits of the document`() throws {
        #expect(code.text == "23P-95V-W4Q7")
        #expect(code.head == 0x01_2345_6789)
        let other = try #require(DocID(bytes: [0x01, 0x23, 0x45, 0x67, 0x89, 0, 0, 0, 0, 0]))
        #expect(HumanCode(other) == code)
        let most = try #require(DocID(bytes: [UInt8](repeating: 255, count: 10)))
        #expect(HumanCode(HumanCode(most).text) == HumanCode(most))
    }

    // The keys of 23P-95V-W4Q7 with the Russian layout on, and signs of the same look.
    @Test(arguments: ["23p95vw4q7", " 23P 95V W4Q7", "23З-95М-Ц4Й7", "23Р-95V-W4Q7", "23p–95v–w4q7"])
    func `is read as it is typed`(typed: String) {
        #expect(HumanCode(typed) == code)
    }

    @Test func `tells most slips of one sign and most swaps from the right one`() {
        let signs = Array("23P95VW4Q7")
        var (slips, missed) = (0, 0)
        for place in signs.indices {
            for other in "23456789CFGHJMPQRVWX" where other != signs[place] {
                var typed = signs
                typed[place] = other
                slips += 1
                if HumanCode(String(typed)) != nil { missed += 1 }
            }
        }
        #expect(slips == 190 && missed <= 20)
        for place in signs.indices.dropLast() where signs[place] != signs[place + 1] {
            var typed = signs
            typed.swapAt(place, place + 1)
            #expect(HumanCode(String(typed)) == nil)
        }
    }

    @Test(arguments: ["", "23P95VW4Q", "23P95VW4Q77", "23P95VW4Q8", "23P95VW4Q0", "XXXXXXXXXX"])
    func `that is none is none`(typed: String) { #expect(HumanCode(typed) == nil) }
}
