package import Documents

/// What a programme of a policy covers, and where: as many lines as it has.
package struct ProgrammePaper: Hashable, Sendable {
    package var title: String
    package var code: String
    package var policyNumber: String
    package var validFrom: String?
    package var validTo: String?
    package var franchise: String
    package var covered: [String]
    package var clinics: [String]
    package var stamp: CodeStamp?

    package init(
        title: String, code: String, policyNumber: String, validFrom: String?, validTo: String?,
        franchise: String, covered: [String], clinics: [String] = [], stamp: CodeStamp? = nil
    ) {
        self.title = title
        self.code = code
        self.policyNumber = policyNumber
        self.validFrom = validFrom
        self.validTo = validTo
        self.franchise = franchise
        self.covered = covered
        self.clinics = clinics
        self.stamp = stamp
    }

    package func paper(_ words: Stationery) -> Paper {
        var blocks: [Block] = [
            .title(title),
            .fields(
                [
                    Field(words("policy.paper.number"), policyNumber),
                    Field(words("policy.paper.period"), words.period(validFrom, validTo)),
                    Field(words("policy.paper.code"), code),
                    Field(words("policy.paper.franchise"), franchise),
                ], columns: 2),
            .table(list(words("policy.paper.covered"), covered)),
        ]
        if !clinics.isEmpty { blocks.append(.table(list(words("policy.paper.clinics"), clinics))) }
        if let stamp { blocks.append(.stamp(stamp)) }
        return words.paper("policy.paper.programme_sheet", mark: "№ \(policyNumber)", blocks)
    }

    private func list(_ title: String, _ lines: [String]) -> Table {
        Table(
            columns: [.init("№", share: 1), .init(title, share: 16)],
            rows: lines.enumerated().map { ["\($0 + 1)", $1] })
    }
}
