/// Who somebody is: what reception asks and keeps, after every field has been read and found good.
package struct Person: Hashable, Sendable {
    package var surname: String
    package var name: String
    package var patronymic: Patronymic
    package var birthDate: CalendarDay
    package var sex: Sex
    package var phone: PhoneNumber?
    package var email: EmailAddress?
    package var snils: Snils?
    package var note: String?

    package init(
        surname: String, name: String, patronymic: Patronymic, birthDate: CalendarDay, sex: Sex,
        phone: PhoneNumber? = nil, email: EmailAddress? = nil, snils: Snils? = nil, note: String? = nil
    ) {
        self.surname = surname
        self.name = name
        self.patronymic = patronymic
        self.birthDate = birthDate
        self.sex = sex
        self.phone = phone
        self.email = email
        self.snils = snils
        self.note = note
    }

    /// What a good card would have and this one lacks; each is one key away on the card.
    package var missing: [PersonField] {
        var fields: [PersonField] = []
        if phone == nil { fields.append(.phone) }
        if snils == nil { fields.append(.snils) }
        if email == nil { fields.append(.email) }
        return fields
    }
}

/// A patronymic is either known or known to be absent; an empty field is neither and is refused (E-16).
package enum Patronymic: Hashable, Sendable {
    case given(String)
    case absent

    package var text: String? {
        if case .given(let text) = self { return text }
        return nil
    }
}
