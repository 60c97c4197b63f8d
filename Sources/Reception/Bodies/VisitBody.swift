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
            .init("place", .text(max: 2000).orNull),
        ]))

    static func readForm(_ json: JSON) -> VisitForm {
        VisitForm(
            reason: json.word("reason"),
            destination: Visit.Destination(rawValue: json.word("destination")) ?? .desk,
            place: json.word("place"))
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
