// Ages at which the law changes what somebody may do at a reception's desk, in full years.
//
// 14: a citizen has a passport from this age on (Указ Президента РФ № 232 of 1997 and the regulation on the
// passport). 15: «несовершеннолетние в возрасте старше пятнадцати лет» agree to medical intervention
// themselves, before that a parent or another legal representative does (Федеральный закон № 323-ФЗ,
// article 54 part 2 with article 20 part 2). 18: majority, a parent's rights end (Семейный кодекс РФ,
// article 61 part 2). For personal data the law (№ 152-ФЗ, article 9 part 6) names no age of its own; the
// desk keeps to one line for all its sheets.

/// The ages that reception must know.
package enum LegalAge {
    package static let passport = 14
    package static let ownConsent = 15
    package static let majority = 18

    /// Whether a consent of this person is for a representative to sign.
    package static func needsRepresentative(born: CalendarDay, on today: CalendarDay) -> Bool {
        // Who is not born yet by a clock set back is a child all the same.
        (born.age(on: today) ?? 0) < ownConsent
    }
}

/// What reception should do now because of somebody's age. Past the year after a birthday that changed
/// something there is nothing to say.
package enum AgeHint: String, Hashable, Sendable, CaseIterable {
    case under14 = "under_14"
    case from14 = "from_14"
    case from15 = "from_15"
    case from18 = "from_18"

    package init?(born: CalendarDay, on today: CalendarDay) {
        switch born.age(on: today) {
        case nil: return nil
        case .some(..<LegalAge.passport): self = .under14
        case .some(..<LegalAge.ownConsent): self = .from14
        case .some(..<LegalAge.majority): self = .from15
        case .some(LegalAge.majority): self = .from18
        default: return nil
        }
    }
}
