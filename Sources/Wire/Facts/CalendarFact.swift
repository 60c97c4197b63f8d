internal import Domain

extension JSON {
    init(fact year: CalendarYear) {
        self = [
            "days": .array(
                year.marks.map {
                    [
                        "day": .string($0.day.iso), "kind": .string($0.kind.rawValue),
                        "note": JSON($0.note),
                    ]
                }),
            "version": .integer(year.version),
            "year": .integer(Int64(year.year)),
        ]
    }
}

extension CalendarYear {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "calendar")
        var marks: [CalendarMark] = []
        for element in try reader.elements("days") {
            let day = try FactReader(element, "days")
            marks.append(
                CalendarMark(
                    day: try day.value("day", CalendarDay.init(iso:)),
                    kind: try day.value("kind", CalendarMark.Kind.init(rawValue:)),
                    note: try day.optionalText("note")))
        }
        self.init(
            year: Int(try reader.integer("year")), version: try reader.integer("version"), marks: marks)
    }
}
