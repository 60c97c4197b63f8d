// Numbers that follow no rule we know: an insurer's own, a foreign state's. They are made tidy, so that the
// same paper gives the same text twice, and judged by nothing but their signs and length.

/// Letters, digits, single spaces, hyphens and slashes.
enum PaperNumber {
    static let longest = 30

    static func read(_ typed: String, field: String, least: Int) -> FieldReading<String> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        if let sign = line.unicodeScalars.first(where: { !isTaken($0) }) {
            return .bad(FieldProblem(field, .paperNumberSign, ["sign": TypedText.named(sign)]))
        }
        let text = capitals(line)
        let count = text.unicodeScalars.count
        guard (least...longest).contains(count) else {
            let parameters = ["least": "\(least)", "most": "\(longest)", "count": "\(count)"]
            return .bad(FieldProblem(field, .paperNumberLength, parameters))
        }
        return .good(text, warnings: [])
    }

    private static func isTaken(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || TypedText.isDigit(scalar) || scalar == " " || scalar == "-" || scalar == "/"
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        Alphabet.isCyrillic(scalar) || Alphabet.isForeignLatin(scalar)
    }

    /// A letter without one capital of its own (ß, ŉ) stays as it is.
    static func capitals(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let capital = scalar.properties.uppercaseMapping.unicodeScalars
            guard let only = capital.first, capital.count == 1, isLetter(only) else {
                out.append(scalar)
                continue
            }
            out.append(only)
        }
        return String(out)
    }
}
