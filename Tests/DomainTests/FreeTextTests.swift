import Domain
import Testing

@Suite struct `Free text` {
    private static let good: [(String, Bool, String)] = [
        ("  болит   зуб ", false, "болит зуб"), ("раз\r\nдва\n\n\n три \n", true, "раз\nдва\n\nтри"),
        ("раз\nдва", false, "раз два"), ("\n\nраз", true, "раз"), ("а\u{A0}б\tв", false, "а б в"),
        ("а\u{200B}б\u{FEFF}", false, "аб"), ("спасибо ❤️ №5 – 100 ₽", false, "спасибо ❤️ №5 - 100 ₽"),
    ]

    @Test(arguments: good)
    func `is trimmed and kept`(typed: String, lines: Bool, expected: String) {
        #expect(FreeText.read(typed, field: "note", max: 100, lines: lines).value?.text == expected)
    }

    @Test func `is refused when it is too long, turns direction or hides a control character`() {
        let refusal = FreeText.read("абвг", field: "note", max: 3).refusal
        #expect(refusal == FieldProblem("note", .textTooLong, ["limit": "3", "length": "4"]))
        #expect(FreeText.read("а\u{202E}б", field: "note", max: 9).codes == ["text_direction"])
        #expect(FreeText.read("а\u{2067}б", field: "note", max: 9, lines: true).codes == ["text_direction"])
        #expect(FreeText.read("а\u{0}б", field: "note", max: 9).codes == ["text_control"])
        #expect(FreeText.read("а\u{1B}[1m", field: "note", max: 9, lines: true).codes == ["text_control"])
    }

    @Test(arguments: ["", "  ", "\n \n", "\u{200B}\u{FEFF}"])
    func `of nothing is empty`(typed: String) {
        #expect(FreeText.read(typed, field: "note", max: 9).isEmpty)
        #expect(FreeText.read(typed, field: "note", max: 9, lines: true).isEmpty)
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it, and once read reads the same`(typed: String) {
        for lines in [false, true] {
            guard let text = FreeText.read(typed, field: "x", max: 20_000, lines: lines).value?.text else {
                continue
            }
            #expect(FreeText.read(text, field: "x", max: 20_000, lines: lines).value?.text == text)
        }
    }
}

@Suite struct `Field codes` {
    @Test func `are words that a text can be filed under`() {
        for code in FieldCode.allCases {
            #expect(code.rawValue.allSatisfy { ("a"..."z").contains($0) || $0 == "_" })
        }
    }

    @Test func `warn only where the value can be kept`() {
        let warnings = FieldCode.allCases.filter { $0.severity == .warning }
        // The reading that gives each of these gives a value beside it: the tests of its type show it.
        for code in [FieldCode.birthOld, .birthFirstJanuary, .snilsUnchecked, .passwordLayout] {
            #expect(warnings.contains(code))
        }
        for code in [FieldCode.required, .snilsControl, .birthTooOld, .nameMixedLatin, .passwordCommon] {
            #expect(!warnings.contains(code))
        }
    }
}
