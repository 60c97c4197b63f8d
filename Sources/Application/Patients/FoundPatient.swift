package import Domain

/// A card as the search shows it.
package struct FoundPatient: Hashable, Sendable {
    package let patient: Patient
    package let hasOpenVisit: Bool
    /// The number of the merged card by which this one was found.
    package let formerCard: Int64?
    /// What found the card, when a row of the search does not show it.
    package let foundBy: FoundBy?

    package init(patient: Patient, hasOpenVisit: Bool, formerCard: Int64? = nil, foundBy: FoundBy? = nil) {
        self.patient = patient
        self.hasOpenVisit = hasOpenVisit
        self.formerCard = formerCard
        self.foundBy = foundBy
    }
}

/// What a card was found by besides what its row shows: the last digits of a number, never the whole.
package struct FoundBy: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case document
        case policy
        case snils
        case sheet
        /// One of the phones beside the card's own.
        case phone
    }

    package static let shownDigits = 4

    package let kind: Kind
    package let tail: String

    package init(_ kind: Kind, _ number: String) {
        self.kind = kind
        tail = String(number.suffix(FoundBy.shownDigits))
    }
}

extension FoundPatient {
    /// A row shows the name, the date, the phone and the card; a СНИЛС that found it must be told.
    package func told(of line: SearchLine) -> FoundPatient {
        guard foundBy == nil, let snils = patient.person.snils,
            line.terms.contains(where: { $0.contains(.snils(snils.digits)) })
        else { return self }
        return FoundPatient(
            patient: patient, hasOpenVisit: hasOpenVisit, foundBy: FoundBy(.snils, snils.digits))
    }
}
