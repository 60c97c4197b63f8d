internal import Domain

extension JSON {
    init(fact shift: Shift) {
        self = [
            "closed_at": JSON(shift.closedAt),
            "handed_to": JSON(shift.handedTo),
            "id": JSON(shift.id),
            "note": JSON(shift.note),
            "opened_at": JSON(shift.openedAt),
            "owner": JSON(shift.owner),
            "screen": .string(shift.screen),
            "state": .string(shift.state.rawValue),
            "taken_from": JSON(shift.takenFrom),
            "version": .integer(shift.version),
        ]
    }
}

extension Shift {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "shift")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"), owner: try reader.id("owner"),
            screen: try reader.text("screen"), openedAt: try reader.instant("opened_at"),
            closedAt: try reader.optionalInstant("closed_at"),
            state: try reader.value("state", State.init(rawValue:)),
            handedTo: try reader.optionalID("handed_to"),
            takenFrom: try reader.optionalID("taken_from"), note: try reader.optionalText("note"))
    }
}

extension Event {
    init(ofShift kind: Kind, _ fact: JSON) throws(FactFault) {
        let shift = try Shift(fact: fact["shift"])
        switch kind {
        case .shiftOpened: self = .shiftOpened(shift)
        case .shiftHandedOver: self = .shiftHandedOver(shift)
        case .shiftClosed: self = .shiftClosed(shift)
        default: throw FactFault(member: "kind")
        }
    }
}
