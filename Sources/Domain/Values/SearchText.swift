/// Text made comparable: small letters, ё as е, hyphens as spaces, apostrophes and accents gone.
///
/// The same on both sides of a search, because the store's own comparison knows nothing of Cyrillic case. й
/// stays й.
package enum SearchText {
    package static func fold(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in TypedText.plain(text).lowercased().unicodeScalars {
            switch scalar {
            case "ё": out.append("е")
            case "а"..."я", "a"..."z", "0"..."9": out.append(scalar)
            case "'": continue
            default: add(scalar, to: &out)
            }
        }
        if out.last == " " { out.removeLast() }
        return String(out)
    }

    private static func add(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
        if let base = bases[scalar] { return out.append(contentsOf: base.unicodeScalars) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber:
            out.append(scalar)
        default: if let last = out.last, last != " " { out.append(" ") }
        }
    }

    /// Latin letters with marks, by the letter under the mark.
    private static let bases: [Unicode.Scalar: String] = {
        let table = [
            ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđð"), ("e", "èéêëēėęě"), ("g", "ğģ"), ("i", "ìíîïīįı"),
            ("k", "ķ"), ("l", "łľļĺ"), ("n", "ñńňņ"), ("o", "òóôõöøōő"), ("r", "řŕ"), ("s", "śşšș"),
            ("t", "ťțţ"),
            ("u", "ùúûüūůűų"), ("y", "ýÿ"), ("z", "žźż"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, marked) in table {
            for scalar in marked.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}
