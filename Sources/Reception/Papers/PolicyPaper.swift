package import Documents

/// A policy as its holder keeps it. Plain values: whoever issues policies knows where they come from.
package struct PolicyPaper: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case oms
        case dms
        case vzr
    }

    package struct Programme: Hashable, Sendable {
        package var code: String
        package var title: String
        /// «без франшизы», «10 %», «3 000 ₽».
        package var franchise: String

        package init(code: String, title: String, franchise: String) {
            self.code = code
            self.title = title
            self.franchise = franchise
        }
    }

    package var kind: Kind
    /// As printed: with its series, if it has one.
    package var number: String
    package var holder: String
    /// As the passport for travelling has it, on a policy for abroad.
    package var latinName: String?
    package var born: String
    package var insurer: String
    /// «ранее: …», when the insurer had another name.
    package var insurerFormerly: String?
    /// «01.01.2026», and nil for a policy without an end.
    package var validFrom: String?
    package var validTo: String?
    package var programmes: [Programme]
    package var territory: String?
    package var sumInsured: String?
    /// The texts of the template, a paragraph a line: order of care, whom to call.
    package var terms: String
    /// Nil for what is only recorded: a sheet about an ОМС policy has no code.
    package var stamp: CodeStamp?

    package init(
        kind: Kind, number: String, holder: String, latinName: String? = nil, born: String, insurer: String,
        insurerFormerly: String? = nil, validFrom: String?, validTo: String?, programmes: [Programme] = [],
        territory: String? = nil, sumInsured: String? = nil, terms: String = "", stamp: CodeStamp? = nil
    ) {
        self.kind = kind
        self.number = number
        self.holder = holder
        self.latinName = latinName
        self.born = born
        self.insurer = insurer
        self.insurerFormerly = insurerFormerly
        self.validFrom = validFrom
        self.validTo = validTo
        self.programmes = programmes
        self.territory = territory
        self.sumInsured = sumInsured
        self.terms = terms
        self.stamp = stamp
    }

    package func paper(_ words: Stationery) -> Paper {
        var blocks: [Block] = [.title(words("policy.paper.\(kind.rawValue)"))]
        if kind == .oms { blocks.append(.notice(words("policy.paper.not_oms"))) }
        blocks.append(.fields(fields(words), columns: 2))
        if !programmes.isEmpty {
            let columns = [
                Table.Column(words("policy.paper.programme"), share: 5),
                .init(words("policy.paper.code"), share: 1.6),
                .init(words("policy.paper.franchise"), share: 2.2),
            ]
            let rows = programmes.map { [$0.title, $0.code, $0.franchise] }
            blocks += [
                .heading(words("policy.paper.programmes")), .table(Table(columns: columns, rows: rows)),
            ]
        }
        if !terms.isEmpty { blocks += [.heading(words("policy.paper.terms")), .paragraph(terms)] }
        if let stamp { blocks.append(.stamp(stamp)) }
        return words.paper("policy.paper.\(kind.rawValue)", mark: "№ \(number)", blocks)
    }

    private func fields(_ words: Stationery) -> [Field] {
        var fields = [
            Field(words("policy.paper.holder"), holder), Field(words("label.birth_date"), born),
            Field(
                words("policy.paper.insurer"),
                [insurer, insurerFormerly].compactMap(\.self).joined(separator: "\n")),
            Field(words("policy.paper.period"), words.period(validFrom, validTo)),
        ]
        if let latinName { fields.insert(Field(words("policy.paper.latin"), latinName), at: 1) }
        if let territory { fields.append(Field(words("policy.paper.territory"), territory)) }
        if let sumInsured { fields.append(Field(words("policy.paper.sum"), sumInsured)) }
        return fields
    }
}

extension Stationery {
    /// «01.01.2026 – 31.12.2026», both ends inclusive.
    func period(_ from: String?, _ to: String?) -> String {
        switch (from, to) {
        case (let from?, let to?): "\(from) – \(to)"
        case (let from?, nil): self("policy.paper.since", ["day": from])
        case (nil, let to?): self("policy.paper.until", ["day": to])
        case (nil, nil): self("policy.paper.endless")
        }
    }
}
