/// The three forms of an ОМС policy that people still bring.
package enum OmsType: String, Sendable, CaseIterable {
    /// The single policy (ЕНП): 16 digits, the last one a check digit.
    case enp
    /// A temporary certificate: nine digits.
    case temporary
    /// What was given out before 2011: series and number by regional rules.
    case old
}

/// The number of an ОМС policy.
package struct OmsPolicyNumber: Hashable, Sendable {
    package let type: OmsType
    /// `2600000000000000`, `012345678` or `АБ-12 123456`.
    package let text: String

    package init?(stored text: String) {
        guard let type = OmsPolicyNumber.type(of: text) else { return nil }
        self.type = type
        self.text = text
    }

    /// `2600 0000 0000 0000`, `012 345678` or `АБ-12 № 123456`.
    package var shown: String {
        switch type {
        case .enp: DigitMask.fill("#### #### #### ####", with: text)
        case .temporary: DigitMask.fill("### ######", with: text)
        case .old: text.split(separator: " ").joined(separator: " № ")
        }
    }

    static let seriesLength = 2...6
    static let longestOldNumber = 20

    private static func type(of text: String) -> OmsType? {
        if TypedDigits.areDigits(text, 16) { return .enp }
        if TypedDigits.areDigits(text, 9) { return .temporary }
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false)
        guard pieces.count == 2, seriesLength.contains(pieces[0].unicodeScalars.count),
            pieces[0].unicodeScalars.allSatisfy(isOfSeries),
            (1...longestOldNumber).contains(pieces[1].utf8.count),
            pieces[1].unicodeScalars.allSatisfy(TypedText.isDigit)
        else { return nil }
        return .old
    }

    static func isOfSeries(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "А"..."Я", "Ё", "A"..."Z", "-": true
        default: TypedText.isDigit(scalar)
        }
    }
}
