internal import Domain
internal import Wire

/// A note that a person died, as the card's banner says it.
enum DeathBody {
    static let basis = Schema.words(DeathNote.Basis.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "DeathNote",
        .object([
            .init("id", .id), .init("date", .day), .init("age_years", .integer(minimum: 0, maximum: 200)),
            .init("basis", basis), .init("details", .text(max: 300)), .init("noted_at", .instant),
            .init("noted_by", .text(max: 100).orNull), .init("struck_at", .instant.orNull),
        ]))

    static func json(_ note: DeathNote, born: CalendarDay, notedBy: String?) -> JSON {
        [
            "id": .string(note.id.text),
            "date": .string(note.diedOn.iso),
            "age_years": .integer(Int64(max(0, born.age(on: note.diedOn) ?? 0))),
            "basis": .string(note.basis.rawValue),
            "details": .string(note.details),
            "noted_at": .integer(note.notedAt.milliseconds),
            "noted_by": JSON(notedBy),
            "struck_at": JSON(note.strike?.at.milliseconds),
        ]
    }

    static let form: [Schema.Property] = [
        .init("date", .text(max: 2000, example: "12.11.2026")), .init("basis", basis),
        .init("details", .text(max: 2000, example: "II-МЮ 123456")),
    ]

    static func readForm(_ json: JSON) -> DeathForm {
        DeathForm(
            date: json.word("date"), basis: DeathNote.Basis(rawValue: json.word("basis")) ?? .words,
            details: json.word("details"))
    }
}
