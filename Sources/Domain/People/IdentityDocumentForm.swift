/// The fields of an identity document, by the names that forms and problems share.
package enum IdentityDocumentField: String, CaseIterable, Sendable {
    case kind
    case series
    case number
    case issuedOn = "issued_on"
    case issuer
    case departmentCode = "department_code"
}

/// An identity document as it was typed. Reading it gives the document, or says by field why not.
package struct IdentityDocumentForm: Hashable, Sendable {
    package var kind = ""
    package var series = ""
    package var number = ""
    package var issuedOn = ""
    package var issuer = ""
    package var departmentCode = ""

    package init() {}
}

/// What came of reading the form. Neither a document nor problems: nothing was typed.
package struct IdentityDocumentReading: Hashable, Sendable {
    package let document: IdentityDocument?
    package let problems: [FieldProblem]

    package var errors: [FieldProblem] { problems.filter { $0.severity == .error } }
    package var warnings: [FieldProblem] { problems.filter { $0.severity == .warning } }
}

extension IdentityDocumentForm {
    private typealias Field = IdentityDocumentField
    private typealias Number = (series: String?, number: String)

    private static let longestIssuer = 200

    /// Reads every field. `birthDate` is nil while the person's own form is not right yet; what depends on
    /// it is judged when it is. `today` is the day in the clinic's time zone.
    package func read(
        birthDate: CalendarDay?, today: CalendarDay, strictness: Strictness = .usual
    ) -> IdentityDocumentReading {
        // The kind alone is what the list of kinds stands at, not an answer.
        if [series, number, issuedOn, issuer, departmentCode].allSatisfy({ TypedText.line($0).isEmpty }) {
            return IdentityDocumentReading(document: nil, problems: [])
        }
        var notes = FieldNotes<Field>(strictness)
        let kind: IdentityDocument.Kind? = notes.required(
            FieldReading(word: kind, Field.kind.rawValue, else: .documentKindUnknown), .kind)
        let number = kind.flatMap { readNumber($0, &notes) }
        let issued = notes.optional(TypedDay.read(issuedOn, field: Field.issuedOn.rawValue))
        let issuer = notes.optional(
            FreeText.read(issuer, field: Field.issuer.rawValue, max: Self.longestIssuer))
        // The box for it is on the screen for passports only.
        let code =
            kind == .passport
            ? notes.optional(DepartmentCode.read(departmentCode, field: Field.departmentCode.rawValue)) : nil
        if let kind {
            let paper = IdentityDocumentDays(
                kind: kind, issuedOn: issued, birthDate: birthDate, today: today,
                blankYear: kind == .passport ? number.flatMap(Self.blankYear) : nil)
            notes.note(paper.problems)
        }
        guard notes.clean, let kind, let number else {
            return IdentityDocumentReading(document: nil, problems: notes.problems)
        }
        let document = IdentityDocument(
            kind: kind, series: number.series, number: number.number, issuedOn: issued,
            issuer: issuer?.text, departmentCode: code)
        return IdentityDocumentReading(document: document, problems: notes.problems)
    }

    private func readNumber(_ kind: IdentityDocument.Kind, _ notes: inout FieldNotes<Field>) -> Number? {
        let boxes = (Field.series.rawValue, Field.number.rawValue)
        switch kind {
        case .passport:
            return notes.add(
                RussianPassport.read(
                    series: series, number: number, seriesField: boxes.0, numberField: boxes.1
                ).map { ($0.series, $0.number) })
        case .birthCertificate:
            return notes.add(
                BirthCertificate.read(
                    series: series, number: number, seriesField: boxes.0, numberField: boxes.1
                ).map { ($0.series, $0.number) })
        case .travelPassport:
            return notes.add(
                TravelPassport.read(
                    series: series, number: number, seriesField: boxes.0, numberField: boxes.1
                ).map { ($0.series, $0.number) })
        case .foreign, .other:
            let series = notes.optional(FreeDocumentNumber.read(series, field: boxes.0))
            let number = notes.required(FreeDocumentNumber.read(number, field: boxes.1), .number)
            return number.map { (series?.text, $0.text) }
        }
    }

    private static func blankYear(_ number: Number) -> Int? {
        RussianPassport(stored: (number.series ?? "") + number.number)?.blankYear
    }
}
