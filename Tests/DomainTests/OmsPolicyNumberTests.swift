import Domain
import Testing

@Suite struct `The number of an ОМС policy` {
    private static func read(_ typed: String, _ type: OmsType? = nil) -> FieldReading<OmsPolicyNumber> {
        OmsPolicyNumber.read(typed, field: "number", type: type)
    }

    @Test(arguments: ["2600000000000000", "8451999122899990", "7992730000000007", "1234567890123452"])
    func `of the single form is taken with its check digit`(typed: String) throws {
        for type in [nil, OmsType.enp] {
            let reading = Self.read(typed, type)
            #expect(reading.codes == [])
            #expect(reading.value?.text == typed && reading.value?.type == .enp)
            #expect(OmsPolicyNumber(stored: typed) == reading.value)
        }
    }

    @Test(arguments: ["7992730000000008", "1234567890123456"])
    func `of the single form with a wrong check digit is taken with a warning`(typed: String) {
        let reading = Self.read(typed)
        #expect(reading.value?.text == typed)
        #expect(reading.problems == [FieldProblem("number", .enpControl)])
        #expect(reading.problems.map(\.severity) == [.warning])
    }

    private static let good: [(String, OmsType?, String, OmsType)] = [
        (" 8451 9991 2289 9990 ", nil, "8451999122899990", .enp),
        ("№ 8451999122899990", nil, "8451999122899990", .enp),
        ("84519991228999 9o", nil, "8451999122899990", .enp),
        ("l23456789О123452", .enp, "1234567890123452", .enp),
        ("012345678", nil, "012345678", .temporary), ("012 345678", nil, "012345678", .temporary),
        ("012 № 345678", nil, "012345678", .temporary), ("01234567О", .temporary, "012345670", .temporary),
        ("АБ 123456", .old, "АБ 123456", .old), ("аб-12 №123456", .old, "АБ-12 123456", .old),
        ("AB 123456", .old, "АВ 123456", .old), ("АБ123456", .old, "АБ 123456", .old),
        ("77 00 00 1234567890", .old, "770000 1234567890", .old), ("QW 1", .old, "QW 1", .old),
        ("46-77 123456", .old, "46-77 123456", .old), ("АБ-123456", .old, "АБ 123456", .old),
    ]

    @Test(arguments: good)
    func `is understood in any shape`(typed: String, said: OmsType?, text: String, type: OmsType) {
        let reading = Self.read(typed, said)
        #expect(reading.value?.text == text && reading.value?.type == type)
        #expect(reading.codes == [])
        #expect(OmsPolicyNumber(stored: text) == reading.value)
    }

    @Test(arguments: [
        ("АБ 123456", "АБ 123456"), ("CA 123456", "СА 123456"), ("аб123456", "АБ 123456"),
        ("4677 123456", "4677 123456"), ("46-77 123456", "46-77 123456"),
        ("770000 № 1234567890", "770000 1234567890"), ("4677 № 1234567", "4677 1234567"),
        ("0123 № 45678", "0123 45678"),
    ])
    func `that only looks like an old one is taken as that, with a warning`(typed: String, text: String) {
        let reading = Self.read(typed)
        #expect(reading.value?.text == text && reading.value?.type == .old)
        #expect(reading.problems == [FieldProblem("number", .omsOldUnchecked)])
        #expect(reading.problems.map(\.severity) == [.warning])
    }

    private static let refused: [(String, OmsType?, FieldCode)] = [
        ("12345678901", nil, .omsBlankNumber), ("123 4567 8901", nil, .omsBlankNumber),
        ("12345678901", .enp, .omsBlankNumber), ("12345678901", .temporary, .omsBlankNumber),
        ("123456789012345", nil, .omsLength), ("12345678901234567", nil, .omsLength),
        ("1234 5678 9012 345", nil, .omsLength), ("84519 9912289999", nil, .omsLength),
        ("467712 345678", nil, .omsLength), ("12341234", nil, .omsLength), ("1", nil, .omsLength),
        ("-", nil, .omsLength), ("нет", nil, .omsLength), ("АБ 123", nil, .omsLength),
        ("123456789", .enp, .enpLength), ("1234567890123452", .temporary, .omsTemporaryLength),
        ("0000000000000000", nil, .numberAllEqual), ("000 000000", nil, .numberAllEqual),
        ("VMI-12345678/2024", nil, .omsLooksVoluntary), ("11/22445568", nil, .omsLooksVoluntary),
        ("RGS 1234567", nil, .omsLooksVoluntary), ("СЕРИЯ77 123456", nil, .omsLooksVoluntary),
        ("1234АБ56А", nil, .omsLooksVoluntary),
        ("4677123456", .old, .omsOldShape), ("АБ", .old, .omsOldShape), ("А 123456", .old, .omsOldShape),
        ("АБВГДЕЖ 123456", .old, .omsOldShape), ("11/22445568", .old, .paperNumberSign),
        ("2600000000000000😀", nil, .paperNumberSign), ("26000000000000A0", .enp, .digitsOnly),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, said: OmsType?, code: FieldCode) {
        #expect(Self.read(typed, said).codes == [code.rawValue])
        #expect(Self.read(typed, said).value == nil)
    }

    @Test(arguments: [
        ("2600000000000000", "2600 0000 0000 0000"), ("012345678", "012 345678"),
        ("АБ-12 123456", "АБ-12 № 123456"), ("770000 1234567890", "770000 № 1234567890"),
    ])
    func `is shown as the paper has it, and reads the same again`(text: String, shown: String) throws {
        let number = try #require(OmsPolicyNumber(stored: text))
        #expect(number.shown == shown)
        #expect(Self.read(shown).value == number)
        #expect(Self.read(shown, number.type).value == number)
    }

    @Test func `at random with one other digit is always noticed`() throws {
        var random = SeededNumbers(seed: 13)
        for _ in 0..<300 {
            let body = Int.random(in: 100_000_000_000_000...999_999_999_999_999, using: &random)
            let fits = (0...9).filter { Self.read("\(body)\($0)").codes == [] }
            try #require(fits.count == 1)
            for changed in OneDigit.changes(of: "\(body)\(fits[0])") {
                try #require(Self.read(changed).codes == [FieldCode.enpControl.rawValue], "\(changed)")
            }
        }
    }

    /// The rule as HL7 words it, with one long number; `OmsPolicyNumber` uses the rule of bank cards.
    @Test(arguments: [("12345", 5), ("401", 0), ("9999", 4), ("99999999", 8)])
    func `has the check digit of HL7's Mod10`(body: String, check: Int) {
        let fromRight = Array(body.reversed())
        let odd = stride(from: 0, to: fromRight.count, by: 2).map { fromRight[$0] }
        let even = stride(from: 1, to: fromRight.count, by: 2).map { fromRight[$0] }
        let doubled = "\((Int(String(odd)) ?? 0) * 2)"
        let sum = (String(even) + doubled).compactMap(\.wholeNumberValue).reduce(0, +)
        #expect((10 - sum % 10) % 10 == check)
        // The same digits behind noughts, which neither rule counts.
        let number = String(repeating: "0", count: 15 - body.count) + body
        #expect((0...9).filter { Self.read("\(number)\($0)").codes == [] } == [check])
    }

    @Test(arguments: [
        "", "260000000000000", "01234567x", "АБ123456", "АБ  123456", "А 1", "аб 123456", "АБ 1 2", "АБ ",
        "АБ 123456789012345678901",
    ])
    func `from the store has its one form`(text: String) {
        #expect(OmsPolicyNumber(stored: text) == nil)
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        for type in OmsType.allCases + [nil] { #expect(Self.read(typed, type).value == nil) }
    }
}
