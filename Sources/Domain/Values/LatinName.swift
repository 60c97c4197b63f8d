/// A name in Latin capitals, as a travel passport and a ВЗР policy have it.
package struct LatinName: Hashable, Sendable {
    package let text: String

    package init(stored text: String) { self.text = text }

    package var shown: String { text }

    package static func read(_ typed: String, field: String) -> FieldReading<LatinName> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        let hasLatin = line.unicodeScalars.contains(where: Alphabet.isLatin)
        var letters = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            // One Russian letter among Latin ones is the layout; a wholly Russian name is another spelling.
            let letter = hasLatin ? Alphabet.latinTwin(of: scalar) ?? scalar : scalar
            if Alphabet.isCyrillic(letter) {
                let named = TypedText.named(scalar)
                return .bad(FieldProblem(field, .latinNameRussian, ["letter": named]))
            }
            guard Alphabet.isLatin(letter) || letter == " " || letter == "-" || letter == "'" else {
                return .bad(FieldProblem(field, .latinNameSign, ["sign": TypedText.named(scalar)]))
            }
            letters.append(letter)
        }
        guard hasLatin else { return .bad(FieldProblem(field, .nameNoLetters)) }
        let limit = PersonNamePart.longest
        guard letters.count <= limit else {
            let parameters = ["limit": "\(limit)", "length": "\(letters.count)"]
            return .bad(FieldProblem(field, .nameTooLong, parameters))
        }
        return .good(LatinName(stored: String(letters).uppercased()), warnings: [])
    }
}
