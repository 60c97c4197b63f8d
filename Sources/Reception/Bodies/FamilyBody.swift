internal import Application
internal import Domain
internal import Localization
internal import Wire

/// A person's family as the card shows it, with what follows from age and death.
enum FamilyBody {
    private static let role = Schema.words(FamilyLink.Role.allCases.map(\.rawValue))
    private static let typed = Schema.text(max: 2000)

    static let link = Schema.named(
        "FamilyLink",
        .object([
            .init("id", .id), .init("patient", .id), .init("surname", .text(max: 60)),
            .init("name", .text(max: 60)), .init("patronymic", .text(max: 60).orNull),
            .init("birth_date", .day), .init("sex", PatientBody.sex), .init("card_number", .count),
            .init("phone_shown", .text(max: 24).orNull), .init("dead", .bool), .init("role", role),
            .init("word", .text(max: 60).orNull), .init("basis", .text(max: 300).orNull),
            .init("last_day", .day.orNull),
            .init("standing", .words(FamilyLink.Standing.allCases.map(\.rawValue))),
            .init("may_come", .bool), .init("may_act", .bool), .init("made_at", .instant),
            .init("ended_at", .instant.orNull), .init("end_reason", .text(max: 300).orNull),
        ]))

    /// The card at the other end, and what it is to this one.
    static func json(_ relative: Relative) -> JSON {
        let (link, other) = (relative.link, relative.other)
        let person = other.person
        return .object([
            .init("id", .string(link.id.text)),
            .init("patient", .string(other.id.text)),
            .init("surname", .string(person.surname)),
            .init("name", .string(person.name)),
            .init("patronymic", JSON(person.patronymic.text)),
            .init("birth_date", .string(person.birthDate.iso)),
            .init("sex", .string(person.sex.rawValue)),
            .init("card_number", .integer(other.cardNumber)),
            .init("phone_shown", JSON(person.phone?.shown)),
            .init("dead", .bool(relative.isDead)),
            .init("role", .string(link.role.rawValue)),
            .init("word", JSON(link.word)),
            .init("basis", JSON(link.basis)),
            .init("last_day", JSON(relative.lastDay?.iso)),
            .init("standing", .string(relative.standing.rawValue)),
            .init("may_come", .bool(relative.mayCome)),
            .init("may_act", .bool(relative.mayAct)),
            .init("made_at", .integer(link.madeAt.milliseconds)),
            .init("ended_at", JSON(link.end?.at.milliseconds)),
            .init("end_reason", JSON(link.end?.reason)),
        ])
    }

    private static let made = Schema.object([
        .init("id", .id), .init("representative", .id), .init("person", .id), .init("role", role),
        .init("ended_at", .instant.orNull),
    ])

    /// What a link was made or ended to; the card reads the rest anew.
    static let schema = Schema.named("FamilyLinkChange", made)

    static func json(_ link: FamilyLink) -> JSON {
        [
            "id": .string(link.id.text),
            "representative": .string(link.representative.text),
            "person": .string(link.person.text),
            "role": .string(link.role.rawValue),
            "ended_at": JSON(link.end?.at.milliseconds),
        ]
    }

    static let signature = Schema.object([.init("consent", .id), .init("name", .text(max: 200))])

    static func json(_ signature: Signature) -> JSON {
        ["consent": .string(signature.consent.text), "name": .string(signature.name)]
    }

    static let basisForm: [Schema.Property] = [
        .init("basis", .text(max: 2000, example: "свидетельство о рождении II-МЮ № 123456")),
        .init("valid_until", typed),
    ]

    static let form: [Schema.Property] =
        [
            .init("other", .id), .init("represents", .bool), .init("role", role),
            .init("word", .text(max: 2000, example: "бабушка")),
        ] + basisForm

    static func readForm(_ json: JSON) -> FamilyLinkForm {
        FamilyLinkForm(
            role: FamilyLink.Role(rawValue: json.word("role")) ?? .other, word: json.word("word"),
            basis: json.word("basis"), validUntil: json.word("valid_until"))
    }

    static let hint = Schema.named(
        "AgeHint",
        .object([
            .init("code", .words(AgeHint.allCases.map(\.rawValue))), .init("text", .text(max: 500)),
        ]))

    static func json(_ hint: AgeHint?, _ catalogue: Catalogue, _ language: Language) -> JSON {
        guard let hint else { return .null }
        return [
            "code": .string(hint.rawValue),
            "text": .string(catalogue.text("age_hint.\(hint.rawValue)", language)),
        ]
    }

    static let whole = Schema.named(
        "Family",
        .object([
            .init("representatives", .array(link, maxItems: 1000)),
            .init("represented", .array(link, maxItems: 1000)), .init("hint", hint.orNull),
            .init("lacks_representative", .bool), .init("birth_certificate", .text(max: 300).orNull),
            .init("death", DeathBody.schema.orNull), .init("returning", .array(link, maxItems: 1000)),
        ]))

    static func json(_ family: Family, _ catalogue: Catalogue, _ language: Language) -> JSON {
        [
            "representatives": .array(family.representatives.map { json($0) }),
            "represented": .array(family.represented.map { json($0) }),
            "hint": json(family.hint, catalogue, language),
            "lacks_representative": .bool(family.lacksRepresentative),
            "birth_certificate": JSON(family.birthCertificate?.shown),
            "death": family.death.map {
                DeathBody.json($0, born: family.person.birthDate, notedBy: family.notedBy)
            } ?? .null,
            "returning": .array(family.returning.map { json($0) }),
        ]
    }
}
