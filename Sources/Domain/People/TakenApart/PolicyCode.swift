// The two-dimensional code on a paper ОМС policy of 2011–2022. No public document of the fund tells its
// layout; three programs published by people who do not know of each other read it the same way, and codes
// that they publish come out whole here:
//
//     byte 0        1 or 2: the edition of the layout
//     bytes 1–8     the number of the policy, most significant byte first
//     then          surname, name and patronymic, six bits a letter, divided by 63, padded with spaces:
//                   51 bytes in edition 2; in edition 1 42 bytes, read from the last bit to the first
//                   letter by letter, the name before the surname
//     then          the sex (1 a man, 2 a woman), the birth date and the last day of the policy, both as
//                   days since 01.01.1900 in two bytes, 0 when there is none
//     edition 1     six bytes of the insurer's ОГРН and three of its territory
//     byte 65 on    the fund's signature, which we cannot prove: we have no key to prove it by
//
// Edition 1 and 2 both have their 65th byte before the signature. A scanner must give the bytes as
// hexadecimal text, or a keyboard has no letters for them.

/// What the code on a paper ОМС policy says.
package struct PolicyCode: Hashable, Sendable {
    package let number: OmsPolicyNumber
    package let surname: String
    package let name: String
    package let patronymic: String?
    package let sex: Sex
    package let birthDate: CalendarDay
    package let validTo: CalendarDay?

    private static let bodyLength = 65
    private static let mostBytes = 256

    /// Takes the hexadecimal text; nil for whatever is no such code.
    package init?(_ typed: String) {
        guard let bytes = PolicyCode.bytes(typed) else { return nil }
        self.init(bytes: bytes)
    }

    package init?(bytes: [UInt8]) {
        guard bytes.count >= PolicyCode.bodyLength, bytes.count <= PolicyCode.mostBytes,
            bytes[0] == 1 || bytes[0] == 2
        else { return nil }
        let isFirst = bytes[0] == 1
        let end = isFirst ? 51 : 60
        let letters =
            isFirst
            ? PolicyCode.letters(bytes[9..<end].reversed()).map { Array($0.reversed()) }
            : PolicyCode.letters(Array(bytes[9..<end]))
        guard let letters, let names = PolicyCode.names(letters),
            let number = PolicyCode.number(bytes[1...8]),
            let birth = PolicyCode.day(bytes[end + 1], bytes[end + 2]),
            let sex: Sex = bytes[end] == 1 ? .male : bytes[end] == 2 ? .female : nil
        else { return nil }
        self.number = number
        (surname, name) = isFirst ? (names[1], names[0]) : (names[0], names[1])
        patronymic = names.count > 2 && !names[2].isEmpty ? names[2] : nil
        self.sex = sex
        birthDate = birth
        validTo = PolicyCode.day(bytes[end + 3], bytes[end + 4])
        guard !surname.isEmpty || !name.isEmpty else { return nil }
    }

    /// The number is proved by its own check digit; the rest stands under a signature that nobody has read.
    package var parts: [TakenPart] {
        var parts = [
            TakenPart(.surname, PolicyCode.tidy(surname, .surname), .likely),
            TakenPart(.name, PolicyCode.tidy(name, .name), .likely),
        ].filter { !$0.value.isEmpty }
        if let patronymic {
            parts.append(TakenPart(.patronymic, PolicyCode.tidy(patronymic, .patronymic), .likely))
        } else {
            parts.append(TakenPart(.patronymicAbsent, "true", .likely))
        }
        parts.append(TakenPart(.birthDate, birthDate.shown, .likely))
        parts.append(TakenPart(.sex, sex.rawValue, .likely))
        parts.append(TakenPart(.policyKind, PolicyGiven.Kind.oms.rawValue, .certain))
        parts.append(TakenPart(.policyNumber, number.shown, .certain))
        if let validTo { parts.append(TakenPart(.policyValidTo, validTo.shown, .likely)) }
        return parts
    }
}

// MARK: Reading

extension PolicyCode {
    /// `A…F` may have been typed on the Russian layout.
    private static func bytes(_ typed: String) -> [UInt8]? {
        var halves: [UInt8] = []
        for scalar in typed.unicodeScalars where !scalar.properties.isWhitespace {
            guard halves.count < mostBytes * 2 else { return nil }
            let latin = Alphabet.onLatinKeys(scalar) ?? scalar
            guard latin.isASCII, let half = Character(latin).hexDigitValue else { return nil }
            halves.append(UInt8(half))
        }
        guard halves.count.isMultiple(of: 2), halves.count >= bodyLength * 2 else { return nil }
        return stride(from: 0, to: halves.count, by: 2).map { halves[$0] << 4 | halves[$0 + 1] }
    }

    private static let alphabet = Array(" .-'0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЪЫЭЮЯ".unicodeScalars)
    private static let divider: UInt8 = 63

    /// Six bits each, the first bits first; a letter of no meaning refuses all.
    private static func letters(_ bytes: [UInt8]) -> [UInt8]? {
        var letters: [UInt8] = []
        var bits: UInt16 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt16(byte)
            count += 8
            while count >= 6 {
                count -= 6
                letters.append(UInt8(bits >> UInt16(count)) & 0x3F)
                bits &= (1 << UInt16(count)) - 1
            }
        }
        return letters.allSatisfy { Int($0) < alphabet.count || $0 == divider } ? letters : nil
    }

    private static func names(_ letters: [UInt8]) -> [String]? {
        let names = letters.split(separator: divider, omittingEmptySubsequences: false).map { letters in
            let scalars = letters.map { alphabet[Int($0)] }
            return TypedText.line(String(String.UnicodeScalarView(scalars)))
        }
        return (2...3).contains(names.count) ? names : nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> OmsPolicyNumber? {
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let digits = "\(value)"
        guard digits.utf8.count <= 16 else { return nil }
        let whole = String(repeating: "0", count: 16 - digits.utf8.count) + digits
        let reading = OmsPolicyNumber.read(whole, field: "", type: .enp)
        return reading.problems.isEmpty ? reading.value : nil
    }

    private static func day(_ high: UInt8, _ low: UInt8) -> CalendarDay? {
        let days = Int(high) << 8 | Int(low)
        return days == 0 ? nil : CalendarDay(year: 1900, month: 1, day: 1)?.adding(days: days)
    }

    /// The code is in capitals.
    private static func tidy(_ text: String, _ kind: PersonNamePart.Kind) -> String {
        PersonNamePart.read(text, field: "", kind: kind).value?.text ?? text
    }
}
