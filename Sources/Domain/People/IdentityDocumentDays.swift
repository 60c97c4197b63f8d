// A passport is given at an age that the law names and must be changed at 20 and at 45; the old one serves 90
// days more. The year of the blank stands in its series, and blanks do not lie for long. What cannot be is
// refused; what is odd is asked about.

/// The days of a document beside the person's own: what they say of each other.
struct IdentityDocumentDays {
    let kind: IdentityDocument.Kind
    let issuedOn: CalendarDay?
    let birthDate: CalendarDay?
    let today: CalendarDay
    /// Of a passport whose series is known.
    let blankYear: Int?

    private static let renewalAges = [20, 45]
    private static let daysToRenew = 90
    private static let yearsOnTheShelf = 3

    var problems: [FieldProblem] { [ofAge, ofIssue, ofBlank, ofRenewal].compactMap { $0 } }

    private var ofAge: FieldProblem? {
        guard let age = birthDate?.age(on: today) else { return nil }
        let field = IdentityDocumentField.kind.rawValue
        switch kind {
        case .passport where age < LegalAge.passport:
            return FieldProblem(field, .passportTooYoung, ["age": "\(age)"])
        case .birthCertificate where age >= LegalAge.passport:
            return FieldProblem(field, .birthCertificateAge, ["age": "\(age)"])
        default: return nil
        }
    }

    private var ofIssue: FieldProblem? {
        guard let issuedOn else { return nil }
        guard issuedOn <= today else { return problem(.issuedFuture, ["today": today.shown]) }
        guard let birthDate else { return nil }
        guard let age = birthDate.age(on: issuedOn) else {
            return problem(.issuedBeforeBirth, ["birth": birthDate.shown])
        }
        guard kind == .passport, age < LegalAge.passport else { return nil }
        return problem(.passportIssuedYoung, ["age": "\(age)"])
    }

    private var ofBlank: FieldProblem? {
        guard let blankYear, let issuedOn, abs(issuedOn.year - blankYear) > Self.yearsOnTheShelf else {
            return nil
        }
        return problem(.passportBlankYear, ["blank": "\(blankYear)", "issued": "\(issuedOn.year)"])
    }

    private var ofRenewal: FieldProblem? {
        guard kind == .passport, let issuedOn, let birthDate else { return nil }
        for age in Self.renewalAges {
            guard let birthday = birthDate.birthday(age), issuedOn < birthday else { continue }
            guard today.daysSince1970 - birthday.daysSince1970 > Self.daysToRenew else { return nil }
            return problem(.passportReplace, ["age": "\(age)", "birthday": birthday.shown])
        }
        return nil
    }

    private func problem(_ code: FieldCode, _ parameters: [String: String]) -> FieldProblem {
        FieldProblem(IdentityDocumentField.issuedOn.rawValue, code, parameters)
    }
}
