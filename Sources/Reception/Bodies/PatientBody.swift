internal import Application
internal import Domain
internal import Wire

/// A patient's card as the page shows it: stored values beside the shape in which people read them.
enum PatientBody {
    static let sex = Schema.words(Sex.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "Patient",
        .object([
            .init("id", .id), .init("version", .count), .init("card_number", .count),
            .init("surname", .text(max: 60)), .init("name", .text(max: 60)),
            .init("patronymic", .text(max: 60).orNull), .init("patronymic_absent", .bool),
            .init("birth_date", .day),
            .init("age_years", .integer(minimum: 0, maximum: 200)), .init("sex", sex),
            .init("phone", .text(max: 16).orNull), .init("phone_shown", .text(max: 24).orNull),
            .init("email", .text(max: 254).orNull), .init("snils", .text(max: 14).orNull),
            .init("note", .text(max: 1000).orNull), .init("registered_at", .instant),
            .init("changed_at", .instant),
            .init("phone_confirmed", confirmed.orNull),
            .init("missing", .array(.words(PatientCard.parts), maxItems: PatientCard.parts.count)),
            .init("open_visit", VisitBody.schema.orNull),
        ]))

    /// Who heard the patient confirm the phone that stands on the card, and when.
    private static let confirmed = Schema.object([
        .init("at", .instant), .init("operator_name", .text(max: 100)),
    ])

    static func json(_ card: PatientCard, today: CalendarDay) -> JSON {
        let patient = card.patient
        let person = patient.person
        return .object([
            .init("id", .string(patient.id.text)),
            .init("version", .integer(patient.version)),
            .init("card_number", .integer(patient.cardNumber)),
            .init("surname", .string(person.surname)),
            .init("name", .string(person.name)),
            .init("patronymic", JSON(person.patronymic.text)),
            .init("patronymic_absent", .bool(person.patronymic == .absent)),
            .init("birth_date", .string(person.birthDate.iso)),
            .init("age_years", .integer(age(person, today))),
            .init("sex", .string(person.sex.rawValue)),
            .init("phone", JSON(person.phone?.e164)),
            .init("phone_shown", JSON(person.phone?.shown)),
            .init("email", JSON(person.email?.text)),
            .init("snils", JSON(person.snils?.shown)),
            .init("note", JSON(person.note)),
            .init("registered_at", .integer(patient.registeredAt.milliseconds)),
            .init("changed_at", .integer(patient.changedAt.milliseconds)),
            .init(
                "phone_confirmed",
                card.phoneConfirmed.map {
                    ["at": .integer($0.at.milliseconds), "operator_name": .string($0.operatorName)]
                } ?? .null),
            .init("missing", .array(card.missing.map { .string($0) })),
            .init("open_visit", card.openVisit.map(VisitBody.json) ?? .null),
        ])
    }

    static let found = Schema.named(
        "FoundPatient",
        .object([
            .init("id", .id), .init("surname", .text(max: 60)), .init("name", .text(max: 60)),
            .init("patronymic", .text(max: 60).orNull), .init("birth_date", .day),
            .init("age_years", .integer(minimum: 0, maximum: 200)), .init("sex", sex),
            .init("phone_shown", .text(max: 24).orNull), .init("snils_shown", .text(max: 14).orNull),
            .init("card_number", .count), .init("open_visit", .bool), .init("former_card", .count.orNull),
            .init("dead", .bool),
            .init("found_by", foundBy.orNull),
        ]))

    private static let foundBy = Schema.named(
        "FoundBy",
        .object([
            .init("kind", .words(FoundBy.Kind.allCases.map(\.rawValue))),
            .init("tail", .text(max: FoundBy.shownDigits)),
        ]))

    static func json(_ found: FoundPatient, isDead: Bool, today: CalendarDay) -> JSON {
        let person = found.patient.person
        return .object([
            .init("id", .string(found.patient.id.text)),
            .init("surname", .string(person.surname)),
            .init("name", .string(person.name)),
            .init("patronymic", JSON(person.patronymic.text)),
            .init("birth_date", .string(person.birthDate.iso)),
            .init("age_years", .integer(age(person, today))),
            .init("sex", .string(person.sex.rawValue)),
            .init("phone_shown", JSON(person.phone?.shown)),
            .init("snils_shown", JSON(person.snils?.shown)),
            .init("card_number", .integer(found.patient.cardNumber)),
            .init("open_visit", .bool(found.hasOpenVisit)),
            .init("former_card", JSON(found.formerCard)),
            .init("dead", .bool(isDead)),
            .init(
                "found_by",
                found.foundBy.map { ["kind": .string($0.kind.rawValue), "tail": .string($0.tail)] } ?? .null),
        ])
    }

    /// A clock set back before somebody's birth must not stop the desk.
    private static func age(_ person: Person, _ today: CalendarDay) -> Int64 {
        Int64(max(0, person.birthDate.age(on: today) ?? 0))
    }
}
