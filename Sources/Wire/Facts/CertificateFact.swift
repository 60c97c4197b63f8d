internal import Domain

extension JSON {
    init(fact certificate: Certificate) {
        let change = certificate.change
        self = [
            "entry_due": .string(certificate.entryDue.iso),
            "first": JSON(certificate.first),
            "id": JSON(certificate.id),
            "issued_at": JSON(certificate.issuedAt),
            "issued_by": JSON(certificate.issuedBy),
            "late_reason": JSON(change?.lateReason),
            "number": .string(certificate.number.text),
            "programme": JSON(certificate.programme),
            "purchased_on": .string(certificate.purchasedOn.iso),
            "seat": JSON(change?.seat.rawValue),
            "seated_at": JSON(change?.at),
            "seated_by": JSON(change?.by),
            "second": JSON(certificate.second),
            "valid_from": .string(certificate.validFrom.iso),
            "valid_to": .string(certificate.validTo.iso),
            "version": .integer(certificate.version),
        ]
    }
}

extension Certificate {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "certificate")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            number: try reader.value("number", OwnNumber.init(stored:)),
            programme: try Edition(fact: fact?["programme"], "programme"),
            validFrom: try reader.value("valid_from", CalendarDay.init(iso:)),
            validTo: try reader.value("valid_to", CalendarDay.init(iso:)), first: try reader.id("first"),
            second: try reader.optionalID("second"),
            purchasedOn: try reader.value("purchased_on", CalendarDay.init(iso:)),
            entryDue: try reader.value("entry_due", CalendarDay.init(iso:)),
            issuedAt: try reader.instant("issued_at"), issuedBy: try reader.id("issued_by"),
            change: try Certificate.change(reader))
    }

    private static func change(_ reader: FactReader) throws(FactFault) -> Change? {
        let seat = try reader.optionalValue("seat", Seat.init(rawValue:))
        let at = try reader.optionalInstant("seated_at")
        let by: ID<Operator>? = try reader.optionalID("seated_by")
        let reason = try reader.optionalText("late_reason")
        guard let seat, let at, let by else { return nil }
        return Change(seat: seat, at: at, by: by, lateReason: reason)
    }
}
