internal import Domain

extension JSON {
    init(fact profile: MailProfile) {
        self = [
            "consent": JSON(profile.consent),
            "decided_at": JSON(profile.decidedAt),
            "decided_by": JSON(profile.decidedBy),
            "due": JSON(profile.due?.iso),
            "email": JSON(profile.email?.text),
            "id": JSON(profile.id),
            "patient": JSON(profile.patient),
            "printed_at": JSON(profile.printedAt),
            "printed_by": JSON(profile.printedBy),
            "reason": JSON(profile.reason),
            "received_at": JSON(profile.receivedAt),
            "state": .string(profile.state.rawValue),
            "version": .integer(profile.version),
        ]
    }
}

extension MailProfile {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "mail_profile")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            patient: try reader.id("patient"), consent: try reader.id("consent"),
            state: try reader.value("state", State.init(rawValue:)),
            printedAt: try reader.instant("printed_at"), printedBy: try reader.id("printed_by"),
            receivedAt: try reader.optionalInstant("received_at"),
            due: try reader.optionalValue("due", CalendarDay.init(iso:)),
            email: try reader.optionalValue("email", EmailAddress.init(stored:)),
            decidedAt: try reader.optionalInstant("decided_at"),
            decidedBy: try reader.optionalID("decided_by"), reason: try reader.optionalText("reason"))
    }
}
