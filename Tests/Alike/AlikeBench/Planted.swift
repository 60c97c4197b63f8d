internal import DeskFixture
internal import Domain

/// How the second record of one person came to differ from the first.
enum Planted: String, CaseIterable {
    case nothingDiffers = "nothing differs"
    case yoForYe = "е for ё"
    case hyphen = "a hyphen or a space"
    case capitals = "capitals"
    case dayAndMonth = "day and month swapped"
    case surnameMissing = "surname: a letter missing"
    case surnameDoubled = "surname: a letter doubled"
    case surnameWrong = "surname: a wrong letter"
    case surnameNeighbours = "surname: neighbours swapped"
    case name = "name: one slip"
    case patronymic = "patronymic: one slip"
    case noPatronymic = "no patronymic"
    case dateWrong = "birth date: a wrong digit"
    case dateNeighbours = "birth date: neighbours swapped"
    case dateMissing = "birth date: a digit missing"
    case married = "surname changed"
    case half = "half of a double surname"
    case snils = "the same СНИЛС, all else wrong"
    case phone = "the same phone and name, two slips"
    case policy = "the same policy, all else wrong"

    /// The other form as it would be typed, without the numbers that would give it away; nil when the person
    /// cannot have this difference.
    func form(of one: PersonForm, _ numbers: inout SeededNumbers) -> PersonForm? {
        var form = one
        if self != .snils { form.snils = "" }
        if self != .phone { form.phone = "" }
        form.note = "Вторая запись"
        switch self {
        case .nothingDiffers: break
        case .yoForYe:
            form.surname = form.surname.replacing("ё", with: "е")
            form.name = form.name.replacing("ё", with: "е")
            form.patronymic = form.patronymic.replacing("ё", with: "е")
        case .hyphen: form.surname = form.surname.replacing("-", with: " ")
        case .capitals: form.surname = form.surname.uppercased()
        case .dayAndMonth: form.birthDate = swapped(form.birthDate)
        case .surnameMissing: form.surname = Typing.missing(form.surname, &numbers)
        case .surnameDoubled: form.surname = Typing.doubled(form.surname, &numbers)
        case .surnameWrong: form.surname = Typing.wrong(form.surname, &numbers)
        case .surnameNeighbours: form.surname = Typing.neighbours(form.surname, &numbers)
        case .name: form.name = Typing.any(form.name, &numbers)
        case .patronymic: form.patronymic = Typing.any(form.patronymic, &numbers)
        case .noPatronymic:
            form.patronymic = ""
            form.patronymicAbsent = true
        case .dateWrong: form.birthDate = Typing.wrongDigit(form.birthDate, &numbers)
        case .dateNeighbours: form.birthDate = Typing.neighbours(form.birthDate, &numbers)
        case .dateMissing: form.birthDate = Typing.missing(form.birthDate, &numbers)
        case .married:
            guard one.sex == Sex.female.rawValue, !one.patronymic.isEmpty else { return nil }
            form.surname = Names.feminine(Names.surnames.randomElement(using: &numbers) ?? "")
        case .half: form.surname = String(form.surname.split(separator: "-").last ?? "")
        case .snils, .policy:
            guard self == .policy || !one.snils.isEmpty else { return nil }
            form.surname = Names.surnames.randomElement(using: &numbers) ?? ""
            form.name = Typing.any(Typing.any(form.name, &numbers), &numbers)
            form.birthDate = "02.02.19" + String(Int.random(in: 10...99, using: &numbers))
        case .phone:
            guard !one.phone.isEmpty else { return nil }
            form.surname = Typing.wrong(form.surname, &numbers)
            form.birthDate = Typing.wrongDigit(form.birthDate, &numbers)
        }
        return isGood(form, of: one) ? form : nil
    }

    /// What the desk would take, and different where it is meant to be.
    private func isGood(_ form: PersonForm, of one: PersonForm) -> Bool {
        guard let today = CalendarDay(year: 2026, month: 11, day: 21) else { return false }
        let isOther =
            form.surname != one.surname || form.name != one.name || form.patronymic != one.patronymic
            || form.birthDate != one.birthDate
        return form.read(today: today).person != nil && isOther == (self != .nothingDiffers)
    }

    private func swapped(_ date: String) -> String {
        let parts = date.split(separator: ".")
        return "\(parts[1]).\(parts[0]).\(parts[2])"
    }
}

/// One slip of the fingers in a word or a date.
enum Typing {
    static func any(_ word: String, _ numbers: inout SeededNumbers) -> String {
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: missing(word, &numbers)
        case 1: doubled(word, &numbers)
        case 2: wrong(word, &numbers)
        default: neighbours(word, &numbers)
        }
    }

    static func missing(_ word: String, _ numbers: inout SeededNumbers) -> String {
        change(word, 1, &numbers) { _ in [] }
    }

    static func doubled(_ word: String, _ numbers: inout SeededNumbers) -> String {
        change(word, 1, &numbers) { $0 + $0 }
    }

    static func wrong(_ word: String, _ numbers: inout SeededNumbers) -> String {
        let letter = Array("абвгдежзийклмнопрстуфхцчшщыьэюя").randomElement(using: &numbers) ?? "а"
        return change(word, 1, &numbers) { _ in [letter] }
    }

    static func wrongDigit(_ date: String, _ numbers: inout SeededNumbers) -> String {
        let digit = Array("0123456789").randomElement(using: &numbers) ?? "0"
        return change(date, 1, &numbers) { $0 == ["."] ? $0 : [digit] }
    }

    static func neighbours(_ word: String, _ numbers: inout SeededNumbers) -> String {
        change(word, 2, &numbers) { $0.reversed() }
    }

    private static func change(
        _ word: String, _ width: Int, _ numbers: inout SeededNumbers, _ typed: ([Character]) -> [Character]
    ) -> String {
        var letters = Array(word)
        guard letters.count > width else { return word }
        let place = Int.random(in: 0...letters.count - width, using: &numbers)
        letters.replaceSubrange(place..<place + width, with: typed(Array(letters[place..<place + width])))
        return String(letters)
    }
}
