package import Domain

extension JSON {
    init(fact patient: Patient) {
        let person = patient.person
        self = [
            "birth_date": .string(person.birthDate.iso),
            "card_number": .integer(patient.cardNumber),
            "changed_at": JSON(patient.changedAt),
            "email": JSON(person.email?.text),
            "id": JSON(patient.id),
            "name": .string(person.name),
            "note": JSON(person.note),
            "patronymic": JSON(person.patronymic.text),
            "patronymic_absent": .bool(person.patronymic == .absent),
            "phone": JSON(person.phone?.e164),
            "registered_at": JSON(patient.registeredAt),
            "registered_by": JSON(patient.registeredBy),
            "sex": .string(person.sex.rawValue),
            "snils": JSON(person.snils?.digits),
            "surname": .string(person.surname),
            "version": .integer(patient.version),
        ]
    }

    init(fact overrides: [Override]) {
        self = .array(
            overrides.map {
                ["code": .string($0.code), "field": .string($0.field), "reason": JSON($0.reason)]
            })
    }
}

extension Patient {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "patient")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            cardNumber: try reader.integer("card_number"), person: try Person(reader),
            registeredAt: try reader.instant("registered_at"), registeredBy: try reader.id("registered_by"),
            changedAt: try reader.instant("changed_at"))
    }
}

extension Person {
    init(_ reader: FactReader) throws(FactFault) {
        self.init(
            surname: try reader.text("surname"), name: try reader.text("name"),
            patronymic: try Patronymic(reader),
            birthDate: try reader.value("birth_date", CalendarDay.init(iso:)),
            sex: try reader.value("sex", Sex.init(rawValue:)),
            phone: try reader.optionalValue("phone", PhoneNumber.init(stored:)),
            email: try reader.optionalValue("email", EmailAddress.init(stored:)),
            snils: try reader.optionalValue("snils", Snils.init(stored:)),
            note: try reader.optionalText("note"))
    }
}

extension Patronymic {
    fileprivate init(_ reader: FactReader) throws(FactFault) {
        if try reader.flag("patronymic_absent") {
            self = .absent
        } else {
            self = .given(try reader.text("patronymic"))
        }
    }
}

extension Override {
    /// The warnings gone past that a fact carries; none when it carries no such member.
    package static func all(fact: JSON?) throws(FactFault) -> [Override] {
        try all(fact: fact?.elements ?? [])
    }

    static func all(fact: [JSON]) throws(FactFault) -> [Override] {
        var overrides: [Override] = []
        for element in fact {
            let reader = try FactReader(element, "overrides")
            overrides.append(
                Override(
                    field: try reader.text("field"), code: try reader.text("code"),
                    reason: try reader.optionalText("reason")))
        }
        return overrides
    }
}
