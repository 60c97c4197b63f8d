/// Words in a person's own hand: a note, a reason, an outcome.
package struct FreeText: Hashable, Sendable {
    package let text: String

    package init(stored text: String) { self.text = text }

    /// With `lines`, line ends stay (as \n, at most one empty line in a row); without, they become spaces.
    package static func read(
        _ typed: String, field: String, max: Int, lines: Bool = false
    ) -> FieldReading<FreeText> {
        let text = lines ? tidyLines(typed) : TypedText.line(typed)
        if text.isEmpty { return .empty }
        for scalar in text.unicodeScalars where scalar != "\n" {
            if TypedText.turnsDirection(scalar) { return .bad(FieldProblem(field, .textDirection)) }
            // Emoji are built with joiners, which plain text loses; what is left of them may stay.
            if TypedText.isControl(scalar) { return .bad(FieldProblem(field, .textControl)) }
        }
        let length = text.unicodeScalars.count
        guard length <= max else {
            return .bad(FieldProblem(field, .textTooLong, ["limit": "\(max)", "length": "\(length)"]))
        }
        return .good(FreeText(stored: text), warnings: [])
    }

    private static func tidyLines(_ typed: String) -> String {
        var kept: [String] = []
        for line in typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let tidy = TypedText.line(String(line))
            if tidy.isEmpty, kept.last?.isEmpty ?? true { continue }
            kept.append(tidy)
        }
        while kept.last?.isEmpty ?? false { kept.removeLast() }
        return kept.joined(separator: "\n")
    }
}
