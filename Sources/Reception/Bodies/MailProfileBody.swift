internal import Application
internal import Domain
internal import Wire

/// A mail profile as the card shows it, and as the list of those that wait does.
enum MailProfileBody {
    private static let own: [Schema.Property] = [
        .init("id", .id), .init("version", .count),
        .init("state", .words(MailProfile.State.allCases.map(\.rawValue))),
        .init("email", .text(max: 254).orNull), .init("due", .day.orNull), .init("overdue", .bool),
        // The address on the card is not the one that was confirmed.
        .init("outdated", .bool), .init("printed_at", .instant), .init("received_at", .instant.orNull),
        .init("decided_at", .instant.orNull), .init("reason", .text(max: 300).orNull),
    ]

    static let schema = Schema.named(
        "MailProfile",
        .object(
            own + [
                .init("lacks", .array(.words(MailProfile.Lack.allCases.map(\.rawValue)), maxItems: 2))
            ]))

    /// The answer of a step: what the card lacks is asked with the card.
    static let moved = Schema.named("MovedMailProfile", .object(own))

    static let waiting = Schema.named(
        "WaitingMailProfile",
        .object(
            own + [
                .init("urgent", .bool), .init("patient", .id), .init("surname", .text(max: 60)),
                .init("name", .text(max: 60)), .init("patronymic", .text(max: 60).orNull),
                .init("birth_date", .day), .init("card_number", .count),
                .init("phone_shown", .text(max: 24).orNull), .init("card_email", .text(max: 254).orNull),
            ]))

    static func json(_ profile: MailProfile, of patient: Patient, papers: [ShownPaper], today: CalendarDay)
        -> JSON
    {
        let email = patient.person.email
        let lacks = MailProfile.lacks(email: email, papers: papers)
        return .object(
            members(profile, cardEmail: email, today: today) + [
                .init("lacks", .array(lacks.map { .string($0.rawValue) }))
            ])
    }

    static func json(_ profile: MailProfile, today: CalendarDay) -> JSON {
        .object(members(profile, cardEmail: profile.email, today: today))
    }

    static func json(_ waiting: WaitingMailProfile, today: CalendarDay) -> JSON {
        let person = waiting.patient.person
        return .object(
            members(waiting.profile, cardEmail: person.email, today: today) + [
                .init("urgent", .bool(waiting.isUrgent(today))),
                .init("patient", .string(waiting.patient.id.text)),
                .init("surname", .string(person.surname)),
                .init("name", .string(person.name)),
                .init("patronymic", JSON(person.patronymic.text)),
                .init("birth_date", .string(person.birthDate.iso)),
                .init("card_number", .integer(waiting.patient.cardNumber)),
                .init("phone_shown", JSON(person.phone?.shown)),
                .init("card_email", JSON(person.email?.text)),
            ])
    }

    private static func members(
        _ profile: MailProfile, cardEmail: EmailAddress?, today: CalendarDay
    ) -> [JSON.Member] {
        let isOverdue = profile.state == .paperReceived && profile.due.map { $0 < today } == true
        return [
            .init("id", .string(profile.id.text)),
            .init("version", .integer(profile.version)),
            .init("state", .string(profile.state.rawValue)),
            .init("email", JSON(profile.email?.text)),
            .init("due", JSON(profile.due?.iso)),
            .init("overdue", .bool(isOverdue)),
            .init("outdated", .bool(profile.isOutdated(by: cardEmail))),
            .init("printed_at", .integer(profile.printedAt.milliseconds)),
            .init("received_at", JSON(profile.receivedAt?.milliseconds)),
            .init("decided_at", JSON(profile.decidedAt?.milliseconds)),
            .init("reason", JSON(profile.reason)),
        ]
    }
}
