// Two records are one person's when all that is known of both agrees but for one difference of the kinds that
// desks make. A second difference makes two people of them: twins differ in the name, namesakes in the date,
// fathers and sons in the date and most often in a name. A number that only one person has needs no more; the
// number of a firm's policy says nothing without the name.

/// Why a card may be the card of the person in the form.
package struct Likeness: Hashable, Sendable {
    /// The strongest first: their order is the order of the cards shown.
    package enum Reason: String, CaseIterable, Sendable {
        case sameSnils = "same_snils"
        case samePolicyAndName = "same_policy_and_name"
        case samePolicy = "same_policy"
        case sameNameAndBirth = "same_name_and_birth"
        case otherSpelling = "other_spelling"
        case dayAndMonthSwapped = "day_and_month_swapped"
        case slipInSurname = "slip_in_surname"
        case slipInPatronymic = "slip_in_patronymic"
        case slipInBirthDate = "slip_in_birth_date"
        case slipInName = "slip_in_name"
        case halfOfDoubleName = "half_of_double_name"
        case samePhoneAndName = "same_phone_and_name"
        case otherPatronymic = "other_patronymic"
        case surnameChanged = "surname_changed"
    }

    /// The strongest first, never empty.
    package let reasons: [Reason]

    /// 0 for the strongest.
    package let rank: Int

    /// Nil when nothing says that the two are one.
    package init?(_ one: PersonTraits, _ other: PersonTraits) {
        let pair = Comparison(one, other)
        let found = Set(pair.numbers + [pair.person, pair.phone].compactMap { $0 })
        let reasons = Reason.allCases.filter(found.contains)
        guard let first = reasons.first else { return nil }
        self.reasons = reasons
        rank = Reason.allCases.firstIndex(of: first) ?? 0
    }
}

/// Two records side by side, field by field.
private struct Comparison {
    let one: PersonTraits
    let other: PersonTraits
    let surname: Difference
    let name: Difference
    let patronymic: Difference
    let birthDate: Difference

    enum Difference {
        /// One of the two does not say.
        case unknown
        case none
        /// ё or е, a hyphen or a space.
        case spelling
        case swapped
        case slip
        /// One half of a double name is missing.
        case half
        /// Two parts of a date of three are the same.
        case near
        case full

        var isNone: Bool { self == .none || self == .spelling || self == .unknown }
    }

    init(_ one: PersonTraits, _ other: PersonTraits) {
        self.one = one
        self.other = other
        surname = Comparison.compare(one.surname, other.surname)
        patronymic = Comparison.compare(one.patronymic, other.patronymic)
        birthDate = Comparison.compare(one.birthDate, other.birthDate)
        let name = Comparison.compare(one.name, other.name)
        // Анна and Инна are twins before they are a slip, and so is a boy beside a girl.
        let isOther =
            Comparison.differ(one.sex, other.sex)
            || GivenNames.areTwo(one.name.key, other.name.key, of: one.sex ?? other.sex)
        self.name = name == .slip && isOther ? .full : name
    }

    // MARK: What it says

    /// Numbers that both have.
    var numbers: [Likeness.Reason] {
        var reasons: [Likeness.Reason] = []
        if one.snils != nil && one.snils == other.snils { reasons.append(.sameSnils) }
        if let mine = one.policy, let theirs = other.policy, mine.number == theirs.number {
            let isNamed = [surname, name].allSatisfy { $0 == .none || $0 == .spelling }
            if isNamed {
                reasons.append(.samePolicyAndName)
            } else if mine.isPersonal && theirs.isPersonal {
                reasons.append(.samePolicy)
            }
        }
        return reasons
    }

    /// Names and birth date, with no more than one difference.
    var person: Likeness.Reason? {
        guard surname != .unknown, name != .unknown, birthDate != .unknown else { return nil }
        let fields = [surname, name, patronymic, birthDate]
        let differing = fields.filter { !$0.isNone }
        if differing.isEmpty { return fields.contains(.spelling) ? .otherSpelling : .sameNameAndBirth }
        guard differing.count == 1 else { return nil }
        if differing == [.half] { return .halfOfDoubleName }
        if !surname.isNone { return ofSurname }
        if !name.isNone { return name == .slip ? .slipInName : nil }
        if !patronymic.isNone { return ofPatronymic }
        return ofBirthDate
    }

    /// A family has one phone and may have one name twice, so the birth date must not speak against it.
    var phone: Likeness.Reason? {
        guard one.sharesPhone(with: other) else { return nil }
        guard name == .none || name == .spelling, patronymic != .full, birthDate != .full else { return nil }
        return .samePhoneAndName
    }

    private var ofSurname: Likeness.Reason? {
        if surname == .slip { return .slipInSurname }
        let isWoman = (one.sex ?? other.sex) == .female && !Comparison.differ(one.sex, other.sex)
        // With the patronymic unknown too little is left that agrees.
        return isWoman && patronymic != .unknown && !haveOtherNumbers ? .surnameChanged : nil
    }

    private var ofPatronymic: Likeness.Reason? {
        if patronymic == .slip { return .slipInPatronymic }
        return haveOtherNumbers ? nil : .otherPatronymic
    }

    private var ofBirthDate: Likeness.Reason? {
        switch birthDate {
        case .swapped: .dayAndMonthSwapped
        // Namesakes born within a digit of each other are many where only one of the two has a patronymic.
        case .slip where one.patronymic.isEmpty == other.patronymic.isEmpty: .slipInBirthDate
        default: nil
        }
    }

    private var haveOtherNumbers: Bool { Comparison.differ(one.snils, other.snils) }

    // MARK: Field by field

    private static func compare(_ one: NameTrait, _ other: NameTrait) -> Difference {
        if one.isEmpty || other.isEmpty { return .unknown }
        if one.key == other.key { return one.written == other.written ? .none : .spelling }
        if Slip.divides(one.key, other.key) { return .slip }
        let (short, long) = one.parts.count <= other.parts.count ? (one, other) : (other, one)
        let isHalf = short.parts.count < long.parts.count && short.parts.allSatisfy(long.parts.contains)
        return isHalf ? .half : .full
    }

    private static func compare(_ one: CalendarDay?, _ other: CalendarDay?) -> Difference {
        guard let one, let other else { return .unknown }
        if one == other { return .none }
        if one.swapped == other { return .swapped }
        if Slip.divides(one, other) { return .slip }
        let same = [one.day == other.day, one.month == other.month, one.year == other.year]
        return same.filter { $0 }.count == 2 ? .near : .full
    }

    private static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }
}
