import Domain

extension FieldReading {
    /// Codes of the refusal or the warnings, in order.
    var codes: [String] { problems.map(\.code) }

    var isEmpty: Bool {
        if case .empty = self { return true }
        return false
    }

    var refusal: FieldProblem? {
        if case .bad(let problem) = self { return problem }
        return nil
    }
}

/// What lands in a field by accident or by malice. No field may stop the program for any of it.
enum BadInput {
    static let all: [String] = [
        "", " ", "\u{A0}\u{200B}\t", "\n\r\n", "\u{0}", "a\u{0}b", "\u{1B}[31m", "\u{7F}", "\u{202E}вонавИ",
        "\u{2066}x\u{2069}", "\u{FEFF}", "😀", "👩‍👩‍👧", "🇷🇺",
        "❤️", "e\u{301}\u{301}\u{301}", "и\u{306}", "\u{306}",
        "Ｉｖａｎ", "٠١٢٣", "½", "一二三", "\u{FFFD}", "\u{E000}", "\u{10FFFF}", "-", "--", "'", ".", "+", "+7", "@",
        "№",
        "' OR 1=1 --", "<script>alert(1)</script>", "{{corrected}}", "../../etc/passwd", "%00%0a", "\\u0000",
        String(repeating: "а", count: 10_000), String(repeating: "1", count: 10_000),
        String(repeating: "-", count: 10_000), String(repeating: "и\u{306}", count: 5_000),
        String(repeating: "😀", count: 2_000), String(repeating: "+", count: 5_000),
    ]
}
