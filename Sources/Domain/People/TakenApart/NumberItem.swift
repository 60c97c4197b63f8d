// Ten digits are a passport or a phone, eleven a phone or a СНИЛС, nine a passport for abroad or nothing
// that we know. What decides: the word before it, then a check digit, then how the digits are grouped, then
// whether the year inside the series can be.

/// A stretch of numbers, read as one thing.
struct NumberItem {
    enum Content {
        case day(CalendarDay)
        /// `01.02.90`: which century only its owner knows.
        case shortDay(String)
        case part(TakenField, String)
        case passport(RussianPassport)
        case travelPassport(TravelPassport)
        case policy(OmsPolicyNumber)
    }

    let content: Content
    let certainty: TakenPart.Certainty
    let isLabelled: Bool
}

/// Numbers that stand side by side, as candidates to be one thing.
struct NumberStretch {
    let text: String
    let digits: String
    /// How many digits stand together, group by group.
    let groups: [Int]
    /// How many pieces there are.
    let count: Int
    let label: LineLabel?
    let today: CalendarDay

    init(_ pieces: ArraySlice<LinePiece>, label: LineLabel?, today: CalendarDay) {
        text = pieces.map(\.text).joined(separator: " ")
        digits = TypedText.digits(text)
        groups = text.unicodeScalars.split { !TypedText.isDigit($0) }.map(\.count)
        count = pieces.count
        self.label = label
        self.today = today
    }

    var items: [NumberItem] {
        [day, phone, snils, inn, passport, travelPassport, policy, departmentCode].compactMap { $0 }
    }

    private func item(
        _ content: NumberItem.Content, _ certainty: TakenPart.Certainty, _ labels: LineLabel...
    ) -> NumberItem {
        let isLabelled = label.map(labels.contains) ?? false
        return NumberItem(
            content: content, certainty: isLabelled ? .certain : certainty, isLabelled: isLabelled)
    }

    // MARK: Days

    private var day: NumberItem? {
        if count == 1, groups == [2, 2, 2], text.contains(".") || text.contains("/") {
            return NumberItem(content: .shortDay(text), certainty: .guess, isLabelled: false)
        }
        guard let day = TypedDay.read(text, field: "").value, (1900...2100).contains(day.year) else {
            return nil
        }
        switch (count, groups.count) {
        case (1, 3): return item(.day(day), .certain)
        case (1, 1) where digits.utf8.count == 8: return item(.day(day), .likely)
        case (3, 3) where groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4:
            return item(.day(day), .likely)
        default: return nil
        }
    }

    // MARK: Numbers with a check

    private var snils: NumberItem? {
        guard digits.utf8.count == 11, !text.hasPrefix("+"), count <= 4 else { return nil }
        let isGrouped = groups == [3, 3, 3, 2] || groups == [9, 2]
        let reading = Snils.read(text, field: "")
        guard let snils = reading.value, reading.problems.isEmpty else {
            // As it was typed: the form says what its check digits should be.
            return isGrouped || label == .snils
                ? NumberItem(content: .part(.snils, text), certainty: .guess, isLabelled: label == .snils)
                : nil
        }
        let canBePhone = groups == [11] && (digits.hasPrefix("7") || digits.hasPrefix("8"))
        let isFree = label == nil || label == .snils
        guard isGrouped || groups == [11] || label == .snils else { return nil }
        return item(.part(.snils, snils.shown), canBePhone || !isFree ? .likely : .certain, .snils)
    }

    private var inn: NumberItem? {
        guard digits.utf8.count == 12, groups.count == 1 || label == .inn, !text.hasPrefix("+") else {
            return nil
        }
        guard let inn = Inn.read(text, field: "").value else {
            return label == .inn
                ? NumberItem(content: .part(.inn, text), certainty: .guess, isLabelled: true) : nil
        }
        return item(.part(.inn, inn.shown), .certain, .inn)
    }

    private var policy: NumberItem? {
        let isWhole = groups == [16] || groups == [4, 4, 4, 4]
        let isTemporary = label == .policy && (groups == [9] || groups == [3, 6] || groups == [3, 3, 3])
        guard isWhole || isTemporary || (label == .policy && digits.utf8.count == 16) else { return nil }
        let reading = OmsPolicyNumber.read(digits, field: "")
        guard let number = reading.value else { return nil }
        let isRight = reading.problems.isEmpty
        guard isWhole, !isRight else { return item(.policy(number), .certain, .policy) }
        // The check digit speaks against it, whatever the word before it says.
        return NumberItem(
            content: .policy(number), certainty: label == .policy ? .likely : .guess,
            isLabelled: label == .policy)
    }

    // MARK: Numbers without one

    private var phone: NumberItem? {
        let isForeign = text.hasPrefix("+") && !digits.hasPrefix("7")
        guard count <= 5, (10...11).contains(digits.utf8.count) || isForeign,
            let phone = PhoneNumber.read(text, field: "").value
        else { return nil }
        return item(.part(.phone, phone.shown), phoneCertainty, .phone)
    }

    /// 8-926-111-22-33, 926 111 2233: nothing else is grouped so.
    private static let phoneGroups: Set<[Int]> = [
        [3, 3, 2, 2], [3, 3, 4], [1, 3, 3, 2, 2], [1, 3, 3, 4], [1, 3, 7], [3, 7], [1, 10], [3, 2, 2, 3],
        [1, 3, 2, 2, 3], [3, 3, 2, 2, 1], [1, 4, 2, 2, 2], [1, 4, 6], [1, 5, 5], [1, 5, 1, 2, 2],
    ]

    private var phoneCertainty: TakenPart.Certainty {
        if text.hasPrefix("+") || text.contains("(") { return .certain }
        if NumberStretch.phoneGroups.contains(groups) { return .certain }
        if groups == [11] { return .likely }
        guard groups == [10] else { return .guess }
        return digits.hasPrefix("9") && !canBePassport ? .likely : .guess
    }

    /// The third and fourth digit are the year of the blank.
    private var canBePassport: Bool {
        guard let passport = RussianPassport(stored: digits) else { return false }
        return passport.blankYear <= today.year && !digits.hasPrefix("00")
    }

    private var passport: NumberItem? {
        guard digits.utf8.count == 10, !text.contains("("), !text.hasPrefix("+"),
            let passport = RussianPassport.read(digits, field: "").value
        else { return nil }
        let isGrouped = groups == [4, 6] || groups == [2, 2, 6] || groups == [2, 8] || groups == [4, 3, 3]
        guard isGrouped || groups == [10] || label == .passport else { return nil }
        let certainty: TakenPart.Certainty =
            canBePassport && (isGrouped || !digits.hasPrefix("9")) ? .likely : .guess
        return item(.passport(passport), certainty, .passport)
    }

    private var travelPassport: NumberItem? {
        guard groups == [2, 7] || (label == .travelPassport && digits.utf8.count == 9),
            let passport = TravelPassport.read(digits, field: "").value
        else { return nil }
        return item(.travelPassport(passport), .likely, .travelPassport)
    }

    private var departmentCode: NumberItem? {
        guard groups == [3, 3] || (label == .departmentCode && groups == [6]),
            let code = DepartmentCode(stored: digits)
        else { return nil }
        return item(.part(.documentDepartmentCode, code.shown), .guess, .departmentCode)
    }
}
