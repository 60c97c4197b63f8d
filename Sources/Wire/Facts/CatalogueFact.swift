internal import Domain

extension JSON {
    init(fact insurer: Insurer) {
        self = [
            "closed": .bool(insurer.isClosed),
            "former_names": JSON(texts: insurer.formerNames),
            "id": JSON(insurer.id),
            "name": .string(insurer.name),
            "version": .integer(insurer.version),
        ]
    }

    init(fact programme: Programme) {
        let content = programme.content
        var (kopecks, percent): (Int64?, Int64?) = (nil, nil)
        switch content.franchise {
        case .none: break
        case .fixed(let amount): kopecks = amount
        case .percent(let part): percent = part
        }
        self = [
            "clinics": JSON(texts: content.clinics),
            "closed": .bool(content.isClosed),
            "code": .string(content.code),
            "franchise_kopecks": JSON(kopecks),
            "franchise_percent": JSON(percent),
            "id": JSON(programme.id),
            "insurer": JSON(content.insurer),
            "lines": JSON(texts: content.lines),
            "title": .string(content.title),
            "version": .integer(programme.version),
        ]
    }

    init(fact requisites: ClinicRequisites) {
        self = [
            "address": JSON(requisites.address),
            "email": JSON(requisites.email?.text),
            "inn": JSON(requisites.inn),
            "legal_name": JSON(requisites.legalName),
            "licence": JSON(requisites.licence),
            "name": .string(requisites.name),
            "phone": JSON(requisites.phone),
            "version": .integer(requisites.version),
        ]
    }

    private init(texts: [String]) { self = .array(texts.map { .string($0) }) }
}

extension Insurer {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "insurer")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"), name: try reader.text("name"),
            formerNames: try reader.texts("former_names"), isClosed: try reader.flag("closed"))
    }
}

extension Programme {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "programme")
        let kopecks = try reader.optionalInteger("franchise_kopecks")
        let percent = try reader.optionalInteger("franchise_percent")
        let franchise: Franchise =
            if let kopecks {
                .fixed(kopecks: kopecks)
            } else if let percent {
                .percent(percent)
            } else {
                .none
            }
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            content: Content(
                code: try reader.text("code"), title: try reader.text("title"),
                insurer: try reader.id("insurer"), lines: try reader.texts("lines"),
                clinics: try reader.texts("clinics"), franchise: franchise,
                isClosed: try reader.flag("closed")))
    }
}

extension ClinicRequisites {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "requisites")
        self.init(
            version: try reader.integer("version"), name: try reader.text("name"),
            legalName: try reader.optionalText("legal_name"), address: try reader.optionalText("address"),
            phone: try reader.optionalText("phone"), inn: try reader.optionalText("inn"),
            licence: try reader.optionalText("licence"),
            email: try reader.optionalText("email").map(EmailAddress.init(stored:)))
    }
}

extension FactReader {
    fileprivate func texts(_ name: String) throws(FactFault) -> [String] {
        var texts: [String] = []
        for element in try elements(name) {
            guard let text = element.text else { throw FactFault(member: name) }
            texts.append(text)
        }
        return texts
    }
}
