/// A policy to issue or to correct, as it was typed.
package struct IssuedPolicyForm: Hashable, Sendable {
    package var kind: IssuedPolicy.Kind
    /// Empty: one of this desk's own.
    package var number = ""
    /// By its name, of today or former.
    package var insurer = ""
    /// Their ids.
    package var programmes: [String] = []
    package var validFrom = ""
    package var validTo = ""
    package var territory = ""
    package var sum = ""
    package var currency = IssuedPolicy.Currency.eur.rawValue
    package var latinName = ""

    package init(kind: IssuedPolicy.Kind) { self.kind = kind }

    package static let mostProgrammes = 20

    /// What the form is read against.
    package struct Catalogues: Sendable {
        package let insurers: [Insurer]
        package let programmes: [Programme]
        /// The policy that is corrected: what it has, it keeps at its version, closed since or not.
        package let former: IssuedPolicy.Content?

        package init(insurers: [Insurer], programmes: [Programme], former: IssuedPolicy.Content? = nil) {
            self.insurers = insurers
            self.programmes = programmes
            self.former = former
        }
    }

    package struct Reading: Hashable, Sendable {
        package let content: IssuedPolicy.Content?
        /// Nil when the desk gives one of its own.
        package let number: String?
        package let problems: [FieldProblem]
    }

    private enum Field: String {
        case number, insurer, programmes
        case validFrom = "valid_from"
        case validTo = "valid_to"
        case territory, sum, currency
        case latinName = "latin_name"
    }

    private typealias Notes = FieldNotes<Field>

    private static let mostHundredths: Int64 = 100_000_000_000

    package func read(
        _ catalogues: Catalogues, today: CalendarDay, strictness: Strictness = .usual
    ) -> Reading {
        var notes = Notes(strictness)
        let number = readNumber(&notes)
        let insurer = readInsurer(catalogues, &notes)
        let programmes = readProgrammes(catalogues, of: insurer, &notes)
        let from = notes.required(day(validFrom, .validFrom), .validFrom)
        let to = notes.required(day(validTo, .validTo), .validTo)
        readPeriod(from, to, today, &notes)
        let travel = kind == .vzr ? readTravel(&notes) : nil
        guard notes.clean, let insurer, let from, let to else {
            return Reading(content: nil, number: nil, problems: notes.problems)
        }
        let edition = catalogues.former?.insurer
        let content = IssuedPolicy.Content(
            insurer: edition?.id == insurer.id ? edition ?? insurer.edition : insurer.edition,
            programmes: programmes, validFrom: from, validTo: to, travel: travel)
        return Reading(content: content, number: number, problems: notes.problems)
    }

    private func readNumber(_ notes: inout Notes) -> String? {
        let field = Field.number.rawValue
        guard let read = notes.optional(VoluntaryPolicyNumber.read(number, field: field)) else { return nil }
        // Whoever copies one of our numbers by hand would have it used twice.
        if OwnNumber(stored: IssuedPolicy.key(read.text)) != nil {
            notes.refuse(FieldProblem(field, .ownNumberTyped, ["number": read.text]))
        }
        return read.text
    }

    private func readInsurer(_ catalogues: Catalogues, _ notes: inout Notes) -> Insurer? {
        let field = Field.insurer.rawValue
        let name = notes.required(
            FreeText.read(insurer, field: field, max: Insurer.longestName), .insurer)
        guard let name else { return nil }
        guard let found = catalogues.insurers.named(name.text) else {
            notes.refuse(FieldProblem(field, .insurerUnknown, ["name": name.text]))
            return nil
        }
        if found.isClosed, found.id != catalogues.former?.insurer.id {
            notes.refuse(FieldProblem(field, .insurerClosed, ["name": found.name]))
        }
        return found
    }

    private func readProgrammes(
        _ catalogues: Catalogues, of insurer: Insurer?, _ notes: inout Notes
    ) -> [Edition<Programme>] {
        let field = Field.programmes.rawValue
        var editions: [Edition<Programme>] = []
        for text in programmes.prefix(Self.mostProgrammes) {
            guard let id = ID<Programme>(text),
                let programme = catalogues.programmes.first(where: { $0.id == id })
            else {
                notes.refuse(FieldProblem(field, .programmeUnknown))
                continue
            }
            let former = catalogues.former?.programmes.first { $0.id == id }
            if former == nil, programme.content.isClosed {
                notes.refuse(FieldProblem(field, .programmeClosed, ["title": programme.content.title]))
            }
            if let insurer, programme.content.insurer != insurer.id {
                notes.refuse(FieldProblem(field, .programmeOther, ["title": programme.content.title]))
            }
            if !editions.contains(where: { $0.id == id }) { editions.append(former ?? programme.edition) }
        }
        if kind == .dms, programmes.isEmpty { notes.refuse(FieldProblem(field, .programmesMissing)) }
        return editions
    }

    private func readPeriod(
        _ from: CalendarDay?, _ to: CalendarDay?, _ today: CalendarDay, _ notes: inout Notes
    ) {
        guard let to else { return }
        let field = Field.validTo.rawValue
        if let from, to < from {
            notes.refuse(FieldProblem(field, .periodReversed, ["day": from.shown]))
        } else if to < today {
            notes.note([FieldProblem(field, .policyEnded, ["day": to.shown])])
        }
    }

    private func readTravel(_ notes: inout Notes) -> IssuedPolicy.Travel? {
        let territory = notes.required(
            FreeText.read(territory, field: Field.territory.rawValue, max: 100), .territory)
        let sum = notes.required(
            TypedAmount.read(sum, field: Field.sum.rawValue, mostHundredths: Self.mostHundredths), .sum)
        let latin = notes.required(LatinName.read(latinName, field: Field.latinName.rawValue), .latinName)
        guard let currency = IssuedPolicy.Currency(rawValue: currency), let territory, let sum, let latin
        else { return nil }
        return IssuedPolicy.Travel(
            territory: territory.text, sum: sum, currency: currency, latinName: latin)
    }

    private func day(_ typed: String, _ field: Field) -> FieldReading<CalendarDay> {
        TypedDay.read(typed, field: field.rawValue)
    }
}

/// A name as it stands in a passport for abroad.
package enum LatinName {
    package static func read(_ typed: String, field: String) -> FieldReading<String> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        let name = PaperNumber.capitals(line)
        for scalar in name.unicodeScalars {
            guard ("A"..."Z").contains(scalar) || "' -".unicodeScalars.contains(scalar) else {
                return .bad(FieldProblem(field, .latinNameSign, ["sign": TypedText.named(scalar)]))
            }
        }
        let length = name.unicodeScalars.count
        guard length <= 120 else {
            return .bad(FieldProblem(field, .textTooLong, ["limit": "120", "length": "\(length)"]))
        }
        guard name.unicodeScalars.contains(where: Alphabet.isLatin) else {
            return .bad(FieldProblem(field, .nameNoLetters))
        }
        return .good(name, warnings: [])
    }
}
