/// The fields of a policy, by the names that forms and problems share.
package enum PolicyField: String, CaseIterable, Sendable {
    case kind
    case omsType = "oms_type"
    case number
    case insurer
    case validTo = "valid_to"
}

/// A policy as it was typed. Reading it gives the policy, or says by field why not.
package struct PolicyForm: Hashable, Sendable {
    package var kind = ""
    /// Empty: whichever the number looks like.
    package var omsType = ""
    package var number = ""
    package var insurer = ""
    package var validTo = ""

    package init() {}
}

/// What came of reading the form. Neither a policy nor problems: nothing was typed.
package struct PolicyReading: Hashable, Sendable {
    package let policy: PolicyGiven?
    package let problems: [FieldProblem]

    package var errors: [FieldProblem] { problems.filter { $0.severity == .error } }
    package var warnings: [FieldProblem] { problems.filter { $0.severity == .warning } }
}

extension PolicyForm {
    private typealias Field = PolicyField

    private static let longestInsurer = 200

    /// Reads every field. `today` is the day in the clinic's time zone.
    package func read(today: CalendarDay, strictness: Strictness = .usual) -> PolicyReading {
        // The kind alone is what the list of kinds stands at, not an answer.
        if [number, insurer, validTo].allSatisfy({ TypedText.line($0).isEmpty }) {
            return PolicyReading(policy: nil, problems: [])
        }
        var notes = FieldNotes<Field>(strictness)
        let kind: PolicyGiven.Kind? = notes.required(
            FieldReading(word: kind, Field.kind.rawValue, else: .policyKindUnknown), .kind)
        let number = kind.flatMap { readNumber($0, &notes) }
        let insurer = notes.optional(
            FreeText.read(insurer, field: Field.insurer.rawValue, max: Self.longestInsurer))
        let end = notes.optional(TypedDay.read(validTo, field: Field.validTo.rawValue))
        // The last day is a day of the policy.
        if let end, end < today {
            notes.note([FieldProblem(Field.validTo.rawValue, .policyEnded, ["day": end.shown])])
        }
        guard notes.clean, let kind, let number else {
            return PolicyReading(policy: nil, problems: notes.problems)
        }
        let policy = PolicyGiven(
            kind: kind, number: number.text, omsType: number.type, insurer: insurer?.text, validTo: end)
        return PolicyReading(policy: policy, problems: notes.problems)
    }

    private func readNumber(
        _ kind: PolicyGiven.Kind, _ notes: inout FieldNotes<Field>
    ) -> (text: String, type: OmsType?)? {
        let field = Field.number.rawValue
        guard kind == .oms else {
            let number = notes.required(VoluntaryPolicyNumber.read(number, field: field), .number)
            return number.map { ($0.text, nil) }
        }
        let type: FieldReading<OmsType> = FieldReading(
            word: omsType, Field.omsType.rawValue, else: .omsTypeUnknown)
        let said = notes.optional(type)
        if type.refusal != nil { return nil }
        let number = notes.required(OmsPolicyNumber.read(number, field: field, type: said), .number)
        return number.map { ($0.text, $0.type) }
    }
}
