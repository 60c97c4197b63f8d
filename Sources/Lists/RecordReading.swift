internal import Domain

/// Puts the cells of a record into the forms that a clerk would have typed.
struct RecordReading {
    private let columns: [ListColumn?]

    init(_ columns: [ListColumn?]) { self.columns = columns }

    func line(_ record: CSVRecord) -> ListLine {
        var listed = ListedPerson(line: record.line)
        switch record.fault {
        case .quoteOpen: listed.problems = [FieldProblem(ListedPerson.whole, .listQuoteOpen)]
        case .tooLong:
            listed.problems = [
                FieldProblem(ListedPerson.whole, .listLineLong, ["limit": "\(CSVReader.longest >> 10)"])
            ]
        case nil:
            let extra = record.cells.dropFirst(columns.count)
            if extra.contains(where: { !$0.isEmpty }) {
                listed.problems = [
                    FieldProblem(
                        ListedPerson.whole, .listCellsMany,
                        ["cells": "\(record.cells.count)", "columns": "\(columns.count)"])
                ]
            }
            fill(&listed, record.cells)
        }
        return ListLine(listed: listed, cells: record.cells, isShapeless: record.fault != nil)
    }

    private func fill(_ listed: inout ListedPerson, _ cells: [String]) {
        var row: [ListColumn: String] = [:]
        for (column, cell) in zip(columns, cells) {
            guard let column, !column.isOurs, !cell.isEmpty else { continue }
            row[column] = RecordReading.bare(cell)
        }
        name(&listed.person, row)
        listed.person.birthDate = RecordReading.day(row[.birthDate])
        listed.person.sex = row[.sex].map(RecordReading.sex) ?? ""
        listed.person.phone = row[.phone] ?? ""
        listed.person.email = row[.email] ?? ""
        listed.person.snils = row[.snils] ?? ""
        listed.person.note = note(row)
        policy(&listed.policy, row)
        if RecordReading.hasManyPolicies(row) {
            listed.problems.append(FieldProblem("policy_number", .listPoliciesMany))
        }
    }

    /// Our files of errors put an apostrophe before what a spreadsheet would take for a formula.
    private static func bare(_ cell: String) -> String {
        var rest = cell.utf8.dropFirst()
        guard cell.utf8.first == UInt8(ascii: "'"), let sign = rest.popFirst(),
            ErrorFile.formulaSigns.contains(sign)
        else { return cell }
        return String(cell.dropFirst())
    }

    private func name(_ form: inout PersonForm, _ row: [ListColumn: String]) {
        form.surname = row[.surname] ?? ""
        form.name = row[.name] ?? ""
        form.patronymic = row[.patronymic] ?? ""
        if let whole = row[.fullName], form.surname.isEmpty {
            let words = TypedText.plain(whole).split(separator: " ", maxSplits: 2)
            form.surname = words.first.map(String.init) ?? ""
            form.name = words.dropFirst().first.map(String.init) ?? ""
            if form.patronymic.isEmpty { form.patronymic = words.dropFirst(2).joined() }
        }
        // At the desk it is a tick; in a list it is a word.
        let reading = PersonNamePart.read(
            form.patronymic, field: PersonField.patronymic.rawValue, kind: .patronymic)
        if reading.refusal?.code == FieldCode.patronymicNoneTyped.rawValue {
            form.patronymic = ""
            form.patronymicAbsent = true
        }
    }

    /// A spreadsheet's date may have a time behind it: `12.03.1986 0:00:00`, `1986-03-12T00:00:00`.
    private static func day(_ cell: String?) -> String {
        guard let cell else { return "" }
        guard let colon = cell.firstIndex(of: ":") else { return cell }
        let head = cell[..<colon]
        guard let gap = head.lastIndex(where: { $0 == " " || $0 == "T" }) else { return cell }
        return String(head[..<gap])
    }

    private static func sex(_ cell: String) -> String {
        switch SearchText.fold(cell) {
        case "m", "муж", "мужчина", "1": Sex.male.rawValue
        case "f", "w", "жен", "женщина", "2": Sex.female.rawValue
        default: cell
        }
    }

    /// A passport in a list was seen by nobody here: it stays a note, and the card's identity as it was.
    private func note(_ row: [ListColumn: String]) -> String {
        let parts = [row[.passport], row[.passportSeries], row[.passportNumber]].compactMap(\.self)
        let passport = parts.isEmpty ? nil : "Паспорт из списка: " + parts.joined(separator: " ")
        return [row[.note], passport].compactMap(\.self).joined(separator: "\n")
    }

    /// Which of them the insurer and the last day belong to, the line does not say.
    private static func hasManyPolicies(_ row: [ListColumn: String]) -> Bool {
        let numbers = [row[.policyNumber], row[.omsNumber], row[.dmsNumber]].compactMap { cell in
            cell.map { SearchText.fold($0).filter { $0 != " " } }
        }
        return Set(numbers.filter { !$0.isEmpty }).count > 1
    }

    private func policy(_ form: inout PolicyForm, _ row: [ListColumn: String]) {
        let number = row[.policyNumber] ?? row[.omsNumber] ?? row[.dmsNumber] ?? ""
        form.number = [row[.policySeries], number].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: " ")
        form.insurer = row[.insurer] ?? ""
        form.validTo = RecordReading.day(row[.validTo])
        form.kind = row[.policyKind].map(RecordReading.kind) ?? impliedKind(form.number, row)
    }

    private static func kind(_ cell: String) -> String {
        let folded = SearchText.fold(cell)
        let words: [(String, PolicyGiven.Kind)] = [
            ("омс", .oms), ("oms", .oms), ("обязательн", .oms), ("дмс", .dms), ("dms", .dms),
            ("добровольн", .dms), ("взр", .vzr), ("vzr", .vzr), ("выезжающ", .vzr),
        ]
        return words.first { folded.hasPrefix($0.0) }?.1.rawValue ?? cell
    }

    /// Sixteen digits that prove themselves are an ОМС policy; what else employers list is ДМС.
    private func impliedKind(_ number: String, _ row: [ListColumn: String]) -> String {
        if row[.policyNumber] == nil, row[.omsNumber] != nil { return PolicyGiven.Kind.oms.rawValue }
        let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
        guard digits.count == 16, row[.dmsNumber] == nil else { return PolicyGiven.Kind.dms.rawValue }
        let reading = OmsPolicyNumber.read(number, field: "number", type: nil)
        if case .good(_, let warnings) = reading, warnings.isEmpty { return PolicyGiven.Kind.oms.rawValue }
        return PolicyGiven.Kind.dms.rawValue
    }
}
