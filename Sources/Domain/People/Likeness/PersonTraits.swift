/// What a person is recognised by, as far as it is known: a form half typed, or a card.
///
/// A number (СНИЛС, a policy's) is a trait of its own here; `Likeness.numbers` compares them, and the store
/// looks them up in an index of their own.
package struct PersonTraits: Hashable, Sendable {
    package struct Policy: Hashable, Sendable {
        /// In its normal form.
        package let number: String
        /// Of ОМС: nobody else has it. An employer's ДМС has one number for all.
        package let isPersonal: Bool

        package init(number: String, isPersonal: Bool) {
            self.number = number
            self.isPersonal = isPersonal
        }
    }

    package let surname: NameTrait
    package let name: NameTrait
    /// Empty when there is none and when nobody has said yet.
    package let patronymic: NameTrait
    package let birthDate: CalendarDay?
    package let sex: Sex?
    package let phone: PhoneNumber?
    /// Another one that is known to be the person's.
    package let furtherPhone: PhoneNumber?
    package let snils: Snils?
    package let policy: Policy?

    /// `policy` and `furtherPhone` are numbers that are known to be the person's beside the card.
    package init(_ person: Person, policy: Policy? = nil, furtherPhone: PhoneNumber? = nil) {
        surname = NameTrait(person.surname)
        name = NameTrait(person.name)
        patronymic = NameTrait(person.patronymic.text ?? "")
        birthDate = person.birthDate
        sex = person.sex
        phone = person.phone
        self.furtherPhone = furtherPhone
        snils = person.snils
        self.policy = policy
    }

    /// What cannot be read yet is not known yet: nobody is told here what is wrong with it.
    package init(_ form: PersonForm, policy typed: String = "") {
        surname = NameTrait(form.surname)
        name = NameTrait(form.name)
        patronymic = NameTrait(form.patronymicAbsent ? "" : form.patronymic)
        birthDate = TypedDay.read(form.birthDate, field: PersonField.birthDate.rawValue).value
        sex = Sex.read(form.sex, field: PersonField.sex.rawValue).value
        phone = PhoneNumber.read(form.phone, field: PersonField.phone.rawValue).value
        furtherPhone = nil
        snils = Snils.read(form.snils, field: PersonField.snils.rawValue).value
        policy =
            OmsPolicyNumber.read(typed, field: "").value.map { Policy(number: $0.text, isPersonal: true) }
            ?? VoluntaryPolicyNumber.read(typed, field: "").value
            .map { Policy(number: $0.text, isPersonal: false) }
    }
}

extension PersonTraits {
    func sharesPhone(with other: PersonTraits) -> Bool {
        let theirs = [other.phone, other.furtherPhone].compactMap(\.self)
        return [phone, furtherPhone].contains { $0.map(theirs.contains) ?? false }
    }
}

/// One part of a name in the shape in which it is compared: «Салтыкова-Щедрина» is «салтыкова щедрина».
package struct NameTrait: Hashable, Sendable {
    /// Folded, without spaces: what the store keeps to look by.
    package let key: String
    /// The folded halves of a double name.
    let parts: [String]
    /// As it was written but for capitals: tells ё from е and a hyphen from a space.
    let written: String

    package init(_ text: String) {
        written = TypedText.line(text).lowercased()
        let folded = SearchText.fold(text)
        parts = folded.split(separator: " ").map(String.init)
        key = NameTrait.joined(folded)
    }

    /// The key alone, as every registration writes it.
    package static func key(_ text: String) -> String { joined(SearchText.fold(text)) }

    private static func joined(_ folded: String) -> String {
        // Nearly every name is one word.
        folded.utf8.contains(UInt8(ascii: " ")) ? folded.filter { $0 != " " } : folded
    }

    package var isEmpty: Bool { key.isEmpty }
}
