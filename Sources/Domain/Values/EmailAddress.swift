/// An e-mail address. Whether letters arrive there only a link can tell; here it has the shape of one.
package struct EmailAddress: Hashable, Sendable {
    /// As typed; the domain in small letters.
    package let text: String

    package init(stored text: String) { self.text = text }

    package static let longest = 254

    package static func read(_ typed: String, field: String) -> FieldReading<EmailAddress> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        guard !line.contains(" ") else { return .bad(FieldProblem(field, .emailSpace)) }
        if let sign = line.unicodeScalars.first(where: isRefused) {
            return .bad(FieldProblem(field, .emailSign, ["sign": TypedText.named(sign)]))
        }
        let halves = line.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return .bad(FieldProblem(field, .emailAt)) }
        guard line.unicodeScalars.count <= longest else {
            return .bad(FieldProblem(field, .emailTooLong, ["limit": "\(longest)"]))
        }
        guard isDomain(halves[1]), isLocal(halves[0]) else { return .bad(FieldProblem(field, .emailDomain)) }
        let address = EmailAddress(stored: "\(halves[0])@\(halves[1].lowercased())")
        return .good(
            address, warnings: mixed(halves).map { [FieldProblem(field, .emailTwoScripts, $0)] } ?? [])
    }

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        "\"(),:;<>[\\]".unicodeScalars.contains(scalar) || TypedText.isControl(scalar)
            || TypedText.isEmoji(scalar)
    }

    private static func isLocal(_ local: Substring) -> Bool {
        !local.hasPrefix(".") && !local.hasSuffix(".") && !local.contains("..") && local.utf8.count <= 64
    }

    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.unicodeScalars.allSatisfy {
                        $0.properties.isAlphabetic || TypedText.isDigit($0) || $0 == "-"
                    }
            }
            && (labels.last?.count ?? 0) >= 2
    }

    /// A Russian letter among Latin ones, or the other way, within one half or label.
    private static func mixed(_ halves: [Substring]) -> [String: String]? {
        for label in [halves[0]] + halves[1].split(separator: ".") {
            let letters = label.unicodeScalars
            let cyrillic = letters.filter(Alphabet.isCyrillic)
            let latin = letters.filter(Alphabet.isLatin)
            guard let first = cyrillic.count <= latin.count ? cyrillic.first : latin.first,
                !cyrillic.isEmpty, !latin.isEmpty
            else { continue }
            return ["letter": String(Character(first))]
        }
        return nil
    }
}
