/// A telephone number in the form of E.164: `+79261111111`.
package struct PhoneNumber: Hashable, Sendable {
    package let e164: String

    package init?(stored e164: String) {
        let digits = e164.utf8.dropFirst()
        guard e164.utf8.first == UInt8(ascii: "+"), (8...15).contains(digits.count),
            digits.allSatisfy(TypedText.isDigit)
        else { return nil }
        self.e164 = e164
    }

    /// `+7 (926) 111-11-11`; numbers of other countries as they are.
    package var shown: String {
        guard let national, national.utf8.count == 10 else { return e164 }
        return DigitMask.fill("+7 (###) ###-##-##", with: String(national))
    }

    /// Only mobile numbers of this country get messages.
    package var takesMessages: Bool { national?.hasPrefix("9") ?? false }

    /// The ten digits after +7.
    package var national: Substring? { e164.hasPrefix("+7") ? e164.dropFirst(2) : nil }

    package static func read(_ typed: String, field: String) -> FieldReading<PhoneNumber> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        // «тел. 8 926…», `tel:+7926…`: what stands before the number is no part of it.
        let number = line.drop { !$0.isASCII || !($0.isNumber || $0 == "+" || $0 == "(") }
        if number.isEmpty { return .bad(FieldProblem(field, .phoneSign, ["sign": String(line.prefix(1))])) }
        if let sign = number.dropFirst().first(where: { !"0123456789 -().".contains($0) }) {
            return .bad(FieldProblem(field, .phoneSign, ["sign": String(sign)]))
        }
        let digits = TypedText.digits(String(number))
        return number.hasPrefix("+") ? international(digits, field) : national(digits, field)
    }

    private static func national(_ digits: String, _ field: String) -> FieldReading<PhoneNumber> {
        switch digits.utf8.count {
        case 10: made(digits, field)
        case 11 where digits.hasPrefix("7") || digits.hasPrefix("8"): made(String(digits.dropFirst()), field)
        case ..<10: .bad(FieldProblem(field, .phoneLength, ["count": "\(digits.utf8.count)"]))
        default: .bad(FieldProblem(field, .phonePlusNeeded))
        }
    }

    private static func international(_ digits: String, _ field: String) -> FieldReading<PhoneNumber> {
        if digits.hasPrefix("7") {
            guard digits.utf8.count == 11 else {
                return .bad(FieldProblem(field, .phoneLength, ["count": "\(digits.utf8.count - 1)"]))
            }
            return made(String(digits.dropFirst()), field)
        }
        // No country begins with 89: this is the trunk prefix 8 of a mobile number behind a plus.
        if digits.hasPrefix("89"), digits.utf8.count == 11 {
            let corrected = PhoneNumber(stored: "+7" + digits.dropFirst())?.shown ?? ""
            return .bad(FieldProblem(field, .phonePlusEight, ["corrected": corrected]))
        }
        guard !TypedDigits.allEqual(digits) else { return .bad(FieldProblem(field, .phoneAllEqual)) }
        guard let phone = PhoneNumber(stored: "+" + digits) else {
            return .bad(FieldProblem(field, .phoneLength, ["count": "\(digits.utf8.count)"]))
        }
        return .good(phone, warnings: [])
    }

    private static func made(_ ten: String, _ field: String) -> FieldReading<PhoneNumber> {
        guard !TypedDigits.allEqual(ten), let phone = PhoneNumber(stored: "+7" + ten) else {
            return .bad(FieldProblem(field, .phoneAllEqual))
        }
        return .good(phone, warnings: [])
    }
}
