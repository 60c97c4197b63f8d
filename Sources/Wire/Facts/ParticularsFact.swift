internal import Domain

extension JSON {
    init(fact particulars: Particulars) {
        let content = particulars.content
        self = [
            "address_actual": JSON(content.actualAddress),
            "address_registered": JSON(content.registeredAddress),
            "address_same": .bool(content.livesAsRegistered),
            "attached_since": JSON(content.attachment?.since?.iso),
            "attachment": JSON(content.attachment?.place),
            "changed_at": JSON(particulars.changedAt),
            "changed_by": JSON(particulars.changedBy),
            "inn": JSON(content.inn?.digits),
            "patient": JSON(particulars.patient),
            "phones": .array(
                content.phones.map { ["phone": .string($0.number.e164), "whose": JSON($0.whose)] }),
            "version": .integer(particulars.version),
        ]
    }

    init(fact confirmation: PhoneConfirmation) {
        self = [
            "at": JSON(confirmation.at),
            "by": JSON(confirmation.by),
            "patient": JSON(confirmation.patient),
            "phone": .string(confirmation.phone.e164),
        ]
    }

    init(fact place: AttachmentPlace) {
        self = [
            "clinic": .string(place.clinic),
            "closed": .bool(place.isClosed),
            "id": JSON(place.id),
            "kind": .string(place.kind.rawValue),
            "precinct": .string(place.precinct),
            "version": .integer(place.version),
        ]
    }
}

extension Particulars {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "particulars")
        var content = Content()
        content.inn = try reader.optionalValue("inn", Inn.init(stored:))
        for element in try reader.elements("phones") { content.phones.append(try Phone(fact: element)) }
        content.registeredAddress = try reader.optionalText("address_registered")
        content.actualAddress = try reader.optionalText("address_actual")
        content.livesAsRegistered = try reader.flag("address_same")
        let since = try reader.optionalValue("attached_since", CalendarDay.init(iso:))
        if let place: ID<AttachmentPlace> = try reader.optionalID("attachment") {
            content.attachment = Attachment(place: place, since: since)
        }
        self.init(
            patient: try reader.id("patient"), version: try reader.integer("version"), content: content,
            changedAt: try reader.instant("changed_at"), changedBy: try reader.id("changed_by"))
    }
}

extension Particulars.Phone {
    fileprivate init(fact: JSON) throws(FactFault) {
        let reader = try FactReader(fact, "phone")
        self.init(
            number: try reader.value("phone", PhoneNumber.init(stored:)),
            whose: try reader.optionalText("whose"))
    }
}

extension PhoneConfirmation {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "confirmation")
        self.init(
            patient: try reader.id("patient"), phone: try reader.value("phone", PhoneNumber.init(stored:)),
            at: try reader.instant("at"), by: try reader.id("by"))
    }
}

extension AttachmentPlace {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "place")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            clinic: try reader.text("clinic"), precinct: try reader.text("precinct"),
            kind: try reader.value("kind", Kind.init(rawValue:)), isClosed: try reader.flag("closed"))
    }
}
