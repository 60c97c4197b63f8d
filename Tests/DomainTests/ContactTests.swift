import Domain
import Testing

@Suite struct `A telephone number` {
    private static let good: [(String, String, String)] = [
        ("+7 (926) 111-11-12", "+79261111112", "+7 (926) 111-11-12"),
        ("89261111112", "+79261111112", "+7 (926) 111-11-12"),
        ("79261111112", "+79261111112", "+7 (926) 111-11-12"),
        ("9261111112", "+79261111112", "+7 (926) 111-11-12"),
        ("8-926-111 11.12", "+79261111112", "+7 (926) 111-11-12"),
        ("tel:+79261111112", "+79261111112", "+7 (926) 111-11-12"),
        ("тел. 8 926 111 11 12", "+79261111112", "+7 (926) 111-11-12"),
        ("(495) 123-45-67", "+74951234567", "+7 (495) 123-45-67"),
        ("+375 29 123-45-67", "+375291234567", "+375291234567"),
        ("+1 202 555 0123", "+12025550123", "+12025550123"),
        ("+7 926 111\u{2011}11\u{2011}12", "+79261111112", "+7 (926) 111-11-12"),
    ]

    @Test(arguments: good)
    func `is understood in any shape`(typed: String, stored: String, shown: String) throws {
        let phone = try #require(PhoneNumber.read(typed, field: "phone").value)
        #expect(phone.e164 == stored)
        #expect(phone.shown == shown)
        #expect(PhoneNumber.read(phone.shown, field: "phone").value == phone)
        #expect(PhoneNumber(stored: stored) == phone)
    }

    private static let refused: [(String, FieldCode)] = [
        ("111-11-12", .phoneLength), ("+7 926 111 11 1", .phoneLength), ("+7 926 111 11 123", .phoneLength),
        ("+1234567", .phoneLength), ("+1234567890123456", .phoneLength), ("+", .phoneLength),
        ("375291234567", .phonePlusNeeded),
        ("29261111112", .phonePlusNeeded), ("9999999999", .phoneAllEqual),
        ("+7 111 111-11-11", .phoneAllEqual),
        ("+11111111111", .phoneAllEqual), ("+8 926 111-11-12", .phonePlusEight), ("8926111111O", .phoneSign),
        ("89261111112 доб. 5", .phoneSign), ("8926+1111112", .phoneSign), ("нет", .phoneSign),
        ("89261111112😀", .phoneSign),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(PhoneNumber.read(typed, field: "phone").codes == [code.rawValue])
    }

    @Test func `gets messages only when it is a mobile of this country`() {
        #expect(PhoneNumber(stored: "+79261111112")?.takesMessages == true)
        #expect(PhoneNumber(stored: "+74951234567")?.takesMessages == false)
        #expect(PhoneNumber(stored: "+375291234567")?.takesMessages == false)
    }

    @Test func `offers seven for eight behind a plus`() {
        let refusal = PhoneNumber.read("+89261111112", field: "phone").refusal
        #expect(refusal?.parameters == ["corrected": "+7 (926) 111-11-12"])
    }

    @Test(arguments: ["", "79261111112", "+7926", "+7926111111x", "+1234567890123456"])
    func `from the store has its one form`(text: String) {
        #expect(PhoneNumber(stored: text) == nil)
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        #expect(PhoneNumber.read(typed, field: "x").value == nil)
    }
}

@Suite struct `An e-mail address` {
    private static let good: [(String, String)] = [
        ("ivanova@mail.example", "ivanova@mail.example"),
        (" Ivanova.G+1@Mail.EXAMPLE ", "Ivanova.G+1@mail.example"),
        ("o'neil_5@a-b.co", "o'neil_5@a-b.co"), ("почта@пример.рф", "почта@пример.рф"), ("a@b.cd", "a@b.cd"),
        ("иван@mail.example", "иван@mail.example"),
    ]

    @Test(arguments: good)
    func `is taken as typed, its domain in small letters`(typed: String, expected: String) {
        #expect(
            EmailAddress.read(typed, field: "email") == .good(EmailAddress(stored: expected), warnings: []))
    }

    private static let refused: [(String, FieldCode)] = [
        ("ivanova", .emailAt), ("a@@b.cd", .emailAt), ("a@b@c.de", .emailAt), ("@b.cd", .emailAt),
        ("a b@c.de", .emailSpace),
        ("a@c.de, b@c.de", .emailSpace), ("a@b", .emailDomain), ("a@.cd", .emailDomain),
        ("a@b.", .emailDomain),
        ("a@-b.cd", .emailDomain), ("a@b..cd", .emailDomain), ("a..b@c.de", .emailDomain),
        ("a@b.c", .emailDomain),
        ("<a@b.cd>", .emailSign), ("a\u{0}@b.cd", .emailSign), ("a😀@b.cd", .emailSign),
        ("a\u{202E}@b.cd", .emailSign),
        ("a@b_c.de", .emailDomain), ("mailto:a@b.cd", .emailSign),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(EmailAddress.read(typed, field: "email").codes == [code.rawValue])
    }

    @Test func `has at most 254 letters`() {
        let domain = [String](repeating: String(repeating: "b", count: 60), count: 4).joined(separator: ".")
        #expect(EmailAddress.read("\(String(repeating: "a", count: 10))@\(domain)", field: "e").value != nil)
        #expect(
            EmailAddress.read("\(String(repeating: "a", count: 11))@\(domain)", field: "e").codes == [
                "email_too_long"
            ])
    }

    @Test(arguments: [
        ("ivаnova@mail.example", "а"), ("ivanova@mаil.example", "а"), ("ивaнова@почта.рф", "a"),
    ])
    func `with a letter of another alphabet is doubted`(typed: String, letter: String) {
        let reading = EmailAddress.read(typed, field: "email")
        #expect(reading.value != nil)
        #expect(reading.problems == [FieldProblem("email", .emailTwoScripts, ["letter": letter])])
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        #expect(EmailAddress.read(typed, field: "x").value == nil)
    }
}
