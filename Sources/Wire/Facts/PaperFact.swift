internal import Domain

extension JSON {
    init(fact paper: ShownPaper) {
        self = [
            "document": paper.document.map { JSON(fact: $0) } ?? .null,
            "id": JSON(paper.id),
            "patient": JSON(paper.patient),
            "policy": paper.policy.map { JSON(fact: $0) } ?? .null,
            "shown_at": JSON(paper.shownAt),
            "shown_by": JSON(paper.shownBy),
            "strike_reason": JSON(paper.strike?.reason),
            "struck_at": JSON(paper.strike?.at),
            "struck_by": JSON(paper.strike?.by),
            "version": .integer(paper.version),
        ]
    }

    private init(fact document: IdentityDocument) {
        self = [
            "department_code": JSON(document.departmentCode?.digits),
            "issued_on": JSON(document.issuedOn?.iso),
            "issuer": JSON(document.issuer),
            "kind": .string(document.kind.rawValue),
            "number": .string(document.number),
            "series": JSON(document.series),
        ]
    }

    private init(fact policy: PolicyGiven) {
        self = [
            "insurer": JSON(policy.insurer),
            "kind": .string(policy.kind.rawValue),
            "number": .string(policy.number),
            "oms_type": JSON(policy.omsType?.rawValue),
            "valid_to": JSON(policy.validTo?.iso),
        ]
    }
}

extension ShownPaper {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "paper")
        let content: Content
        if reader.fact["policy"] == .null {
            content = .document(try IdentityDocument(fact: reader.fact["document"]))
        } else {
            content = .policy(try PolicyGiven(fact: reader.fact["policy"]))
        }
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            patient: try reader.id("patient"), content: content, shownAt: try reader.instant("shown_at"),
            shownBy: try reader.id("shown_by"),
            strike: try reader.undoing(at: "struck_at", by: "struck_by", reason: "strike_reason"))
    }
}

extension IdentityDocument {
    fileprivate init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "document")
        self.init(
            kind: try reader.value("kind", Kind.init(rawValue:)), series: try reader.optionalText("series"),
            number: try reader.text("number"),
            issuedOn: try reader.optionalValue("issued_on", CalendarDay.init(iso:)),
            issuer: try reader.optionalText("issuer"),
            departmentCode: try reader.optionalValue("department_code", DepartmentCode.init(stored:)))
    }
}

extension PolicyGiven {
    fileprivate init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "policy")
        self.init(
            kind: try reader.value("kind", Kind.init(rawValue:)), number: try reader.text("number"),
            omsType: try reader.optionalValue("oms_type", OmsType.init(rawValue:)),
            insurer: try reader.optionalText("insurer"),
            validTo: try reader.optionalValue("valid_to", CalendarDay.init(iso:)))
    }
}
