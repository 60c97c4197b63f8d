/// The two ways in which lists are written here. Which one it is, the bytes themselves tell: hardly a line in
/// CP1251 is valid UTF-8.
package enum ListEncoding: Hashable, Sendable {
    case utf8
    case cp1251

    private static let piece = 1 << 16

    /// `start` is where the text begins, behind a mark of UTF-8.
    static func detect(_ bytes: any ListBytes, from start: Int) throws -> ListEncoding {
        var offset = start
        while offset < bytes.count {
            let piece = try bytes.read(from: offset, most: ListEncoding.piece)
            if piece.isEmpty { break }
            let isLast = offset + piece.count >= bytes.count
            let whole = isLast ? piece.count : wholeCharacters(of: piece)
            guard whole > 0, String(validating: piece[..<whole], as: UTF8.self) != nil else { return .cp1251 }
            offset += whole
        }
        return .utf8
    }

    /// How many bytes do not end in the middle of a character.
    private static func wholeCharacters(of piece: [UInt8]) -> Int {
        var last = piece.count - 1
        while last > piece.count - 4, last > 0, piece[last] & 0xC0 == 0x80 { last -= 1 }
        let needed =
            switch piece[last] {
            case 0xC0...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xFF: 4
            default: 1
            }
        return last + needed > piece.count ? last : piece.count
    }

    func text(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .cp1251:
            var scalars = String.UnicodeScalarView()
            for byte in bytes {
                scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : ListEncoding.upperHalf[Int(byte) - 0x80])
            }
            return String(scalars)
        }
    }

    /// 0x98 is nobody's.
    private static let upperHalf = Array(
        ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")
            .unicodeScalars)
}
