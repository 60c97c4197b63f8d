internal import Application
internal import Domain
internal import Lists
internal import Wire

/// The list at work as its page shows it.
enum ListBody {
    private static let totals = Schema.named(
        "ListTotals",
        .object([
            .init("registered", .count), .init("known", .count), .init("policies", .count),
            .init("alike", .count), .init("failed", .count),
        ]))

    static let schema = Schema.named(
        "InsuredList",
        .object([
            .init("id", Schema.id.orNull), .init("stage", .words(ListDesk.Stage.allCases.map(\.rawValue))),
            .init("bytes", .count),
            .init("received_bytes", .count), .init("done_bytes", .count), .init("lines", .count),
            .init("last_line", .count), .init("totals", totals), .init("warnings", .count),
            .init("errors_id", Schema.id.orNull), .init("errors_bytes", .count),
            .init("problem", .text(max: 2000).orNull),
            .init("operator_name", .text(max: 100).orNull),
            .init(
                "remarks",
                .array(
                    .object([
                        .init("line", .count), .init("taken", .bool), .init("new", .bool),
                        .init("card", Schema.count.orNull), .init("text", .text(max: 10_000)),
                    ]), maxItems: ListDesk.mostRemarks)),
            .init(
                "last_run",
                Schema.object([
                    .init("begun_at", .instant), .init("operator_name", .text(max: 100)),
                    .init("lines", .count), .init("last_line", .count), .init("totals", totals),
                    .init("ending", .words(ListRun.Ending.allCases.map(\.rawValue)).orNull),
                ]).orNull),
        ]))

    static func json(
        _ state: ListDesk.State, _ last: ListSoFar?, names: [ID<Operator>: String],
        words: ([FieldProblem]) -> String, problem: String?
    ) -> JSON {
        let progress = state.stage == .checked ? state.checked : state.progress
        return .object([
            .init("id", JSON(state.id?.text)), .init("stage", .string(state.stage.rawValue)),
            .init("bytes", .integer(Int64(state.expectedBytes))),
            .init("received_bytes", .integer(Int64(state.file?.count ?? 0))),
            .init("done_bytes", .integer(Int64(progress.offset))),
            .init("lines", .integer(state.checked.totals.lines)),
            .init("last_line", .integer(progress.lastLine)),
            .init("totals", json(progress.totals)),
            .init("warnings", .integer(progress.warnings)),
            .init("errors_id", JSON(state.errors?.id.text)),
            .init("errors_bytes", .integer(Int64(state.errors?.file.count ?? 0))),
            .init("problem", JSON(problem)),
            .init("operator_name", JSON(state.sender?.session.owner.name)),
            .init(
                "remarks",
                .array(
                    state.remarks.map { remark in
                        [
                            "line": .integer(remark.line), "taken": .bool(remark.isTaken),
                            "new": .bool(remark.isNew),
                            "card": JSON(remark.card), "text": .string(words(remark.problems)),
                        ]
                    })),
            .init("last_run", last.map { json($0, names) } ?? .null),
        ])
    }

    private static func json(_ last: ListSoFar, _ names: [ID<Operator>: String]) -> JSON {
        [
            "begun_at": .integer(last.run.begunAt.milliseconds),
            "operator_name": .string(names[last.run.begunBy] ?? ""),
            "lines": .integer(last.run.lines),
            "last_line": .integer(last.lastLine),
            "totals": json(last.totals),
            "ending": JSON(last.run.ending?.rawValue),
        ]
    }

    private static func json(_ totals: ListTotals) -> JSON {
        [
            "registered": .integer(totals.registered), "known": .integer(totals.known),
            "policies": .integer(totals.policies), "alike": .integer(totals.alike),
            "failed": .integer(totals.failed),
        ]
    }
}
