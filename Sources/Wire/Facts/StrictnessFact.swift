internal import Domain

extension JSON {
    init(fact strictness: Strictness) {
        self = [
            "hardened": JSON(codes: strictness.hardened),
            "softened": JSON(codes: strictness.softened),
            "version": .integer(strictness.version),
        ]
    }

    private init(codes: Set<FieldCode>) {
        self = .array(Strictness.checks.filter(codes.contains).map { .string($0.rawValue) })
    }
}

extension Strictness {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "strictness")
        self.init(
            version: try reader.integer("version"), hardened: try reader.codes("hardened"),
            softened: try reader.codes("softened"))
    }
}

extension FactReader {
    fileprivate func codes(_ name: String) throws(FactFault) -> Set<FieldCode> {
        var codes: Set<FieldCode> = []
        for element in try elements(name) {
            guard let code = element.text.flatMap(FieldCode.init(rawValue:)) else {
                throw FactFault(member: name)
            }
            codes.insert(code)
        }
        return codes
    }
}
