internal import Domain

extension JSON {
    init(fact text: ConsentText) {
        self = [
            "edition": .integer(text.edition),
            "id": JSON(text.id),
            "published_at": JSON(text.publishedAt),
            "published_by": JSON(text.publishedBy),
            "purpose": .string(text.purpose.rawValue),
            "sha256": .string(text.sha256),
            "text": .string(text.text),
        ]
    }

    init(fact consent: Consent) {
        self = [
            "channel": .string(consent.channel.rawValue),
            "decided_at": JSON(consent.decidedAt),
            "decided_by": JSON(consent.decidedBy),
            "edition": .integer(consent.edition),
            "id": JSON(consent.id),
            "note": JSON(consent.note),
            "number": .integer(consent.number),
            "offered_at": JSON(consent.offeredAt),
            "offered_by": JSON(consent.offeredBy),
            "patient": JSON(consent.patient),
            "purpose": .string(consent.purpose.rawValue),
            "state": .string(consent.state.rawValue),
            "text_sha256": .string(consent.textSHA256),
            "version": .integer(consent.version),
            "withdrawn_at": JSON(consent.withdrawnAt),
            "withdrawn_by": JSON(consent.withdrawnBy),
        ]
    }
}

extension ConsentText {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "text")
        self.init(
            id: try reader.id("id"), purpose: try reader.value("purpose", ConsentPurpose.init(rawValue:)),
            edition: try reader.integer("edition"), text: try reader.text("text"),
            sha256: try reader.text("sha256"), publishedAt: try reader.instant("published_at"),
            publishedBy: try reader.id("published_by"))
    }
}

extension Consent {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "consent")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            number: try reader.integer("number"), patient: try reader.id("patient"),
            purpose: try reader.value("purpose", ConsentPurpose.init(rawValue:)),
            edition: try reader.integer("edition"), textSHA256: try reader.text("text_sha256"),
            channel: try reader.value("channel", Channel.init(rawValue:)),
            state: try reader.value("state", State.init(rawValue:)),
            offeredAt: try reader.instant("offered_at"), offeredBy: try reader.id("offered_by"),
            decidedAt: try reader.optionalInstant("decided_at"),
            decidedBy: try reader.optionalID("decided_by"),
            withdrawnAt: try reader.optionalInstant("withdrawn_at"),
            withdrawnBy: try reader.optionalID("withdrawn_by"), note: try reader.optionalText("note"))
    }
}
