/// What a scanner read, proved by the check that its kind of number has.
package enum ScannedCode: Hashable, Sendable {
    case policy(OmsPolicyNumber)
    case snils(Snils)
    /// The number on a signed sheet: `С-15`.
    case sheet(SheetNumber)
    /// `№1042`
    case card(Int64)
    /// The code on a paper ОМС policy.
    case policyCode(PolicyCode)

    /// Takes what the keys gave, on whichever layout; nil when no check proves it.
    package init?(_ typed: String) {
        let line = TypedText.line(typed)
        if let code = PolicyCode(line) {
            self = .policyCode(code)
            return
        }
        let text = String(String.UnicodeScalarView(line.unicodeScalars.prefix(40)))
        if let number = ScannedCode.number(text, behind: "СсCc", sign: "-") {
            guard let sheet = SheetNumber.read(number, field: "").value else { return nil }
            self = .sheet(sheet)
        } else if let number = ScannedCode.number(text, behind: "№#", sign: nil) {
            guard let card = Int64(number), card > 0 else { return nil }
            self = .card(card)
        } else {
            self.init(digits: text)
        }
    }

    private init?(digits text: String) {
        switch TypedText.digits(text).utf8.count {
        case 16:
            let reading = OmsPolicyNumber.read(text, field: "", type: .enp)
            guard let number = reading.value, reading.problems.isEmpty else { return nil }
            self = .policy(number)
        case 11:
            let reading = Snils.read(text, field: "")
            guard let snils = reading.value, reading.problems.isEmpty else { return nil }
            self = .snils(snils)
        default: return nil
        }
    }

    private static func number(_ text: String, behind letters: String, sign: Character?) -> String? {
        guard let first = text.first, letters.contains(first) else { return nil }
        var rest = text.dropFirst()
        if let sign {
            guard rest.first == sign else { return nil }
            rest = rest.dropFirst()
        }
        guard (1...15).contains(rest.utf8.count), rest.unicodeScalars.allSatisfy(TypedText.isDigit) else {
            return nil
        }
        return String(rest)
    }
}
