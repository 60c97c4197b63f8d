/// An insurance policy as the patient gave it. Kept as given: nobody has confirmed it yet.
package struct PolicyGiven: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case oms
        case dms
        case vzr
    }

    package let kind: Kind
    /// In its normal form, without decoration.
    package let number: String
    /// Of an ОМС policy.
    package let omsType: OmsType?
    package let insurer: String?
    /// The last day on which it holds.
    package let validTo: CalendarDay?

    package init(
        kind: Kind, number: String, omsType: OmsType? = nil, insurer: String? = nil,
        validTo: CalendarDay? = nil
    ) {
        self.kind = kind
        self.number = number
        self.omsType = omsType
        self.insurer = insurer
        self.validTo = validTo
    }

    /// The number as the paper has it.
    package var shown: String {
        kind == .oms ? OmsPolicyNumber(stored: number)?.shown ?? number : number
    }
}
