internal import Domain

/// One of a household, before the papers.
struct Resident {
    /// As a man bears it.
    let surname: String
    let name: String
    let father: String
    let sex: Sex
    let birth: CalendarDay
    let phone: String?
}

/// Who lives behind one door: one person, two, or a family with children who bear the father's surname and
/// may have their mother's phone.
struct Household {
    private(set) var residents: [Resident] = []

    init(_ dice: inout Dice) {
        switch dice.roll(100) {
        case 0..<34: residents = [Household.single(&dice)]
        case 34..<62: residents = Household.couple(&dice)
        case 62..<94: residents = Household.family(&dice)
        default: residents = Household.mothersOwn(&dice)
        }
    }

    /// The last day of the year up to which people are invented. A constant: else the same seed would give
    /// others tomorrow.
    private static let lastYear = 2025

    private static func single(_ dice: inout Dice) -> Resident {
        let sex: Sex = dice.happens(430) ? .male : .female
        return resident(Surnames.draw(&dice), sex, adultYear(&dice, sex), phone(&dice), &dice)
    }

    private static func couple(_ dice: inout Dice) -> [Resident] {
        let surname = Surnames.draw(&dice)
        let year = adultYear(&dice, .male)
        let home = dice.happens(300) ? phone(&dice) : nil
        let husband = resident(surname, .male, year, home ?? phone(&dice), &dice)
        // One wife in eight keeps her own name.
        let hers = dice.happens(125) ? Surnames.draw(&dice) : surname
        let herYear = min(max(year + dice.roll(-4...7), 1925), lastYear - 18)
        return [husband, resident(hers, .female, herYear, home ?? phone(&dice), &dice)]
    }

    private static func family(_ dice: inout Dice) -> [Resident] {
        let year = lastYear - dice.roll(24...58)
        let surname = Surnames.draw(&dice)
        let father = resident(surname, .male, year - dice.roll(0...5), phone(&dice), &dice)
        let mother = resident(surname, .female, year, phone(&dice), &dice)
        return [father, mother] + children(surname, father.name, of: mother, &dice)
    }

    private static func mothersOwn(_ dice: inout Dice) -> [Resident] {
        let mother = resident(
            Surnames.draw(&dice), .female, lastYear - dice.roll(22...50), phone(&dice), &dice)
        let father = GivenNames.man(born: mother.birth.year, &dice)
        return [mother] + children(mother.surname, father, of: mother, &dice)
    }

    private static func children(
        _ surname: String, _ father: String, of mother: Resident, _ dice: inout Dice
    ) -> [Resident] {
        var children: [Resident] = []
        var year = mother.birth.year + dice.roll(19...33)
        for _ in 0..<[1, 1, 1, 2, 2, 3][dice.roll(6)] {
            guard year <= lastYear, year <= mother.birth.year + 45 else { break }
            let birth = day(of: year, &dice)
            // Twins now and then.
            for _ in 0..<(dice.happens(12) ? 2 : 1) {
                children.append(child(surname, father, of: mother, born: birth, &dice))
            }
            year += dice.roll(2...6)
        }
        return children
    }

    private static func child(
        _ surname: String, _ father: String, of mother: Resident, born birth: CalendarDay,
        _ dice: inout Dice
    ) -> Resident {
        let sex: Sex = dice.happens(514) ? .male : .female
        // One son in thirty is named after his father.
        let name = sex == .male && dice.happens(33) ? father : given(sex, birth.year, &dice)
        let isSmall = lastYear - birth.year < 12
        let phone = isSmall || dice.happens(250) ? mother.phone : phone(&dice)
        return Resident(
            surname: surname, name: name, father: father, sex: sex, birth: birth, phone: phone)
    }

    private static func resident(
        _ surname: String, _ sex: Sex, _ year: Int, _ phone: String?, _ dice: inout Dice
    ) -> Resident {
        let father = GivenNames.man(born: year - dice.roll(20...40), &dice)
        return Resident(
            surname: surname, name: given(sex, year, &dice), father: father, sex: sex,
            birth: day(of: year, &dice), phone: phone)
    }

    private static func given(_ sex: Sex, _ year: Int, _ dice: inout Dice) -> String {
        sex == .male ? GivenNames.man(born: year, &dice) : GivenNames.woman(born: year, &dice)
    }

    /// No code 000 exists, so the number is nobody's. One in nine adults gives none.
    private static func phone(_ dice: inout Dice) -> String? {
        guard !dice.happens(110) else { return nil }
        return "+7000" + String(10_000_000 + dice.roll(10_000_000)).dropFirst()
    }

    private static func day(of year: Int, _ dice: inout Dice) -> CalendarDay {
        let month = dice.roll(1...12)
        let day = dice.roll(1...CalendarDay.days(in: month, of: year))
        guard let made = CalendarDay(year: year, month: month, day: day) else {
            preconditionFailure("a day that its month has")
        }
        return made
    }

    // Adults by the five years of their age from 20 on, in thousands, as the pyramid of 2024 has them: the
    // dent of the nineties, the rise of the eighties, men fewer from sixty on.
    private static let men = ages([
        3700, 3500, 4600, 6000, 5900, 5300, 4900, 4300, 4300, 4200, 3000, 1700, 800, 600, 150, 20,
    ])
    private static let women = ages([
        3600, 3400, 4500, 6000, 6100, 5700, 5400, 4900, 5400, 5900, 5000, 3500, 1900, 1800, 600, 110,
    ])

    private static func ages(_ thousands: [Int]) -> Urn<Int> {
        Urn(thousands.enumerated().map { (20 + 5 * $0, $1) })
    }

    private static func adultYear(_ dice: inout Dice, _ sex: Sex) -> Int {
        lastYear - (sex == .male ? men : women).draw(&dice) - dice.roll(5)
    }
}
