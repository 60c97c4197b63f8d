internal import Application
internal import Domain
internal import Wire

/// The policies of a card: those that the desk issued, and those that were shown at it.
enum IssuedPolicyBody {
    private static let typed = Schema.text(max: 2000)
    private static let kinds = Schema.words(IssuedPolicy.Kind.allCases.map(\.rawValue))
    private static let name = Schema.text(max: Insurer.longestName)
    static let revocationClasses = Schema.words(IssuedPolicy.RevocationClass.allCases.map(\.rawValue))

    private static let programme = Schema.object([
        .init("id", .id), .init("version", .count), .init("code", .text(max: 30)),
        .init("title", .text(max: 200)),
    ])

    static let schema = Schema.named(
        "IssuedPolicy",
        .object([
            .init("id", .id), .init("version", .count), .init("kind", kinds), .init("number", .text(max: 30)),
            .init("own", .bool), .init("status", .words(IssuedPolicy.Status.allCases.map(\.rawValue))),
            .init("current", .bool), .init("linked", .bool), .init("insurer_name", name),
            .init("programmes", .array(programme, maxItems: IssuedPolicyForm.mostProgrammes)),
            .init("valid_from", .day), .init("valid_to", .day), .init("territory", .text(max: 100).orNull),
            .init("sum_shown", .text(max: 40).orNull),
            .init("currency", .words(IssuedPolicy.Currency.allCases.map(\.rawValue)).orNull),
            .init("latin_name", .text(max: 120).orNull), .init("issued_at", .instant),
            .init("issued_by_name", .text(max: 100)), .init("changed_at", .instant),
            .init("changed_by_name", .text(max: 100)), .init("change_reason", .text(max: 300).orNull),
            .init("revoked_for", revocationClasses.orNull), .init("revoked_note", .text(max: 300).orNull),
            .init("revoked_at", .instant.orNull), .init("replaces_number", .text(max: 30).orNull),
            .init("replaced_by_number", .text(max: 30).orNull), PlacedBody.card,
        ]))

    static func json(_ view: PolicyView, isLinked: Bool = false) -> JSON {
        let (policy, content) = (view.policy, view.policy.content)
        let (travel, gone) = (content.travel, policy.revocation)
        return [
            "id": .string(policy.id.text), "version": .integer(policy.version),
            "kind": .string(policy.kind.rawValue), "number": .string(policy.number),
            "own": .bool(policy.own != nil), "status": .string(view.status.rawValue),
            "current": .bool(view.status.isCurrent), "linked": .bool(isLinked),
            "insurer_name": .string(view.insurer.name),
            "programmes": .array(view.programmes.map(json)), "valid_from": .string(content.validFrom.iso),
            "valid_to": .string(content.validTo.iso), "territory": JSON(travel?.territory),
            "sum_shown": JSON(travel.map { TypedAmount.shown($0.sum) }),
            "currency": JSON(travel?.currency.rawValue), "latin_name": JSON(travel?.latinName),
            "issued_at": .integer(policy.issuedAt.milliseconds), "issued_by_name": .string(view.issuedBy),
            "changed_at": .integer(policy.changedAt.milliseconds),
            "changed_by_name": .string(view.changedBy), "change_reason": JSON(policy.changeReason),
            "revoked_for": JSON(gone?.reason.rawValue), "revoked_note": JSON(gone?.note),
            "revoked_at": JSON(gone?.at.milliseconds), "replaces_number": JSON(view.replaces),
            "replaced_by_number": JSON(view.replacedBy),
        ]
    }

    private static func json(_ programme: Programme) -> JSON {
        [
            "id": .string(programme.id.text), "version": .integer(programme.version),
            "code": .string(programme.content.code), "title": .string(programme.content.title),
        ]
    }

    static let list = Schema.object([
        .init("items", .array(schema, maxItems: 10_000)),
        .init("shown", .array(PaperBody.schema, maxItems: 10_000)),
    ])

    static let form = Schema.named(
        "IssuedPolicyForm",
        .object([
            .init("kind", kinds), .init("number", typed),
            .init("insurer", .text(max: 2000, example: "Ромашка")),
            .init("programmes", .array(.text(max: 36), maxItems: IssuedPolicyForm.mostProgrammes)),
            .init("valid_from", .text(max: 2000, example: "01.12.2026")), .init("valid_to", typed),
            .init("territory", typed), .init("sum", typed),
            .init("currency", .words(IssuedPolicy.Currency.allCases.map(\.rawValue))),
            .init("latin_name", typed),
        ]))

    static func read(_ json: JSON?) -> IssuedPolicyForm {
        let json = json ?? .null
        var form = IssuedPolicyForm(kind: IssuedPolicy.Kind(rawValue: json.word("kind")) ?? .dms)
        form.number = json.word("number")
        form.insurer = json.word("insurer")
        form.programmes = (json["programmes"]?.elements ?? []).compactMap(\.text)
        form.validFrom = json.word("valid_from")
        form.validTo = json.word("valid_to")
        form.territory = json.word("territory")
        form.sum = json.word("sum")
        form.currency = json.word("currency")
        form.latinName = json.word("latin_name")
        return form
    }
}
