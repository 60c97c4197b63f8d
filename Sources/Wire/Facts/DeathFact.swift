internal import Domain

extension JSON {
    init(fact note: DeathNote) {
        self = [
            "basis": .string(note.basis.rawValue),
            "details": .string(note.details),
            "died_on": .string(note.diedOn.iso),
            "id": JSON(note.id),
            "noted_at": JSON(note.notedAt),
            "noted_by": JSON(note.notedBy),
            "patient": JSON(note.patient),
            "strike_reason": JSON(note.strike?.reason),
            "struck_at": JSON(note.strike?.at),
            "struck_by": JSON(note.strike?.by),
            "version": .integer(note.version),
        ]
    }
}

extension DeathNote {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "note")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            patient: try reader.id("patient"),
            diedOn: try reader.value("died_on", CalendarDay.init(iso:)),
            basis: try reader.value("basis", Basis.init(rawValue:)), details: try reader.text("details"),
            notedAt: try reader.instant("noted_at"), notedBy: try reader.id("noted_by"),
            strike: try reader.undoing(at: "struck_at", by: "struck_by", reason: "strike_reason"))
    }
}
