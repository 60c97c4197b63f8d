internal import Application
internal import Domain
internal import Wire

/// A shift with its names and its report.
enum ShiftBody {
    static let totals = Schema.named(
        "WorkTotals",
        .object([
            .init("registered", .count), .init("visits", .count), .init("served", .count),
            .init("cancelled", .count),
            .init("waiting", .count),
        ]))

    static let schema = Schema.named(
        "Shift",
        .object([
            .init("id", .id), .init("opened_at", .instant), .init("closed_at", .instant.orNull),
            .init("state", .words(Shift.State.allCases.map(\.rawValue))),
            .init("operator_name", .text(max: 100)),
            .init("handed_to_name", .text(max: 100).orNull), .init("taken_from_name", .text(max: 100).orNull),
            .init("note", .text(max: 1000).orNull), .init("totals", totals),
        ]))

    /// The shift with the names of everybody in it and what was done in it.
    static func json(_ shift: Shift, _ books: any Reading) throws -> JSON {
        let previous = try shift.takenFrom.flatMap { try books.shifts.find($0) }
        return [
            "id": .string(shift.id.text),
            "opened_at": .integer(shift.openedAt.milliseconds),
            "closed_at": JSON(shift.closedAt?.milliseconds),
            "state": .string(shift.state.rawValue),
            "operator_name": JSON(try books.operators.find(shift.owner)?.name),
            "handed_to_name": JSON(try shift.handedTo.flatMap { try books.operators.find($0)?.name }),
            "taken_from_name": JSON(try previous.flatMap { try books.operators.find($0.owner)?.name }),
            "note": JSON(shift.note),
            "totals": json(try books.shifts.totals(of: shift)),
        ]
    }

    static func json(_ totals: WorkTotals) -> JSON {
        [
            "registered": .integer(totals.registered),
            "visits": .integer(totals.visits),
            "served": .integer(totals.served),
            "cancelled": .integer(totals.cancelled),
            "waiting": .integer(totals.waiting),
        ]
    }
}
