internal import Application
internal import Domain
internal import Wire

/// Two cards beside each other, cards that live on as one, and what parting them would do.
enum MergeBody {
    private static let field = Schema.words(PersonField.allCases.map(\.rawValue))
    static let fields = Schema.array(field, maxItems: PersonField.allCases.count)

    private static let choice = Schema.named(
        "MergeChoice",
        .object([
            .init("field", field), .init("side", .words(MergeChoice.Side.allCases.map(\.rawValue))),
            .init("why", .words(MergeChoice.Reason.allCases.map(\.rawValue))),
        ]))

    private static let clash = Schema.object([
        .init("purpose", ConsentBody.purpose), .init("kept", .count), .init("merged", .count),
    ])

    private static let death = Schema.object([.init("card", .count), .init("date", .day)])

    static let preview = Schema.named(
        "MergePreview",
        .object([
            .init("kept", PatientBody.schema), .init("merged", PatientBody.schema),
            .init("choices", .array(choice, maxItems: PersonField.allCases.count)),
            .init("visits", .count), .init("papers", .count), .init("consents", .count),
            .init("clashes", .array(clash, maxItems: ConsentPurpose.allCases.count)),
            .init("deaths", .array(death, maxItems: 2)), .init("doubtful", .bool),
        ]))

    static func json(_ preview: MergePreview, today: CalendarDay) -> JSON {
        let (kept, merged) = (preview.kept, preview.merged)
        return [
            "kept": PatientBody.json(kept, today: today),
            "merged": PatientBody.json(merged, today: today),
            "choices": .array(
                preview.choices.map {
                    [
                        "field": .string($0.field.rawValue), "side": .string($0.side.rawValue),
                        "why": .string($0.reason.rawValue),
                    ]
                }),
            "visits": .integer(Int64(preview.visits)),
            "papers": .integer(Int64(preview.papers)),
            "consents": .integer(Int64(preview.consents)),
            "clashes": .array(
                preview.clashes.map {
                    [
                        "purpose": .string($0.purpose.rawValue), "kept": .integer($0.kept),
                        "merged": .integer($0.merged),
                    ]
                }),
            "deaths": .array(
                preview.deaths.map { ["card": .integer($0.card), "date": .string($0.diedOn.iso)] }),
            "doubtful": .bool(preview.isDoubtful),
        ]
    }

    private static let card = Schema.object([
        .init("id", .id), .init("card_number", .count), .init("surname", .text(max: 60)),
        .init("name", .text(max: 60)), .init("patronymic", .text(max: 60).orNull),
    ])

    static let schema = Schema.named(
        "CardMerge",
        .object([
            .init("id", .id), .init("kept", card), .init("merged", card), .init("reason", .text(max: 300)),
            .init("merged_at", .instant), .init("parted_at", .instant.orNull),
        ]))

    static func json(_ view: MergeView) -> JSON {
        [
            "id": .string(view.merge.id.text), "kept": json(view.kept), "merged": json(view.merged),
            "reason": .string(view.merge.reason),
            "merged_at": .integer(view.merge.mergedAt.milliseconds),
            "parted_at": JSON(view.merge.parting?.at.milliseconds),
        ]
    }

    /// With what goes back, what stays, and what must be parted before.
    static let parting = Schema.named(
        "CardParting",
        .object([
            .init("merge", schema), .init("kept", PatientBody.schema), .init("back", fields),
            .init("stays", fields), .init("first", .count.orNull), .init("before", PatientBody.schema),
        ]))

    static func parting(_ view: MergeView, today: CalendarDay) -> JSON {
        let stays = view.merge.taken.subtracting(view.back)
        var before = view.kept
        before.person = view.merge.before
        return [
            "merge": json(view),
            "kept": PatientBody.json(alone(view.kept), today: today),
            "back": json(view.back),
            "stays": json(stays),
            "first": JSON(view.first),
            "before": PatientBody.json(alone(before), today: today),
        ]
    }

    /// The person's own fields are what is compared; what stands beside the card does not go back.
    private static func alone(_ patient: Patient) -> PatientCard {
        PatientCard(
            patient: patient, openVisit: nil, hasDocument: false, hasPolicy: false, phoneConfirmed: nil)
    }

    private static func json(_ fields: Set<PersonField>) -> JSON {
        .array(PersonField.allCases.filter(fields.contains).map { .string($0.rawValue) })
    }

    private static func json(_ patient: Patient) -> JSON {
        [
            "id": .string(patient.id.text),
            "card_number": .integer(patient.cardNumber),
            "surname": .string(patient.person.surname),
            "name": .string(patient.person.name),
            "patronymic": JSON(patient.person.patronymic.text),
        ]
    }
}
