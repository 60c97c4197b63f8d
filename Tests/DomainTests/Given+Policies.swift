import Domain

/// Catalogues and what is issued by them.
extension Given {
    static func insurer(
        _ name: String = "Ромашка", former: [String] = [], version: Int64 = 1, id: UInt64 = 13
    ) -> Insurer {
        Insurer(id: Given.id(id), version: version, name: name, formerNames: former, isClosed: false)
    }

    static func programme(version: Int64 = 1, id: UInt64 = 14) -> Programme {
        Programme(
            id: Given.id(id), version: version,
            content: Programme.Content(
                code: "АП-1", title: "Амбулаторная Премиум", insurer: Given.id(13), lines: ["Приём врача"],
                clinics: [], franchise: .none, isClosed: false))
    }

    static func requisites(version: Int64 = 1) -> ClinicRequisites {
        ClinicRequisites(
            version: version, name: "Поликлиника № 12", legalName: nil, address: nil, phone: nil, inn: nil,
            licence: nil, email: nil)
    }

    static func policy(
        _ kind: IssuedPolicy.Kind = .dms, from: CalendarDay = today, to: CalendarDay = today,
        version: Int64 = 1
    ) -> IssuedPolicy {
        IssuedPolicy(
            id: id(15), version: version, kind: kind, number: "ДМС-1234", own: nil, holder: id(2),
            content: IssuedPolicy.Content(
                insurer: Edition(id(13), 1), programmes: [Edition(id(14), 1)], validFrom: from, validTo: to),
            issuedAt: start, issuedBy: id(3), changedAt: start, changedBy: id(3))
    }

    static func certificate(
        from: CalendarDay = today, to: CalendarDay = today, second: ID<Patient>? = nil, version: Int64 = 1
    ) -> Certificate {
        Certificate(
            id: id(17), version: version, number: OwnNumber(prefix: "11", sequence: 22_445_568),
            programme: Edition(id(14), 1), validFrom: from, validTo: to, first: id(2), second: second,
            purchasedOn: today, entryDue: today, issuedAt: start, issuedBy: id(3))
    }

    static let policyLink = PolicyLink(
        id: id(16), patient: id(2), target: .issued(id(15)), linkedAt: start, linkedBy: id(3))
}
