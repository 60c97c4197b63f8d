internal import Domain

extension JSON {
    init(fact link: FamilyLink) {
        self = [
            "basis": JSON(link.basis),
            "end_reason": JSON(link.end?.reason),
            "ended_at": JSON(link.end?.at),
            "ended_by": JSON(link.end?.by),
            "id": JSON(link.id),
            "made_at": JSON(link.madeAt),
            "made_by": JSON(link.madeBy),
            "person": JSON(link.person),
            "representative": JSON(link.representative),
            "role": .string(link.role.rawValue),
            "valid_until": JSON(link.validUntil?.iso),
            "version": .integer(link.version),
            "word": JSON(link.word),
        ]
    }

    init(fact act: ActOnBehalf) {
        let kind =
            switch act.matter {
            case .visit: "visit"
            case .consent: "consent"
            }
        self = [
            "at": JSON(act.at),
            "by": JSON(act.by),
            "id": JSON(act.id),
            "kind": .string(kind),
            "link": JSON(act.link),
            "matter": JSON(act.matter.id),
        ]
    }
}

extension FamilyLink {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "link")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            representative: try reader.id("representative"), person: try reader.id("person"),
            role: try reader.value("role", Role.init(rawValue:)), word: try reader.optionalText("word"),
            basis: try reader.optionalText("basis"),
            validUntil: try reader.optionalValue("valid_until", CalendarDay.init(iso:)),
            madeAt: try reader.instant("made_at"), madeBy: try reader.id("made_by"),
            end: try reader.undoing(at: "ended_at", by: "ended_by", reason: "end_reason"))
    }
}

extension ActOnBehalf {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "act")
        let matter: Matter
        switch try reader.text("kind") {
        case "visit": matter = .visit(try reader.id("matter"))
        case "consent": matter = .consent(try reader.id("matter"))
        default: throw FactFault(member: "kind")
        }
        self.init(
            id: try reader.id("id"), link: try reader.id("link"), matter: matter,
            at: try reader.instant("at"), by: try reader.id("by"))
    }
}
