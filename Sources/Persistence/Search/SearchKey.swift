internal import Domain

/// The words by which a card is found, in one line. This is the one place that says what a search looks into:
/// a word added here is found by its beginning and by any three of its characters.
struct SearchKey: Hashable {
    let text: String

    /// What was stored.
    init(stored text: String) { self.text = text }

    /// Folded names first, so that an index over the key serves «начинается с»; then what else finds a
    /// person. The card's number ends in a dot, so that card 15 is not found as a part of card 150.
    init(_ patient: Patient) {
        let person = patient.person
        let names = [person.surname, person.name, person.patronymic.text].compactMap { $0 }
        var words = names.map(SearchText.fold)
        words.append(person.birthDate.shown)
        if let phone = person.phone { words.append(String(phone.e164.dropFirst())) }
        if let snils = person.snils { words.append(snils.digits) }
        words.append(SearchKey.card(patient.cardNumber))
        text = words.joined(separator: " ")
    }

    static func card(_ number: some BinaryInteger) -> String { "№\(number)." }

    static func birthYear(_ year: Int) -> String { ".\(year)" }
}
