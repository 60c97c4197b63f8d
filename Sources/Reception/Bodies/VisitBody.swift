internal import Application
internal import Domain
internal import Wire

/// A visit as lists and cards show it, and the form that opens one.
enum VisitBody {
    static let destination = Schema.words(Visit.Destination.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "Visit",
        .object([
            .init("id", .id), .init("version", .count), .init("number", .count),
            .init("patient", name.orNull),
            .init("arrived_at", .instant), .init("day", .day), .init("reason", .text(max: 300)),
            .init("destination", destination), .init("place", .text(max: 100).orNull),
            .init("state", .words(Visit.State.allCases.map(\.rawValue))),
            .init("outcome", .text(max: 300).orNull),
            .init("cancel_reason", .text(max: 300).orNull), .init("operator_name", .text(max: 100)),
            .init("started_at", .instant.orNull), .init("ended_at", .instant.orNull), PlacedBody.card,
            .init("brought_by", .text(max: 200).orNull),
            .init("receipt", .text(max: 30).orNull), .init("entered_at", .instant.orNull),
            .init("blank", .text(max: 40).orNull),
        ]))

    private static let name = Schema.object([
        .init("id", .id), .init("surname", .text(max: 60)), .init("name", .text(max: 60)),
        .init("patronymic", .text(max: 60).orNull), .init("birth_date", .day),
    ])

    /// What is typed to open one. Longer than may be kept: the domain tells the operator, not the schema.
    static let form = Schema.named(
        "VisitForm",
        .object([
            .init("reason", .text(max: 2000, example: "Справка в бассейн")),
            .init("destination", destination),
            .init("place", .text(max: 2000).orNull), late,
        ]))

    /// A visit that was written on paper: when it really was, and how it ended.
    static let late = Schema.Property(
        "late",
        Schema.object([
            .init("day", .text(max: 200, example: "20.11.2026")), .init("time", .text(max: 200)),
            .init("blank", .text(max: 2000).orNull),
            .init("ending", .words(LateForm.Ending.allCases.map(\.rawValue))),
            .init("outcome", .text(max: 2000).orNull), .init("sure", .bool),
        ]).orNull, required: false)

    private static func readLate(_ json: JSON?) -> LateForm? {
        guard let json, json.members != nil else { return nil }
        return LateForm(
            day: json.word("day"), time: json.word("time"), blank: json.word("blank"),
            ending: LateForm.Ending(rawValue: json.word("ending")) ?? .open,
            outcome: json.word("outcome"), isSure: json["sure"]?.flag == true)
    }

    static func readForm(_ json: JSON) -> VisitForm {
        VisitForm(
            reason: json.word("reason"),
            destination: Visit.Destination(rawValue: json.word("destination")) ?? .desk,
            place: json.word("place"), late: readLate(json["late"]))
    }

    static func json(_ line: VisitLine) -> JSON {
        let visit = line.visit
        return .object([
            .init("id", .string(visit.id.text)),
            .init("version", .integer(visit.version)),
            .init("number", .integer(visit.number)),
            .init("patient", line.patient.map(json) ?? .null),
            .init("arrived_at", .integer(visit.arrivedAt.milliseconds)),
            .init("day", .string(visit.day.iso)),
            .init("reason", .string(visit.reason)),
            .init("destination", .string(visit.destination.rawValue)),
            .init("place", JSON(visit.place)),
            .init("state", .string(visit.state.rawValue)),
            .init("outcome", JSON(visit.outcome)),
            .init("cancel_reason", JSON(visit.cancelReason)),
            .init("operator_name", .string(line.operatorName)),
            .init("started_at", JSON(visit.startedAt?.milliseconds)),
            .init("ended_at", JSON(visit.endedAt?.milliseconds)),
            .init("brought_by", JSON(line.broughtBy)),
            .init("receipt", JSON(visit.receipt)),
            .init("entered_at", JSON(visit.late?.enteredAt.milliseconds)),
            .init("blank", JSON(visit.late?.blank)),
        ])
    }

    private static func json(_ name: VisitLine.Name) -> JSON {
        .object([
            .init("id", .string(name.id.text)),
            .init("surname", .string(name.surname)),
            .init("name", .string(name.name)),
            .init("patronymic", JSON(name.patronymic)),
            .init("birth_date", .string(name.birthDate.iso)),
        ])
    }
}
