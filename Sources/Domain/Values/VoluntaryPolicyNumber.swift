/// The number of a ДМС or ВЗР policy. Each insurer has its own form, and no check digit.
package struct VoluntaryPolicyNumber: Hashable, Sendable {
    /// Capital letters, digits, single spaces, `/` and `-`.
    package let text: String

    package init(stored text: String) { self.text = text }

    package var shown: String { text }

    /// Two numbers are one when these are equal: Latin and Russian look-alikes and spaces do not tell papers
    /// apart.
    package var comparable: String {
        let letters = text.unicodeScalars.filter { $0 != " " }.map { Alphabet.latinTwin(of: $0) ?? $0 }
        return String(String.UnicodeScalarView(letters))
    }

    package static func read(_ typed: String, field: String) -> FieldReading<VoluntaryPolicyNumber> {
        PaperNumber.read(typed, field: field, least: 4).flatMap { text in
            // «Нет полиса», «на руках»: words instead of a number.
            let isNumber = text.unicodeScalars.contains(where: TypedText.isDigit)
            return .good(
                VoluntaryPolicyNumber(stored: text),
                warnings: isNumber ? [] : [FieldProblem(field, .policyNoDigit)])
        }
    }
}
