extension SearchLine.Meaning {
    /// Whether it holds for the person whose paper another term has found. `besides` is what the paper itself
    /// says in letters.
    package func holds(for patient: Patient, besides: String) -> Bool {
        let person = patient.person
        switch self {
        case .word(let word):
            let names = [person.surname, person.name, person.patronymic.text ?? "", besides]
            return names.contains { SearchText.fold($0).contains(word) }
        case .birthDate(let day): return person.birthDate == day
        case .birthYear(let year): return person.birthDate.year == year
        case .phone(let digits): return person.phone?.e164.contains(digits) ?? false
        case .snils(let digits): return person.snils?.digits == digits
        case .card(let number): return patient.cardNumber == Int64(number)
        case .document, .policy, .sheet: return false
        }
    }
}
