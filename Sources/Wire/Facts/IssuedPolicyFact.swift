internal import Domain

extension JSON {
    init(fact policy: IssuedPolicy) {
        let (content, travel, gone) = (policy.content, policy.content.travel, policy.revocation)
        self = [
            "change_reason": JSON(policy.changeReason),
            "changed_at": JSON(policy.changedAt),
            "changed_by": JSON(policy.changedBy),
            "currency": JSON(travel?.currency.rawValue),
            "holder": JSON(policy.holder),
            "id": JSON(policy.id),
            "insurer": JSON(content.insurer),
            "issued_at": JSON(policy.issuedAt),
            "issued_by": JSON(policy.issuedBy),
            "kind": .string(policy.kind.rawValue),
            "latin_name": JSON(travel?.latinName),
            "number": .string(policy.number),
            "own": .bool(policy.own != nil),
            "programmes": .array(content.programmes.map { JSON($0) }),
            "replaced_by": JSON(policy.replacedBy),
            "replaces": JSON(policy.replaces),
            "revoked_at": JSON(gone?.at),
            "revoked_by": JSON(gone?.by),
            "revoked_for": JSON(gone?.reason.rawValue),
            "revoked_note": JSON(gone?.note),
            "sum": JSON(travel?.sum),
            "territory": JSON(travel?.territory),
            "valid_from": .string(content.validFrom.iso),
            "valid_to": .string(content.validTo.iso),
            "version": .integer(policy.version),
        ]
    }

    init(fact link: PolicyLink) {
        var (issued, shown): (ID<IssuedPolicy>?, ID<ShownPaper>?) = (nil, nil)
        switch link.target {
        case .issued(let id): issued = id
        case .shown(let id): shown = id
        }
        self = [
            "id": JSON(link.id),
            "issued": JSON(issued),
            "linked_at": JSON(link.linkedAt),
            "linked_by": JSON(link.linkedBy),
            "patient": JSON(link.patient),
            "shown": JSON(shown),
        ]
    }

    init<Entity>(_ edition: Edition<Entity>) {
        self = ["id": .string(edition.id.text), "version": .integer(edition.version)]
    }
}

extension IssuedPolicy {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "policy")
        let number = try reader.text("number")
        let isOwn = try reader.flag("own")
        var programmes: [Edition<Programme>] = []
        for element in try reader.elements("programmes") {
            programmes.append(try Edition(fact: element, "programmes"))
        }
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            kind: try reader.value("kind", Kind.init(rawValue:)), number: number,
            own: isOwn ? OwnNumber(stored: number) : nil, holder: try reader.id("holder"),
            content: Content(
                insurer: try Edition(fact: fact?["insurer"], "insurer"), programmes: programmes,
                validFrom: try reader.value("valid_from", CalendarDay.init(iso:)),
                validTo: try reader.value("valid_to", CalendarDay.init(iso:)), travel: try reader.travel()),
            issuedAt: try reader.instant("issued_at"), issuedBy: try reader.id("issued_by"),
            changedAt: try reader.instant("changed_at"), changedBy: try reader.id("changed_by"),
            changeReason: try reader.optionalText("change_reason"), revocation: try reader.revocation(),
            replaces: try reader.optionalID("replaces"), replacedBy: try reader.optionalID("replaced_by"))
    }
}

extension PolicyLink {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "link")
        let issued: ID<IssuedPolicy>? = try reader.optionalID("issued")
        let shown: ID<ShownPaper>? = try reader.optionalID("shown")
        let target: Target
        switch (issued, shown) {
        case (let id?, nil): target = .issued(id)
        case (nil, let id?): target = .shown(id)
        default: throw FactFault(member: "issued")
        }
        self.init(
            id: try reader.id("id"), patient: try reader.id("patient"), target: target,
            linkedAt: try reader.instant("linked_at"), linkedBy: try reader.id("linked_by"))
    }
}

extension Edition {
    init(fact: JSON?, _ name: String) throws(FactFault) {
        let reader = try FactReader(fact, name)
        self.init(try reader.id("id"), try reader.integer("version"))
    }
}

extension FactReader {
    /// Four members that are there together.
    fileprivate func travel() throws(FactFault) -> IssuedPolicy.Travel? {
        let (territory, latin) = (try optionalText("territory"), try optionalText("latin_name"))
        let currency = try optionalValue("currency", IssuedPolicy.Currency.init(rawValue:))
        let sum = try optionalInteger("sum")
        guard let territory, let sum, let currency, let latin else { return nil }
        return IssuedPolicy.Travel(territory: territory, sum: sum, currency: currency, latinName: latin)
    }

    fileprivate func revocation() throws(FactFault) -> IssuedPolicy.Revocation? {
        let reason = try optionalValue("revoked_for", IssuedPolicy.RevocationClass.init(rawValue:))
        let (note, at) = (try optionalText("revoked_note"), try optionalInstant("revoked_at"))
        let by: ID<Operator>? = try optionalID("revoked_by")
        guard let reason, let at, let by else { return nil }
        return IssuedPolicy.Revocation(reason: reason, note: note, at: at, by: by)
    }
}
