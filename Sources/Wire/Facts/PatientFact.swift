package import Domain

extension JSON {
    init(fact patient: Patient) {
        self = .object(
            JSON.members(of: patient.person) + [
                .init("card_number", .integer(patient.cardNumber)),
                .init("changed_at", JSON(patient.changedAt)),
                .init("id", JSON(patient.id)),
                .init("registered_at", JSON(patient.registeredAt)),
                .init("registered_by", JSON(patient.registeredBy)),
                .init("version", .integer(patient.version)),
            ])
    }

    /// What a card says of a person, without the card.
    package init(fact person: Person) { self = .object(JSON.members(of: person)) }

    private static func members(of person: Person) -> [Member] {
        [
            .init("birth_date", .string(person.birthDate.iso)),
            .init("email", JSON(person.email?.text)),
            .init("name", .string(person.name)),
            .init("note", JSON(person.note)),
            .init("patronymic", JSON(person.patronymic.text)),
            .init("patronymic_absent", .bool(person.patronymic == .absent)),
            .init("phone", JSON(person.phone?.e164)),
            .init("sex", .string(person.sex.rawValue)),
            .init("snils", JSON(person.snils?.digits)),
            .init("surname", .string(person.surname)),
        ]
    }

    init(fact overrides: [Override]) {
        self = .array(
            overrides.map {
                ["code": .string($0.code), "field": .string($0.field), "reason": JSON($0.reason)]
            })
    }
}

extension PersonField {
    /// In what two facts of one card differ; none where one of them does not tell the card.
    package static func corrected(from earlier: JSON, to later: JSON) throws(FactFault) -> [PersonField] {
        guard earlier["patient"] != nil, later["patient"] != nil else { return [] }
        let (before, after) = (
            try Patient(fact: earlier["patient"]).person, try Patient(fact: later["patient"]).person
        )
        return allCases.filter { !before.agrees(on: $0, with: after) }
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
    /// - Parameter name: what the fact that holds it calls the person.
    package init(fact: JSON?, _ name: String) throws(FactFault) {
        try self.init(FactReader(fact, name))
    }

    fileprivate init(_ reader: FactReader) throws(FactFault) {
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
