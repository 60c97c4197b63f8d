import Domain
import Testing

@Suite struct `The number of a ДМС or ВЗР policy` {
    private static func read(_ typed: String) -> FieldReading<VoluntaryPolicyNumber> {
        VoluntaryPolicyNumber.read(typed, field: "number")
    }

    @Test(arguments: [
        (" 12341234 ", "12341234"), ("vmi-12345678 / 2024", "VMI-12345678 / 2024"),
        ("аб  12\u{2011}34", "АБ 12-34"), ("11/22445568", "11/22445568"),
        (String(repeating: "1", count: 30), String(repeating: "1", count: 30)),
    ])
    func `is taken as the insurer writes it, tidy and in capitals`(typed: String, text: String) {
        #expect(Self.read(typed) == .good(VoluntaryPolicyNumber(stored: text), warnings: []))
        #expect(Self.read(VoluntaryPolicyNumber(stored: text).shown).value?.text == text)
    }

    @Test(arguments: ["нет полиса", "----", "ABCD"])
    func `without any digit is taken with a warning`(typed: String) {
        #expect(Self.read(typed).value != nil)
        #expect(Self.read(typed).problems == [FieldProblem("number", .policyNoDigit)])
        #expect(Self.read(typed).problems.map(\.severity) == [.warning])
    }

    private static let refused: [(String, FieldCode)] = [
        ("123", .paperNumberLength), (String(repeating: "1", count: 31), .paperNumberLength),
        ("1234.5678", .paperNumberSign), ("1234\\5678", .paperNumberSign), ("1234№5", .paperNumberSign),
        ("1234\u{0}5", .paperNumberSign), ("12345😀", .paperNumberSign), ("１２３４", .paperNumberSign),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(Self.read(typed).codes == [code.rawValue])
    }

    @Test func `says which sign and which length are wrong`() {
        let length = ["least": "4", "most": "30", "count": "3"]
        #expect(Self.read("123").refusal?.parameters == length)
        #expect(Self.read("1234\u{301}").refusal?.parameters == ["sign": "U+0301"])
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it, and once read reads the same`(typed: String) {
        let value = Self.read(typed).value
        #expect(value == nil || Self.read(value?.shown ?? "").value == value)
    }
}

@Suite struct `The number of a foreign or another document` {
    private static func read(_ typed: String) -> FieldReading<FreeDocumentNumber> {
        FreeDocumentNumber.read(typed, field: "number")
    }

    @Test(arguments: [("a", "A"), (" ab  12 / 3-4 ", "AB 12 / 3-4"), ("çş 77", "ÇŞ 77"), ("ß1", "ß1")])
    func `is taken as it is, tidy and in capitals`(typed: String, text: String) {
        #expect(Self.read(typed) == .good(FreeDocumentNumber(stored: text), warnings: []))
    }

    private static let refused: [(String, FieldCode)] = [
        (String(repeating: "1", count: 31), .paperNumberLength), ("12.34", .paperNumberSign),
        ("12_34", .paperNumberSign), ("一二三", .paperNumberSign), ("e\u{301}", .paperNumberSign),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(Self.read(typed).codes == [code.rawValue])
    }

    @Test func `of any letters that are taken reads the same when it is read again`() throws {
        var taken = 0
        for value in 0x20...0x24FF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            guard let number = Self.read("1\(Character(scalar))1").value else { continue }
            taken += 1
            try #require(Self.read(number.shown).value == number, "U+\(String(value, radix: 16))")
        }
        #expect(taken > 400)
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it, and once read reads the same`(typed: String) {
        let value = Self.read(typed).value
        #expect(value == nil || Self.read(value?.shown ?? "").value == value)
    }
}
