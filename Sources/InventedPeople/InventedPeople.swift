package import Domain

/// Invents the people of a town, household by household: names that occur, births that are possible, numbers
/// whose check digits are right.
///
/// The same seed gives the same people. Nothing of it can be anybody's: there is no phone code 000, and the
/// domains are those kept for examples.
package struct InventedPeople {
    /// What an invented form may be warned of, and is meant to have.
    package static let expectedWarnings: Set<String> = [
        FieldCode.birthFirstJanuary.rawValue, FieldCode.birthOld.rawValue,
    ]

    private var dice: Dice
    private let snilsStart: Int
    private var count = 0
    /// Who is left of the household that was drawn last, the next one at the end.
    private var waiting: [Resident] = []

    package init(seed: UInt64) {
        dice = Dice(seed: seed)
        snilsStart = dice.roll(InventedPeople.snilsCount)
    }

    package mutating func next() -> PersonForm {
        if waiting.isEmpty { waiting = Household(&dice).residents.reversed() }
        count += 1
        return form(of: waiting.removeLast())
    }

    private mutating func form(of one: Resident) -> PersonForm {
        var form = PersonForm()
        form.surname = one.sex == .female ? Surnames.feminine(one.surname) : one.surname
        form.name = one.name
        // Every fortieth has none: many who came from elsewhere, some whom nobody asked.
        form.patronymicAbsent = dice.happens(25)
        if !form.patronymicAbsent {
            form.patronymic =
                one.sex == .female
                ? Patronymics.daughter(of: one.father) : Patronymics.son(of: one.father)
        }
        form.birthDate = one.birth.shown
        form.sex = one.sex.rawValue
        if let phone = one.phone { form.phone = phone }
        if dice.happens(120) { form.email = "patient\(count)@" + InventedPeople.domains[dice.roll(3)] }
        if dice.happens(880) { form.snils = snils() }
        if dice.happens(15) { form.note = InventedPeople.notes[dice.roll(InventedPeople.notes.count)] }
        return form
    }

    private static let domains = ["example.org", "example.com", "example.net"]

    private static let notes = [
        "Просит говорить громче", "Звонить после 18:00", "Приходит с сопровождающим", "На коляске",
        "Говорит по-татарски, с ней дочь", "Просит не звонить на работу", "Боится уколов",
    ]

    private static let snilsCount = 800_000_000
    /// Shares no divisor with the count, so no number comes twice before all have come.
    private static let snilsStep = 368_788_787

    private func snils() -> String {
        let place = (snilsStart + count * InventedPeople.snilsStep) % InventedPeople.snilsCount
        let body = String(100_000_000 + place)
        return body + Snils.control(of: body)
    }
}
