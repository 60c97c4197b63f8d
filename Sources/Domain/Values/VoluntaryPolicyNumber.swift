/// The number of a ДМС or ВЗР policy. Each insurer has its own form, and no check digit.
package struct VoluntaryPolicyNumber: Hashable, Sendable {
    /// Capital letters, digits, single spaces, `/` and `-`.
    package let text: String

    package init(stored text: String) { self.text = text }

    package var shown: String { text }

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
