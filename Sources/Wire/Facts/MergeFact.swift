internal import Domain

extension JSON {
    init(fact merge: CardMerge) {
        self = [
            "id": JSON(merge.id),
            "kept": JSON(merge.kept),
            "kept_before": JSON(fact: merge.before),
            "merged": JSON(merge.merged),
            "merged_at": JSON(merge.mergedAt),
            "merged_by": JSON(merge.mergedBy),
            "part_reason": JSON(merge.parting?.reason),
            "parted_at": JSON(merge.parting?.at),
            "parted_by": JSON(merge.parting?.by),
            "reason": .string(merge.reason),
            "taken": .array(
                PersonField.allCases.filter(merge.taken.contains).map { .string($0.rawValue) }),
            "version": .integer(merge.version),
        ]
    }
}

extension CardMerge {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "merge")
        var taken: Set<PersonField> = []
        for element in try reader.elements("taken") {
            guard let field = element.text.flatMap(PersonField.init(rawValue:)) else {
                throw FactFault(member: "taken")
            }
            taken.insert(field)
        }
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"), kept: try reader.id("kept"),
            merged: try reader.id("merged"),
            before: try Person(fact: reader.fact["kept_before"], "kept_before"),
            taken: taken, reason: try reader.text("reason"), mergedAt: try reader.instant("merged_at"),
            mergedBy: try reader.id("merged_by"),
            parting: try reader.undoing(at: "parted_at", by: "parted_by", reason: "part_reason"))
    }
}
