// Text as it comes from a keyboard or a clipboard. Word processors and other systems leave traces that the
// eye does not see: й in two pieces, spaces that do not break, hyphens of six kinds, marks of no width. They
// are made plain once, here, so that each field's rules see what its reader sees.

package enum TypedText {
    /// й and ё in one piece, plain spaces, hyphens and apostrophes, nothing of no width.
    package static func plain(_ typed: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "\u{306}": join(&out, ["и": "й", "И": "Й"], scalar)
            case "\u{308}": join(&out, ["е": "ё", "Е": "Ё"], scalar)
            case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{61C}": continue
            case "\t", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}":
                out.append(" ")
            case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": out.append("-")
            case "\u{2018}", "\u{2019}", "\u{2BC}", "\u{60}", "\u{B4}", "\u{2032}", "\u{FF07}":
                out.append("'")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Plain, without spaces at the ends, inner ones single.
    package static func line(_ typed: String) -> String {
        if isTidy(typed) { return typed }
        return plain(typed).split(whereSeparator: { $0 == " " || $0.isNewline }).joined(separator: " ")
    }

    /// Whether there is nothing to make plain: letters of the two plain alphabets, signs of the keyboard,
    /// single spaces inside. That is nearly everything that anybody types.
    private static func isTidy(_ typed: String) -> Bool {
        var typed = typed
        return typed.withUTF8 { bytes in
            var wasSpace = true
            for byte in bytes {
                switch byte {
                case 0x20:
                    if wasSpace { return false }
                    wasSpace = true
                    continue
                // In UTF-8, U+0400 to U+047F: a lead byte and what follows it.
                case 0x21...0x5F, 0x61...0x7E, 0xD0, 0xD1, 0x80...0xBF: wasSpace = false
                default: return false
                }
            }
            return !wasSpace || bytes.isEmpty
        }
    }

    private static func join(
        _ out: inout String.UnicodeScalarView, _ pairs: [Unicode.Scalar: Unicode.Scalar],
        _ mark: Unicode.Scalar
    ) {
        guard let last = out.last, let joined = pairs[last] else { return out.append(mark) }
        out.removeLast()
        out.append(joined)
    }

    /// Signs that turn the direction of what follows: what is read is not what is stored.
    static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }

    /// Unassigned, private and invisible code points, and lone halves of others.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        // Plain letters and signs, without asking the tables of Unicode.
        if (0x20...0x7E).contains(scalar.value) || (0x400...0x45F).contains(scalar.value) { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            true
        default: false
        }
    }

    static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x7F && (scalar.properties.isEmoji || scalar.properties.isVariationSelector)
    }

    /// How a sign is named to the reader: itself, or its number when it cannot be seen alone.
    static func named(_ scalar: Unicode.Scalar) -> String {
        let isMark = [.nonspacingMark, .enclosingMark, .spacingMark]
            .contains(scalar.properties.generalCategory)
        guard isMark || isControl(scalar) else { return String(Character(scalar)) }
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    static func digits(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(isDigit)))
    }
}
