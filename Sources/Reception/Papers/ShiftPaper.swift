internal import Application
internal import Documents
internal import Domain

/// The report at the end of a shift.
struct ShiftPaper {
    let shift: Shift
    let operatorName: String
    let handedTo: String?
    let totals: WorkTotals
    let shown: (Instant) -> String

    func paper(_ words: Stationery) -> Paper {
        var fields = [
            Field(words("shift.operator"), operatorName), Field(words("shift.from"), shown(shift.openedAt)),
            Field(words("shift.until"), shift.closedAt.map(shown) ?? "–"),
        ]
        if let handedTo { fields.append(Field(words("shift.handed_to"), handedTo)) }
        if let note = shift.note { fields.append(Field(words("shift.note"), note)) }
        let sums = [
            ("registered", totals.registered), ("visits", totals.visits), ("served", totals.served),
            ("cancelled", totals.cancelled), ("waiting", totals.waiting),
        ]
        let columns = [
            Table.Column(words("shift.did"), share: 4), .init(words("shift.many"), share: 1, isNumber: true),
        ]
        return words.paper(
            "shift.report",
            [
                .title(words("shift.report")), .fields(fields),
                .table(
                    Table(
                        columns: columns,
                        rows: sums.map { [words("shift.total.\($0.0)"), String($0.1)] })),
                .signatures([words("consent.date"), words("consent.signature"), words("consent.full_name")]),
            ])
    }
}
