internal import Application
internal import Domain
internal import Wire

/// What is known beside the card: as the card shows it, and the form that it is typed into.
enum ParticularsBody {
    private static let typed = Schema.text(max: 2000)
    private static let most = Particulars.mostPhones

    static let form = Schema.named(
        "ParticularsForm",
        .object([
            .init("inn", .text(max: 2000, example: "500100732259")),
            .init("phones", .array(.object([.init("phone", typed), .init("whose", typed)]), maxItems: most)),
            .init("address_registered", typed), .init("address_actual", typed),
            .init("address_same", .bool), .init("attachment", typed), .init("attached_since", typed),
        ]))

    static func read(_ json: JSON) -> ParticularsForm {
        var form = ParticularsForm()
        form.inn = json.word("inn")
        form.phones = (json["phones"]?.elements ?? []).map {
            ParticularsForm.Phone(phone: $0.word("phone"), whose: $0.word("whose"))
        }
        form.addressRegistered = json.word("address_registered")
        form.addressActual = json.word("address_actual")
        form.addressSame = json["address_same"]?.flag ?? false
        form.attachment = json.word("attachment")
        form.attachedSince = json.word("attached_since")
        return form
    }

    /// The particulars of a walk-in form, which has none where nobody asked.
    static func readOptional(_ body: JSON) -> ParticularsForm? {
        body["particulars"].flatMap { $0.members == nil ? nil : read($0) }
    }

    private static let phone = Schema.object([
        .init("phone", .text(max: 24)), .init("whose", .text(max: 60).orNull),
    ])

    /// What is noted at one card, with the place by its name.
    struct Noted: Sendable {
        let particulars: Particulars
        let place: AttachmentPlace?

        init(_ particulars: Particulars, at place: AttachmentPlace?) {
            self.particulars = particulars
            self.place = place
        }
    }

    private static let content: [Schema.Property] = [
        .init("inn", .text(max: 12).orNull), .init("phones", .array(phone, maxItems: most)),
        .init("address_registered", .text(max: 300).orNull),
        .init("address_actual", .text(max: 300).orNull), .init("address_same", .bool),
        .init("attachment", place.orNull), .init("attached_since", .day.orNull),
    ]

    /// The card's own, and what is noted at the cards that live on in it.
    static let schema = Schema.named(
        "Particulars",
        .object(
            [.init("version", .count)] + content + [
                .init(
                    "gathered",
                    .array(
                        .named("GatheredParticulars", .object([.init("from_card", .count)] + content)),
                        maxItems: 10_000))
            ]))

    /// Nothing noted yet is version 0.
    static func json(_ noted: [Placed<Noted>]) -> JSON {
        let own = noted.first { $0.fromCard == nil }?.item
        let gathered = noted.compactMap { one in
            one.fromCard.map { JSON.object([.init("from_card", .integer($0))] + members(one.item)) }
        }
        return .object(
            [.init("version", .integer(own?.particulars.version ?? 0))] + members(own) + [
                .init("gathered", .array(gathered))
            ])
    }

    private static func members(_ noted: Noted?) -> [JSON.Member] {
        let (content, place) = (noted?.particulars.content ?? Particulars.Content(), noted?.place)
        return [
            .init("inn", JSON(content.inn?.shown)),
            .init(
                "phones",
                .array(
                    content.phones.map { ["phone": .string($0.number.shown), "whose": JSON($0.whose)] })),
            .init("address_registered", JSON(content.registeredAddress)),
            .init("address_actual", JSON(content.actualAddress)),
            .init("address_same", .bool(content.livesAsRegistered)),
            .init("attachment", place.map(json) ?? .null),
            .init("attached_since", JSON(content.attachment?.since?.iso)),
        ]
    }

    static let kind = Schema.words(AttachmentPlace.Kind.allCases.map(\.rawValue))

    static let place = Schema.named(
        "AttachmentPlace",
        .object([
            .init("id", .id), .init("version", .count), .init("clinic", .text(max: 100)),
            .init("precinct", .text(max: 20)), .init("kind", kind), .init("closed", .bool),
        ]))

    static func json(_ place: AttachmentPlace) -> JSON {
        .object([
            .init("id", .string(place.id.text)), .init("version", .integer(place.version)),
            .init("clinic", .string(place.clinic)), .init("precinct", .string(place.precinct)),
            .init("kind", .string(place.kind.rawValue)), .init("closed", .bool(place.isClosed)),
        ])
    }

    static let placeForm: [Schema.Property] = [
        .init("clinic", .text(max: 2000, example: "Поликлиника № 12")),
        .init("precinct", .text(max: 2000, example: "7")), .init("kind", kind),
    ]

    static func readPlace(_ json: JSON) -> AttachmentPlaceForm {
        AttachmentPlaceForm(
            clinic: json.word("clinic"), precinct: json.word("precinct"),
            kind: AttachmentPlace.Kind(rawValue: json.word("kind")) ?? .adult,
            isClosed: json["closed"]?.flag ?? false)
    }
}
