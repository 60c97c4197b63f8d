/// A programme as the admin typed it.
package struct ProgrammeForm: Hashable, Sendable {
    package enum FranchiseKind: String, CaseIterable, Hashable, Sendable {
        case none
        case fixed
        case percent
    }

    package var code: String
    package var title: String
    /// By its name, of today or former.
    package var insurer: String
    /// One in each line.
    package var lines: String
    /// One in each line.
    package var clinics: String
    package var franchiseKind: FranchiseKind
    package var franchise: String
    package var isClosed: Bool

    package init(
        code: String, title: String, insurer: String, lines: String, clinics: String = "",
        franchiseKind: FranchiseKind = .none, franchise: String = "", isClosed: Bool = false
    ) {
        self.code = code
        self.title = title
        self.insurer = insurer
        self.lines = lines
        self.clinics = clinics
        self.franchiseKind = franchiseKind
        self.franchise = franchise
        self.isClosed = isClosed
    }

    private enum Field: String { case code, title, insurer, lines, clinics, franchise }

    private static let mostKopecks: Int64 = 100_000_000

    /// The programme that this form makes of an id, or why not. A code names one programme only.
    package func programme(
        _ id: ID<Programme>, version: Int64, insurers: [Insurer], among others: [Programme]
    ) throws(Refusal) -> Programme {
        var notes = FieldNotes<Field>()
        let code = notes.required(FreeText.read(code, field: Field.code.rawValue, max: 30), .code)
        let title = notes.required(FreeText.read(title, field: Field.title.rawValue, max: 200), .title)
        let insurer = readInsurer(insurers, &notes)
        let lines = notes.required(
            TextLines.read(
                lines, field: Field.lines.rawValue, most: Programme.mostLines,
                longest: Programme.longestLine), .lines)
        let clinics = notes.optional(
            TextLines.read(
                clinics, field: Field.clinics.rawValue, most: Programme.mostClinics,
                longest: Programme.longestLine))
        let franchise = readFranchise(&notes)
        if let code, let other = others.first(where: { $0.id != id && $0.key == Programme.key(code.text) }) {
            notes.refuse(
                FieldProblem(Field.code.rawValue, .programmeCodeTaken, ["title": other.content.title]))
        }
        guard notes.clean, let code, let title, let insurer, let lines, let franchise else {
            throw Refusal(.fieldsInvalid, fields: notes.problems)
        }
        return Programme(
            id: id, version: version,
            content: Programme.Content(
                code: code.text, title: title.text, insurer: insurer.id, lines: lines,
                clinics: clinics ?? [], franchise: franchise, isClosed: isClosed))
    }

    private func readInsurer(_ insurers: [Insurer], _ notes: inout FieldNotes<Field>) -> Insurer? {
        let read = notes.required(
            FreeText.read(insurer, field: Field.insurer.rawValue, max: Insurer.longestName), .insurer)
        guard let read else { return nil }
        let found = insurers.named(read.text)
        if found == nil {
            notes.refuse(FieldProblem(Field.insurer.rawValue, .insurerUnknown, ["name": read.text]))
        }
        return found
    }

    private func readFranchise(_ notes: inout FieldNotes<Field>) -> Programme.Franchise? {
        let field = Field.franchise.rawValue
        switch franchiseKind {
        case .none:
            return Programme.Franchise.none
        case .fixed:
            let amount = TypedAmount.read(franchise, field: field, mostHundredths: Self.mostKopecks)
            return notes.required(amount, .franchise).map { .fixed(kopecks: $0) }
        case .percent:
            let typed = TypedText.line(franchise).filter { $0 != "%" && $0 != " " }
            if typed.isEmpty {
                notes.refuse(FieldProblem(field, .required))
                return nil
            }
            guard typed.utf8.count <= 3, let percent = Int64(typed), (1...100).contains(percent) else {
                notes.refuse(FieldProblem(field, .percentWrong))
                return nil
            }
            return .percent(percent)
        }
    }
}

extension [Insurer] {
    /// The company that is or was called so; one that is still open comes first.
    package func named(_ name: String) -> Insurer? {
        let key = Insurer.key(name)
        let all = filter { $0.keys.contains(key) }
        return all.first { !$0.isClosed } ?? all.first
    }
}
