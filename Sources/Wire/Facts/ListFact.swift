internal import Domain

extension JSON {
    init(fact run: ListRun) {
        self = [
            "begun_at": JSON(run.begunAt),
            "begun_by": JSON(run.begunBy),
            "ended_at": JSON(run.endedAt),
            "ending": JSON(run.ending?.rawValue),
            "file_sha256": .string(run.fileSHA256),
            "id": JSON(run.id),
            "lines": .integer(run.lines),
            "takes_alike": .bool(run.takesAlike),
            "version": .integer(run.version),
        ]
    }

    init(fact lot: ListLot) {
        self = [
            "alike": .integer(lot.totals.alike),
            "failed": .integer(lot.totals.failed),
            "id": JSON(lot.id),
            "known": .integer(lot.totals.known),
            "last_line": .integer(lot.lastLine),
            "links": .array(
                lot.links.map { ["line": .integer($0.line), "patient": JSON($0.patient)] }),
            "policies": .integer(lot.totals.policies),
            "registered": .integer(lot.totals.registered),
            "run": JSON(lot.run),
            "taken_at": JSON(lot.takenAt),
        ]
    }
}

extension ListRun {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "list")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            fileSHA256: try reader.text("file_sha256"), lines: try reader.integer("lines"),
            takesAlike: try reader.flag("takes_alike"), begunAt: try reader.instant("begun_at"),
            begunBy: try reader.id("begun_by"),
            ending: try reader.optionalValue("ending", Ending.init(rawValue:)),
            endedAt: try reader.optionalInstant("ended_at"))
    }
}

extension ListLot {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "lot")
        var totals = ListTotals()
        totals.registered = try reader.integer("registered")
        totals.known = try reader.integer("known")
        totals.policies = try reader.integer("policies")
        totals.alike = try reader.integer("alike")
        totals.failed = try reader.integer("failed")
        var links: [Link] = []
        for element in try reader.elements("links") {
            let link = try FactReader(element, "link")
            links.append(Link(line: try link.integer("line"), patient: try link.id("patient")))
        }
        self.init(
            id: try reader.id("id"), run: try reader.id("run"), lastLine: try reader.integer("last_line"),
            takenAt: try reader.instant("taken_at"), totals: totals, links: links)
    }
}

extension Event {
    init(ofList kind: Kind, _ fact: JSON) throws(FactFault) {
        switch kind {
        case .listBegun: self = .listBegun(try ListRun(fact: fact["list"]))
        case .listLotTaken: self = .listLotTaken(try ListLot(fact: fact["lot"]))
        case .listImported: self = .listImported(try ListRun(fact: fact["list"]))
        default: throw FactFault(member: "kind")
        }
    }
}
