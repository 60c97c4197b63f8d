package import Documents

/// A certificate of service: the programme, when it is served, and whom.
package struct CertificatePaper: Hashable, Sendable {
    /// «11/22445568».
    package var number: String
    package var programme: String
    package var validFrom: String
    package var validTo: String
    package var purchased: String?
    package var firstPatient: String
    package var secondPatient: String?
    /// The texts of the template, a paragraph a line.
    package var terms: String
    package var stamp: CodeStamp?

    package init(
        number: String, programme: String, validFrom: String, validTo: String, purchased: String? = nil,
        firstPatient: String, secondPatient: String? = nil, terms: String = "", stamp: CodeStamp? = nil
    ) {
        self.number = number
        self.programme = programme
        self.validFrom = validFrom
        self.validTo = validTo
        self.purchased = purchased
        self.firstPatient = firstPatient
        self.secondPatient = secondPatient
        self.terms = terms
        self.stamp = stamp
    }

    package func paper(_ words: Stationery) -> Paper {
        var about = [
            Field(words("certificate.paper.programme"), programme),
            Field(words("policy.paper.period"), words.period(validFrom, validTo)),
        ]
        if let purchased { about.append(Field(words("certificate.paper.purchased"), purchased)) }
        let people = [
            Field(words("certificate.paper.first"), firstPatient),
            Field(words("certificate.paper.second"), secondPatient ?? words("patient.none")),
        ]
        var blocks: [Block] = [
            .title(words("certificate.paper")), .fields(about, columns: 2),
            .heading(words("certificate.paper.people")), .fields(people),
        ]
        if !terms.isEmpty { blocks += [.heading(words("policy.paper.terms")), .paragraph(terms)] }
        if let stamp { blocks.append(.stamp(stamp)) }
        return words.paper("certificate.paper", mark: "№ \(number)", blocks)
    }
}
