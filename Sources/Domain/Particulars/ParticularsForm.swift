/// The fields of the particulars, by the names that forms and problems share. Further phones are `phone_2`,
/// `phone_3` …, each with a `whose_2`, `whose_3` …
package enum ParticularsField: String, CaseIterable, Sendable {
    case inn
    case addressRegistered = "address_registered"
    case addressActual = "address_actual"
    case attachment
    case attachedSince = "attached_since"

    /// The first further phone is the second of the card.
    package static func phone(_ index: Int) -> String { "phone_\(index + 2)" }
    package static func whose(_ index: Int) -> String { "whose_\(index + 2)" }
}

/// Particulars as they were typed.
package struct ParticularsForm: Hashable, Sendable {
    package struct Phone: Hashable, Sendable {
        package var phone: String
        package var whose: String

        package init(phone: String, whose: String = "") {
            self.phone = phone
            self.whose = whose
        }
    }

    package var inn = ""
    package var phones: [Phone] = []
    package var addressRegistered = ""
    package var addressActual = ""
    package var addressSame = false
    /// The id of a place, or nothing.
    package var attachment = ""
    package var attachedSince = ""

    package init() {}
}

/// What came of reading the form: what it says when nothing was wrong, and all that there is to say by field.
package struct ParticularsReading: Hashable, Sendable {
    package let content: Particulars.Content?
    package let problems: [FieldProblem]

    package init(content: Particulars.Content?, problems: [FieldProblem]) {
        self.content = content
        self.problems = problems
    }
}

extension ParticularsForm {
    private typealias Field = ParticularsField

    private static let longestWhose = 60

    /// `today` is the day in the clinic's time zone.
    package func read(today: CalendarDay, strictness: Strictness = .usual) -> ParticularsReading {
        var notes = FieldNotes<Field>(strictness)
        var content = Particulars.Content()
        let control = strictness.severity(of: .innControl)
        content.inn = notes.optional(Inn.read(inn, field: Field.inn.rawValue, control: control))
        content.phones = readPhones(&notes)
        readAddresses(&content, &notes)
        content.attachment = readAttachment(today, &notes)
        return ParticularsReading(content: notes.clean ? content : nil, problems: notes.problems)
    }

    private func readPhones(_ notes: inout FieldNotes<Field>) -> [Particulars.Phone] {
        var known: Set<PhoneNumber> = []
        var phones: [Particulars.Phone] = []
        for (index, typed) in self.phones.prefix(Particulars.mostPhones).enumerated() {
            let number = notes.optional(PhoneNumber.read(typed.phone, field: Field.phone(index)))
            let whose = notes.optional(
                FreeText.read(typed.whose, field: Field.whose(index), max: Self.longestWhose))
            guard let number else {
                let isEmpty = TypedText.line(typed.phone).isEmpty
                if isEmpty, whose != nil {
                    notes.refuse(FieldProblem(Field.phone(index), .required))
                }
                continue
            }
            guard known.insert(number).inserted else {
                notes.refuse(FieldProblem(Field.phone(index), .phoneTwice))
                continue
            }
            phones.append(Particulars.Phone(number: number, whose: whose?.text))
        }
        return phones
    }

    private func readAddresses(_ content: inout Particulars.Content, _ notes: inout FieldNotes<Field>) {
        let (registered, actual) = (Field.addressRegistered, Field.addressActual)
        content.registeredAddress = notes.optional(address(addressRegistered, registered))?.text
        content.actualAddress = notes.optional(address(addressActual, actual))?.text
        content.livesAsRegistered = addressSame
        guard addressSame else { return }
        // Whichever of the two we dropped could be the true one.
        if content.actualAddress != nil {
            notes.refuse(FieldProblem(actual.rawValue, .addressAndTick))
        }
        if TypedText.line(addressRegistered).isEmpty {
            notes.refuse(FieldProblem(registered.rawValue, .required))
        }
    }

    private func address(_ typed: String, _ field: Field) -> FieldReading<FreeText> {
        FreeText.read(typed, field: field.rawValue, max: Particulars.longestAddress)
    }

    private func readAttachment(
        _ today: CalendarDay, _ notes: inout FieldNotes<Field>
    ) -> Particulars.Attachment? {
        let since = notes.optional(TypedDay.read(attachedSince, field: Field.attachedSince.rawValue))
        if let since, since > today {
            notes.refuse(
                FieldProblem(Field.attachedSince.rawValue, .attachedFuture, ["today": today.shown]))
        }
        guard !attachment.isEmpty else {
            let isDated = !TypedText.line(attachedSince).isEmpty
            if isDated { notes.refuse(FieldProblem(Field.attachment.rawValue, .required)) }
            return nil
        }
        guard let place = ID<AttachmentPlace>(attachment) else {
            notes.refuse(FieldProblem(Field.attachment.rawValue, .attachmentUnknown))
            return nil
        }
        return Particulars.Attachment(place: place, since: since)
    }
}
