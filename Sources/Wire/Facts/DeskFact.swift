internal import Domain

extension JSON {
    init(fact desk: Desk) {
        self = [
            "document_key": .string(Hex.text(desk.documentKey)),
            "founded_at": JSON(desk.foundedAt),
            "id": JSON(desk.id),
            "lineage": .integer(desk.lineage),
            "prefix": JSON(desk.prefix),
            "request_key": .string(Hex.text(desk.requestKey)),
        ]
    }

    init(fact settings: Settings) {
        self = [
            "banner_en": JSON(settings.bannerEnglish),
            "banner_ru": JSON(settings.bannerRussian),
            "clinic": .string(settings.clinic),
            "lock_after_seconds": .integer(settings.lockAfterSeconds),
            "version": .integer(settings.version),
        ]
    }

    init(fact one: Operator) {
        self = [
            "created_at": JSON(one.createdAt),
            "disabled": .bool(one.disabled),
            "id": JSON(one.id),
            "login": .string(one.login),
            "name": .string(one.name),
            "roles": .array(Role.allCases.filter(one.roles.contains).map { .string($0.rawValue) }),
            "version": .integer(one.version),
        ]
    }
}

extension Desk {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "desk")
        self.init(
            id: try reader.id("id"), lineage: try reader.integer("lineage"),
            requestKey: try reader.bytes("request_key"), documentKey: try reader.bytes("document_key"),
            foundedAt: try reader.instant("founded_at"), prefix: try reader.optionalText("prefix"))
    }
}

extension Settings {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "settings")
        self.init(
            version: try reader.integer("version"), clinic: try reader.text("clinic"),
            bannerRussian: try reader.optionalText("banner_ru"),
            bannerEnglish: try reader.optionalText("banner_en"),
            lockAfterSeconds: try reader.integer("lock_after_seconds"))
    }
}

extension Operator {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "operator")
        var roles: Set<Role> = []
        for element in try reader.elements("roles") {
            guard let role = element.text.flatMap(Role.init(rawValue:)) else {
                throw FactFault(member: "roles")
            }
            roles.insert(role)
        }
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"), login: try reader.text("login"),
            name: try reader.text("name"), roles: roles, disabled: try reader.flag("disabled"),
            createdAt: try reader.instant("created_at"))
    }
}
