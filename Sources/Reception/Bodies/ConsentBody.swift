internal import Application
internal import Domain
internal import Wire

/// Consents as the card shows them, the sheet that is printed, and the texts that the admin publishes.
enum ConsentBody {
    static let purpose = Schema.words(ConsentPurpose.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "Consent",
        .object([
            .init("id", .id), .init("version", .count), .init("number", .count), .init("purpose", purpose),
            .init("edition", .count), .init("text_sha256", .text(max: 64)),
            .init("channel", .words(Consent.Channel.allCases.map(\.rawValue))),
            .init("state", .words(Consent.State.allCases.map(\.rawValue))),
            .init("offered_at", .instant), .init("decided_at", .instant.orNull),
            .init("withdrawn_at", .instant.orNull), .init("note", .text(max: 300).orNull), PlacedBody.card,
        ]))

    static func json(_ consent: Consent) -> JSON {
        .object([
            .init("id", .string(consent.id.text)),
            .init("version", .integer(consent.version)),
            .init("number", .integer(consent.number)),
            .init("purpose", .string(consent.purpose.rawValue)),
            .init("edition", .integer(consent.edition)),
            .init("text_sha256", .string(consent.textSHA256)),
            .init("channel", .string(consent.channel.rawValue)),
            .init("state", .string(consent.state.rawValue)),
            .init("offered_at", .integer(consent.offeredAt.milliseconds)),
            .init("decided_at", JSON(consent.decidedAt?.milliseconds)),
            .init("withdrawn_at", JSON(consent.withdrawnAt?.milliseconds)),
            .init("note", JSON(consent.note)),
        ])
    }

    static let sheet = Schema.named(
        "ConsentSheet",
        .object([
            .init("consent", schema), .init("text", .text(max: ConsentText.longest)),
            .init("clinic", .text(max: 200)), .init("patient", .id), .init("surname", .text(max: 60)),
            .init("name", .text(max: 60)), .init("patronymic", .text(max: 60).orNull),
            .init("birth_date", .day), .init("card_number", .count), .init("email", .text(max: 254).orNull),
            .init("mail_due", .day.orNull),
            .init("signers", .array(FamilyBody.link, maxItems: 1000)),
            .init("signed_by", FamilyBody.link.orNull), .init("needs_representative", .bool),
            .init("died_on", .day.orNull),
        ]))

    static func json(_ sheet: ConsentSheet) -> JSON {
        let person = sheet.patient.person
        return [
            "consent": json(sheet.consent),
            "text": .string(sheet.text),
            "clinic": .string(sheet.clinic),
            "patient": .string(sheet.patient.id.text),
            "surname": .string(person.surname),
            "name": .string(person.name),
            "patronymic": JSON(person.patronymic.text),
            "birth_date": .string(person.birthDate.iso),
            "card_number": .integer(sheet.patient.cardNumber),
            "email": JSON(person.email?.text),
            "mail_due": JSON(sheet.mailDue?.iso),
            "signers": .array(sheet.signers.map { FamilyBody.json($0) }),
            "signed_by": sheet.signedBy.map { FamilyBody.json($0) } ?? .null,
            "needs_representative": .bool(sheet.needsRepresentative),
            "died_on": JSON(sheet.diedOn?.iso),
        ]
    }

    static let text = Schema.named(
        "ConsentText",
        .object([
            .init("purpose", purpose), .init("edition", .count),
            .init("text", .text(max: ConsentText.longest)), .init("sha256", .text(max: 64).orNull),
            .init("published_at", .instant.orNull),
        ]))

    static let edition = Schema.object([.init("purpose", purpose), .init("edition", .count)])

    /// A purpose that has no text yet has edition 0.
    static func json(_ text: ConsentText?, of purpose: ConsentPurpose) -> JSON {
        [
            "purpose": .string(purpose.rawValue),
            "edition": .integer(text?.edition ?? 0),
            "text": .string(text?.text ?? ""),
            "sha256": JSON(text?.sha256),
            "published_at": JSON(text?.publishedAt.milliseconds),
        ]
    }
}
