/// Which letters belong together, which look alike, and which share a key.
package enum Alphabet {
    package static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "А"..."я", "Ё", "ё": true
        default: regional.contains(scalar)
        }
    }

    package static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
    }

    /// Latin with marks as well, as in the documents of other countries.
    package static func isForeignLatin(_ scalar: Unicode.Scalar) -> Bool {
        isLatin(scalar) || ((0xC0...0x24F).contains(scalar.value) && scalar.properties.isAlphabetic)
    }

    // Letters of the peoples of Russia and its neighbours that stand in documents here.
    private static let regional = Set("ӘәҰұІіҢңҒғҮүҚқӨөҺһ".unicodeScalars)

    /// The Cyrillic letter that looks like this Latin one.
    package static func cyrillicTwin(of scalar: Unicode.Scalar) -> Unicode.Scalar? { toCyrillic[scalar] }

    /// The Latin letter that looks like this Cyrillic one.
    package static func latinTwin(of scalar: Unicode.Scalar) -> Unicode.Scalar? { toLatin[scalar] }

    private static let toCyrillic = pairs("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
    private static let toLatin = pairs("АВСЕНКМОРТХУасеорху", "ABCEHKMOPTXYaceopxy")

    /// What the same keys give with the Russian layout on; nil when one of them gives no letter or hyphen.
    package static func onRussianKeys(_ text: String) -> String? {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let letter = scalar == " " || scalar == "-" ? scalar : russianKeys[scalar] else {
                return nil
            }
            out.append(letter)
        }
        return String(out)
    }

    /// What the key of this Russian letter gives with the Latin layout on.
    package static func onLatinKeys(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { latinKeys[scalar] }

    private static let russianKeys = pairs(latinRow, russianRow)
    private static let latinKeys = pairs(russianRow, latinRow)

    private static let latinRow = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
    private static let russianRow = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"

    private static func pairs(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
    }
}
