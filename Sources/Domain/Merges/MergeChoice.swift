/// Which of two cards a field is taken from when nobody says otherwise, and why.
package struct MergeChoice: Hashable, Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case kept
        case merged
    }

    package enum Reason: String, Sendable, CaseIterable {
        /// The other card says nothing here.
        case only
        /// At this card an identity document was seen, and at the other none.
        case document
        /// This card was written or corrected later than the other.
        case newer
        /// Both are of one moment.
        case kept
    }

    package let field: PersonField
    package let side: Side
    package let reason: Reason

    package init(field: PersonField, side: Side, reason: Reason) {
        self.field = field
        self.side = side
        self.reason = reason
    }

    /// The fields in which the cards differ, in the order of the form.
    /// - Parameter seen: the one card at which an identity document was seen
    package static func all(kept: Patient, merged: Patient, seen: Side?) -> [MergeChoice] {
        PersonField.allCases.filter { !kept.person.agrees(on: $0, with: merged.person) }.map { field in
            if merged.person.lacks(field) { return MergeChoice(field: field, side: .kept, reason: .only) }
            if kept.person.lacks(field) { return MergeChoice(field: field, side: .merged, reason: .only) }
            if let seen, field.isInDocument {
                return MergeChoice(field: field, side: seen, reason: .document)
            }
            if merged.changedAt.milliseconds > kept.changedAt.milliseconds {
                return MergeChoice(field: field, side: .merged, reason: .newer)
            }
            let reason: Reason = merged.changedAt == kept.changedAt ? .kept : .newer
            return MergeChoice(field: field, side: .kept, reason: reason)
        }
    }
}

extension PersonField {
    /// Whether an identity document says it, and whoever saw one has compared it.
    fileprivate var isInDocument: Bool {
        switch self {
        case .surname, .name, .patronymic, .birthDate, .sex: true
        case .phone, .email, .snils, .note: false
        }
    }
}

extension Person {
    /// This person with some fields as another card says them.
    package func taking(_ fields: Set<PersonField>, from other: Person) -> Person {
        var person = self
        for field in fields { person.take(field, from: other) }
        return person
    }

    package func agrees(on field: PersonField, with other: Person) -> Bool {
        taking([field], from: other) == self
    }

    private mutating func take(_ field: PersonField, from other: Person) {
        switch field {
        case .surname: surname = other.surname
        case .name: name = other.name
        case .patronymic: patronymic = other.patronymic
        case .birthDate: birthDate = other.birthDate
        case .sex: sex = other.sex
        case .phone: phone = other.phone
        case .email: email = other.email
        case .snils: snils = other.snils
        case .note: note = other.note
        }
    }

    fileprivate func lacks(_ field: PersonField) -> Bool {
        switch field {
        case .surname, .name, .birthDate, .sex: false
        case .patronymic: patronymic == .absent
        case .phone: phone == nil
        case .email: email == nil
        case .snils: snils == nil
        case .note: note == nil
        }
    }
}
