internal import Domain

extension JSON {
    init(fact read: ReadBack) {
        self = [
            "at": JSON(read.at),
            "by": JSON(read.by),
            "card_version": .integer(read.cardVersion),
            "how": .string(read.how.rawValue),
            "id": JSON(read.id),
            "patient": JSON(read.patient),
        ]
    }
}

extension ReadBack {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "read_back")
        self.init(
            id: try reader.id("id"), patient: try reader.id("patient"),
            cardVersion: try reader.integer("card_version"),
            how: try reader.value("how", How.init(rawValue:)), at: try reader.instant("at"),
            by: try reader.id("by"))
    }
}
