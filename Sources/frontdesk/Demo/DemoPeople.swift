internal import Application
internal import Domain

/// Invents people: names that occur, births that are possible, numbers whose check digits are right. The same
/// seed gives the same people. No phone can be anybody's: there is no code 000.
struct DemoPeople {
    /// What an invented form may be warned of, and is meant to have.
    static let expectedWarnings: Set<String> = [
        FieldCode.birthFirstJanuary.rawValue, FieldCode.snilsUnchecked.rawValue, FieldCode.birthOld.rawValue,
    ]

    private var dice: Dice
    private var count = 0

    init(seed: UInt64) { dice = Dice(state: seed) }

    mutating func next() -> PersonForm {
        count += 1
        let isWoman = dice.roll(2) == 0
        let surname = pick(DemoNames.surnames)
        var form = PersonForm()
        form.surname = isWoman ? DemoNames.feminine(surname) : surname
        form.name = pick(isWoman ? DemoNames.women : DemoNames.men)
        // Every thirtieth has no patronymic, as at a real desk.
        form.patronymicAbsent = count % 30 == 0
        form.patronymic = form.patronymicAbsent ? "" : pick(isWoman ? DemoNames.daughters : DemoNames.sons)
        form.birthDate = birth()
        form.sex = isWoman ? Sex.female.rawValue : Sex.male.rawValue
        if dice.roll(10) > 0 { form.phone = "+7 000 " + digits(3) + "-" + digits(2) + "-" + digits(2) }
        if dice.roll(3) == 0 { form.email = "patient\(count)@example.org" }
        if dice.roll(5) > 0 { form.snils = snils() }
        return form
    }

    private mutating func pick(_ words: [String]) -> String { words[dice.roll(words.count)] }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(dice.roll(10)) }.joined()
    }

    /// Between 1930 and 2020, a day that every month has.
    private mutating func birth() -> String {
        let (day, month, year) = (1 + dice.roll(28), 1 + dice.roll(12), 1930 + dice.roll(90))
        return (day < 10 ? "0" : "") + "\(day)." + (month < 10 ? "0" : "") + "\(month).\(year)"
    }

    /// Above 001-001-998, so that the control number means something.
    private mutating func snils() -> String {
        let body = String(100 + dice.roll(100)) + digits(6)
        return body + Snils.control(of: body)
    }
}

/// A small generator that gives the same numbers on every machine (splitmix64).
struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
}
