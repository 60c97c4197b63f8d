/// An amount of money as people type it: `30 000`, `1500,50`, `2 000.00 ₽`.
package enum TypedAmount {
    /// In hundredths: kopecks, cents.
    package static func read(_ typed: String, field: String, mostHundredths: Int64) -> FieldReading<Int64> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        let plain = line.filter { $0 != " " && $0 != "₽" }
        let halves = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard let whole = halves.first, halves.count <= 2, (1...13).contains(whole.utf8.count),
            plain.unicodeScalars.allSatisfy({ TypedText.isDigit($0) || $0 == "," || $0 == "." }),
            let units = Int64(whole), let hundredths = hundredths(halves.dropFirst().first)
        else { return .bad(FieldProblem(field, .amountWrong)) }
        let amount = units * 100 + hundredths
        guard (1...mostHundredths).contains(amount) else {
            let most = shown(mostHundredths)
            return .bad(FieldProblem(field, .amountRange, ["most": most]))
        }
        return .good(amount, warnings: [])
    }

    private static func hundredths(_ text: Substring?) -> Int64? {
        guard let text else { return 0 }
        switch text.utf8.count {
        case 1: return Int64(text).map { $0 * 10 }
        case 2: return Int64(text)
        default: return nil
        }
    }

    /// `30 000` or `1 500,50`, with spaces that do not break.
    package static func shown(_ hundredths: Int64) -> String {
        var groups: [String] = []
        var rest = hundredths / 100
        while rest >= 1000 {
            let group = "\(rest % 1000)"
            groups.insert(String(repeating: "0", count: 3 - group.utf8.count) + group, at: 0)
            rest /= 1000
        }
        let whole = (["\(rest)"] + groups).joined(separator: "\u{A0}")
        let part = hundredths % 100
        return part == 0 ? whole : whole + "," + (part < 10 ? "0" : "") + "\(part)"
    }
}
