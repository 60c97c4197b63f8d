import Domain
import Testing

@Suite struct `A СНИЛС` {
    @Test(arguments: [
        "112-233-445 95", "087-654-303 00", "001-508-815 00", "001-437-544 00", "006-996-682 00",
        "006-877-897 00",
    ])
    func `with the right control number is taken`(typed: String) throws {
        let reading = Snils.read(typed, field: "snils")
        #expect(reading.codes == [])
        #expect(try #require(reading.value).shown == typed)
        let digits = typed.filter(\.isNumber)
        #expect(Snils.read(digits, field: "snils") == reading)
        #expect(Snils(stored: digits) == reading.value)
    }

    @Test(arguments: [("112-233-445 96", "95"), ("001-001-999 00", "65"), ("112-233-454 95", "96")])
    func `with a wrong one is told the right one`(typed: String, expected: String) {
        let refusal = Snils.read(typed, field: "snils").refusal
        #expect(refusal == FieldProblem("snils", .snilsControl, ["expected": expected]))
    }

    @Test(arguments: ["001-001-998 00", "001-001-998 65", "000-000-001 00", "00000000199"])
    func `too old to be checked is taken with a warning`(typed: String) {
        let reading = Snils.read(typed, field: "snils")
        #expect(reading.value != nil)
        #expect(reading.problems == [FieldProblem("snils", .snilsUnchecked)])
        #expect(reading.problems.first?.severity == .warning)
    }

    private static let refused: [(String, FieldCode)] = [
        ("000-000-000 00", .snilsZero), ("112-233-445 9", .snilsLength), ("112-233-445 955", .snilsLength),
        ("112-233-445 9O", .snilsSign), ("١١٢٢٣٣٤٤٥٩٥", .snilsSign), ("-", .snilsLength), ("нет", .snilsSign),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(Snils.read(typed, field: "snils").codes == [code.rawValue])
    }

    @Test func `at random is taken with its control number and with no other`() throws {
        var random = SeededNumbers(seed: 5)
        for _ in 0..<2000 {
            let number = Int.random(in: 1_001_999...999_999_999, using: &random)
            let nine = String(String(1_000_000_000 + number).dropFirst())
            // Computed another way than in Snils: place by place from the end.
            let sum = nine.reversed().enumerated().reduce(0) {
                $0 + ($1.offset + 1) * ($1.element.wholeNumberValue ?? 0)
            }
            let rest = sum % 101 % 100
            for control in 0..<100 {
                let typed = nine + String(String(100 + control).dropFirst())
                guard (Snils.read(typed, field: "s").value != nil) == (control == rest) else {
                    Issue.record("a control number is judged wrongly")
                    return
                }
            }
        }
    }

    @Test func `at random with one other digit is refused whenever its control number would be another`()
        throws
    {
        var random = SeededNumbers(seed: 6)
        for _ in 0..<500 {
            // Every digit but the first may become any other, and the number stays above the last unchecked.
            let number = Int.random(in: 200_000_000...999_999_999, using: &random)
            let digits = "\(number)" + Snils.control(of: "\(number)")
            for changed in OneDigit.changes(of: digits) where changed.first == digits.first {
                let isRight = changed.hasSuffix(Snils.control(of: changed.prefix(9)))
                try #require((Snils.read(changed, field: "s").value != nil) == isRight, "\(changed)")
                // 100 counts as 0: only the ninth digit, of weight 1, can move from the one to the other.
                try #require(!isRight || changed.dropLast(3) == digits.dropLast(3), "\(changed)")
            }
        }
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        #expect(Snils.read(typed, field: "s").value == nil)
    }
}
