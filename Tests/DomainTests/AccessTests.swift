import Domain
import Testing

@Suite struct `A password` {
    private static func codes(_ typed: String, login: String? = "petrova") -> [String] {
        Password.read(typed, field: "password", login: login).codes
    }

    @Test(arguments: [
        "correct horse battery", "x7#kQ2!pLz", "   spaces   ", "лошадь", "qwerty и лошадь на крыше",
    ])
    func `of ten characters or more is taken as it is`(typed: String) {
        let reading = Password.read(typed, field: "password", login: "petrova")
        #expect((reading.value?.text == typed) == (typed.count >= 10))
    }

    private static let refused: [(String, FieldCode)] = [
        ("short", .passwordShort), ("x7#kQ2!pL", .passwordShort),
        (String(repeating: "xy7", count: 43), .passwordLong),
        ("correct\u{0}horse", .passwordControl), ("correct\nhorse", .passwordControl),
        ("1234567890", .passwordCommon),
        ("0987654321", .passwordCommon), ("aaaaaaaaaaaa", .passwordCommon), ("abababababab", .passwordCommon),
        ("qwertyuiop", .passwordCommon), ("Password123", .passwordCommon), ("password2026!", .passwordCommon),
        ("Qwerty12345", .passwordCommon), ("йцукенгшщз", .passwordCommon), ("Пароль12345", .passwordCommon),
        ("qwertyqwerty", .passwordCommon), ("abcdefghijkl", .passwordCommon),
        ("gfhjkm123456", .passwordCommon),
        ("1qaz2wsx3edc", .passwordCommon), ("Regiстратура1", .passwordLayout),
        ("registratura1", .passwordCommon),
        ("petrova", .passwordShort), ("Petrova2026", .passwordIsLogin), ("123petrova!", .passwordIsLogin),
    ]

    @Test(arguments: refused)
    func `is refused when others would try it`(typed: String, code: FieldCode) {
        #expect(Self.codes(typed) == [code.rawValue])
    }

    @Test func `equal to a login without letters beyond it is refused`() {
        #expect(Self.codes("anna.petrova", login: "anna.petrova") == ["password_is_login"])
        #expect(Self.codes("anna.petrova", login: nil) == [])
    }

    @Test func `in Russian letters is taken with a hint`() {
        let reading = Password.read("синяя лошадь скачет", field: "password")
        #expect(reading.value != nil)
        #expect(reading.problems == [FieldProblem("password", .passwordLayout)])
        #expect(reading.problems.first?.severity == .warning)
    }

    @Test func `does not show itself`() throws {
        let password = try #require(Password.read("x7#kQ2!pLz", field: "p").value)
        let pin = try #require(Pin.read("730164", field: "p").value)
        var dumped = ""
        dump((password, pin), to: &dumped)
        let printed = [
            "\(password)", String(reflecting: password), "\(pin)", String(reflecting: pin), dumped,
        ].joined()
        #expect(!printed.contains("x7#") && !printed.contains("730164"))
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        let length = typed.unicodeScalars.count
        if !(10...128).contains(length) { #expect(Password.read(typed, field: "x").value == nil) }
    }
}

@Suite struct `A PIN` {
    @Test(arguments: ["730164", "904217", "483920175566", " 730164 "])
    func `of six digits or more is taken`(typed: String) {
        #expect(Pin.read(typed, field: "pin").value != nil)
    }

    private static let refused: [(String, FieldCode)] = [
        ("73016", .pinShort), ("7301647301640", .pinLong), ("73016a", .pinDigits), ("٧٣٠١٦٤", .pinDigits),
        ("7301 64", .pinDigits),
        ("000000", .pinWeak), ("77777777", .pinWeak), ("123456", .pinWeak), ("654321", .pinWeak),
        ("1234567890", .pinWeak),
        ("890123", .pinWeak), ("321098", .pinWeak), ("121212", .pinWeak), ("123123", .pinWeak),
        ("112233", .pinWeak),
        ("147258", .pinWeak), ("012345678901", .pinWeak),
    ]

    @Test(arguments: refused)
    func `is refused when it is guessed at once`(typed: String, code: FieldCode) {
        #expect(Pin.read(typed, field: "pin").codes == [code.rawValue])
    }
}

@Suite struct `A login` {
    @Test(arguments: [("petrova", "petrova"), (" Petrova.A_5-x ", "petrova.a_5-x"), ("abc", "abc")])
    func `is kept in small letters`(typed: String, expected: String) {
        #expect(Login.read(typed, field: "login") == .good(Login(stored: expected), warnings: []))
    }

    private static let refused: [(String, FieldCode)] = [
        ("ab", .loginLength), (String(repeating: "a", count: 33), .loginLength), ("5petrova", .loginFirst),
        ("_abc", .loginFirst),
        ("anna petrova", .loginSign), ("anna@x", .loginSign), ("annaé", .loginSign),
        ("ann\u{0}a", .loginSign),
        ("петрова", .loginLayout), ("pеtrova", .loginLayout),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(Login.read(typed, field: "login").codes == [code.rawValue])
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        #expect(Login.read(typed, field: "x").value == nil)
    }
}

@Suite struct `A desk's prefix` {
    @Test(arguments: ["77", "01", "123456", " 77 "])
    func `has two to six digits`(typed: String) {
        #expect(DeskPrefix.read(typed, field: "prefix").value?.digits == typed.filter(\.isNumber))
    }

    private static let refused: [(String, FieldCode)] = [
        ("7", .prefixLength), ("1234567", .prefixLength), ("00", .prefixZero), ("000000", .prefixZero),
        ("7a", .prefixDigits),
        ("٧٧", .prefixDigits), ("-7", .prefixDigits),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(DeskPrefix.read(typed, field: "prefix").codes == [code.rawValue])
    }
}
