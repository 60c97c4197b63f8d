internal import Domain

extension JSON {
    init(fact visit: Visit) {
        self = [
            "arrived_at": JSON(visit.arrivedAt),
            "blank": JSON(visit.late?.blank),
            "cancel_reason": JSON(visit.cancelReason),
            "day": .string(visit.day.iso),
            "destination": .string(visit.destination.rawValue),
            "ended_at": JSON(visit.endedAt),
            "ended_by": JSON(visit.endedBy),
            "entered_at": JSON(visit.late?.enteredAt),
            "id": JSON(visit.id),
            "number": .integer(visit.number),
            "opened_by": JSON(visit.openedBy),
            "outcome": JSON(visit.outcome),
            "patient": JSON(visit.patient),
            "place": JSON(visit.place),
            "reason": .string(visit.reason),
            "receipt": JSON(visit.receipt),
            "started_at": JSON(visit.startedAt),
            "state": .string(visit.state.rawValue),
            "version": .integer(visit.version),
        ]
    }
}

extension Visit {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "visit")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            number: try reader.integer("number"),
            day: try reader.value("day", CalendarDay.init(iso:)), patient: try reader.optionalID("patient"),
            arrivedAt: try reader.instant("arrived_at"), reason: try reader.text("reason"),
            destination: try reader.value("destination", Destination.init(rawValue:)),
            place: try reader.optionalText("place"), state: try reader.value("state", State.init(rawValue:)),
            outcome: try reader.optionalText("outcome"),
            cancelReason: try reader.optionalText("cancel_reason"),
            openedBy: try reader.id("opened_by"), startedAt: try reader.optionalInstant("started_at"),
            endedAt: try reader.optionalInstant("ended_at"), endedBy: try reader.optionalID("ended_by"),
            receipt: reader.has("receipt") ? try reader.optionalText("receipt") : nil, late: try Late(reader))
    }
}

extension Visit.Late {
    fileprivate init?(_ reader: FactReader) throws(FactFault) {
        guard reader.has("entered_at"), let entered = try reader.optionalInstant("entered_at") else {
            return nil
        }
        self.init(enteredAt: entered, blank: try reader.optionalText("blank"))
    }
}
