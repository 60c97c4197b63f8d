// 10 signs of 20 make 20^10 = 10 240 000 000 000 codes. The number that a code stands for is nine times the
// first 40 bits of the document's 80 (9 × 2^40 = 9 895 604 649 984): what is no multiple of nine is a slip.
// One wrong sign or two neighbours swapped are found unless they differ by 9 or 18.
//
// The alphabet is that of the Open Location Code, chosen there so that no two signs look alike and hardly a
// word can be spelt: no vowels, no 0, 1, B, D, S, Z.

/// The short code beside the QR, for a phone that cannot scan: `7GQ-4XH-29MW`.
///
/// It names the first half of the document's bits, not a copy, and proves nothing: who types it still has to
/// find the document in a register. Two documents in 2^40 may share it, so what it finds is a list.
package struct HumanCode: Hashable, Sendable {
    private static let letters = Array("23456789CFGHJMPQRVWX".unicodeScalars)
    private static let length = 10
    private static let check: UInt64 = 9

    /// The first 40 of the document's 80 bits.
    package let head: UInt64

    package init(_ document: DocID) { head = document.head }

    /// In groups of three, three and four, as phone numbers are read out.
    package var text: String {
        var (rest, signs) = (head * HumanCode.check, String.UnicodeScalarView())
        for place in 0..<HumanCode.length {
            if place == 4 || place == 7 { signs.insert("-", at: signs.startIndex) }
            signs.insert(HumanCode.letters[Int(rest % 20)], at: signs.startIndex)
            rest /= 20
        }
        return String(signs)
    }

    /// Takes any case and grouping, Cyrillic letters of the same look, and the Russian layout; nil when the
    /// check does not come out.
    package init?(_ typed: String) {
        let signs = TypedText.plain(typed).uppercased().unicodeScalars.filter { !TypedDigits.isSeparator($0) }
        guard signs.count == HumanCode.length else { return nil }
        // М and Р are the look of one sign and the key of another: the check tells which was meant.
        let readings = [
            signs.map { Alphabet.latinTwin(of: $0) ?? $0 }, signs.map { Alphabet.onLatinKeys($0) ?? $0 },
        ]
        guard let head = readings.lazy.compactMap(HumanCode.head).first else { return nil }
        self.head = head
    }

    private static func head(_ signs: [Unicode.Scalar]) -> UInt64? {
        var number: UInt64 = 0
        for sign in signs {
            guard let value = letters.firstIndex(of: sign) else { return nil }
            number = number * 20 + UInt64(value)
        }
        let (head, rest) = number.quotientAndRemainder(dividingBy: check)
        return rest == 0 && head < 1 << 40 ? head : nil
    }
}
