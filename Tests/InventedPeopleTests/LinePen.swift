import Domain

/// Writes an invented person down as somebody at a desk would type or paste: in any order, with and without
/// the words that name things, in one line or in many. The papers are invented here.
struct LinePen {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &numbers) }

    private mutating func pick(_ texts: [String]) -> String { texts[roll(texts.count)] }

    private mutating func digits(_ count: Int) -> String { (0..<count).map { _ in "\(roll(10))" }.joined() }

    /// The line, and what each field of it must come back as.
    mutating func write(_ form: PersonForm) -> (line: String, fields: [TakenField: String]) {
        var fields: [TakenField: String] = [:]
        var pieces = [name(form, &fields), birth(form, &fields)]
        if !form.phone.isEmpty { pieces.append(phone(form.phone, &fields)) }
        if !form.snils.isEmpty { pieces.append(snils(form.snils, &fields)) }
        if !form.email.isEmpty {
            fields[.email] = form.email
            pieces.append(pick(["", "почта ", "e-mail: "]) + form.email)
        }
        if roll(2) == 0 { pieces.append(passport(&fields)) }
        if roll(2) == 0 { pieces.append(policy(&fields)) }
        if roll(5) == 0 { pieces.append(inn(&fields)) }
        pieces.shuffle(using: &numbers)
        return (pieces.joined(separator: pick([" ", " ", ", ", "\n", "; "])), fields)
    }

    private mutating func name(_ form: PersonForm, _ fields: inout [TakenField: String]) -> String {
        fields[.surname] = form.surname
        fields[.name] = form.name
        if form.patronymicAbsent {
            fields[.patronymicAbsent] = "true"
            return "\(form.surname) \(form.name) " + pick(["без отчества", "отчества нет"])
        }
        fields[.patronymic] = form.patronymic
        fields[.sex] = form.sex
        let names = [
            "\(form.surname) \(form.name) \(form.patronymic)",
            "\(form.name) \(form.patronymic) \(form.surname)",
        ][roll(3) == 0 ? 1 : 0]
        return switch roll(6) {
        case 0: names.uppercased()
        case 1: names.lowercased()
        case 2: onLatinKeys(names)
        default: names
        }
    }

    /// With the wrong layout on.
    private func onLatinKeys(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { Alphabet.onLatinKeys($0) ?? $0 }))
    }

    private mutating func birth(_ form: PersonForm, _ fields: inout [TakenField: String]) -> String {
        fields[.birthDate] = form.birthDate
        let parts = form.birthDate.split(separator: ".").map(String.init)
        return switch roll(6) {
        case 0: "\(parts[2])-\(parts[1])-\(parts[0])"
        case 1: parts.joined()
        case 2: "д.р. " + form.birthDate
        case 3: form.birthDate + " г.р."
        default: form.birthDate
        }
    }

    private mutating func phone(_ typed: String, _ fields: inout [TakenField: String]) -> String {
        guard let phone = PhoneNumber.read(typed, field: "").value, let national = phone.national else {
            return typed
        }
        fields[.phone] = phone.shown
        let ten = String(national)
        let (code, first) = (ten.prefix(3), ten.dropFirst(3).prefix(3))
        let (third, last) = (ten.dropFirst(6).prefix(2), ten.suffix(2))
        return switch roll(7) {
        case 0: "8\(ten)"
        case 1: "+7\(ten)"
        case 2: "8 \(code) \(first) \(third) \(last)"
        case 3: "8-\(code)-\(first)-\(third)-\(last)"
        case 4: phone.shown
        case 5: "тел. 8\(ten)"
        default: "моб: \(ten)"
        }
    }

    private mutating func snils(_ typed: String, _ fields: inout [TakenField: String]) -> String {
        guard let snils = Snils(stored: typed) else { return typed }
        fields[.snils] = snils.shown
        return pick([snils.shown, snils.shown, "СНИЛС \(snils.shown)", "снилс: \(typed)", typed])
    }

    private mutating func passport(_ fields: inout [TakenField: String]) -> String {
        let region = "\(1 + roll(8))\(roll(10))"
        let series = region + "0\(roll(10))"
        let number = digits(6)
        fields[.documentKind] = IdentityDocument.Kind.passport.rawValue
        fields[.documentSeries] = series
        fields[.documentNumber] = number
        return pick([
            "\(series) \(number)", "\(region) \(series.suffix(2)) \(number)", "паспорт \(series) \(number)",
            "Паспорт: серия \(series) номер \(number)", "паспорт \(series)\(number)", "\(series) № \(number)",
        ])
    }

    /// Sixteen digits whose last one is right by Luhn's rule.
    private mutating func policy(_ fields: inout [TakenField: String]) -> String {
        let body = "\(1 + roll(9))" + digits(14)
        let number = (0...9).lazy.map { body + "\($0)" }
            .first { OmsPolicyNumber.read($0, field: "", type: .enp).problems.isEmpty }
        guard let policy = number.flatMap(OmsPolicyNumber.init(stored:)) else { return "" }
        fields[.policyKind] = PolicyGiven.Kind.oms.rawValue
        fields[.policyNumber] = policy.shown
        return pick([policy.text, policy.shown, "полис \(policy.text)", "полис ОМС: \(policy.shown)"])
    }

    private mutating func inn(_ fields: inout [TakenField: String]) -> String {
        let body = "50" + digits(8)
        let number = (0...99).lazy.map { body + ($0 < 10 ? "0" : "") + "\($0)" }
            .first { Inn.read($0, field: "").value != nil }
        guard let number else { return "" }
        fields[.inn] = number
        return pick(["ИНН \(number)", number])
    }
}
