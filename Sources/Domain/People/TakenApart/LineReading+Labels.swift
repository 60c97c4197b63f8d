/// What is named by a word before it, and what needs no name: an address of e-mail, a sex, a certificate.
extension LineReading {
    mutating func readLabelled() {
        readEmails()
        readAbsentPatronymic()
        readLabels()
        for place in pieces.indices { readCertificate(at: place) }
        for place in pieces.indices { readNamedNumber(at: place) }
        for place in pieces.indices { readSex(at: place) }
        readNamedParts()
        readNamedWords(after: .issued, .documentIssuer)
        readNamedWords(after: .insurer, .policyInsurer)
    }

    private mutating func readEmails() {
        for place in pieces.indices where pieces[place].kind == .email {
            guard let email = EmailAddress.read(pieces[place].text, field: "").value else { continue }
            add([place], [(.email, email.text)], .certain)
        }
    }

    private static let absentWords: Set<[String]> = [
        ["без", "отчества"], ["отчества", "нет"], ["нет", "отчества"], ["отчество", "нет"],
        ["отчество", "отсутствует"],
    ]

    private mutating func readAbsentPatronymic() {
        for place in pieces.indices.dropLast() where isFree(place, .word) && isFree(place + 1, .word) {
            let words = [pieces[place].folded, pieces[place + 1].folded]
            guard LineReading.absentWords.contains(words) else { continue }
            add([place, place + 1], [(.patronymicAbsent, "true")], .certain)
        }
    }

    // MARK: Which word is in force where

    private mutating func readLabels() {
        var label: LineLabel?
        var isNew = false
        for place in pieces.indices {
            let piece = pieces[place]
            switch piece.kind {
            case .word:
                guard !isUsed[place], !isInitial(place), let said = LineLabel(piece.folded) else {
                    labels[place] = label
                    isNew = isNew && label != .policy && label != .voluntaryPolicy && label != .other
                    continue
                }
                isUsed[place] = true
                labels[place] = said
                if said == .filler || isPartOf(label, piece.folded) { continue }
                if said == .birth, nameDayBehind(place) { continue }
                label = said
                isNew = true
            case .number:
                labels[place] = label
                if isNew { firstLabels[place] = label }
                isNew = false
            case .stop:
                // «Паспорт» on one line and its number on the next is how a form is copied.
                let isOfAddress = label == .other && piece.text == ","
                if !isNew && !isOfAddress { label = nil }
            case .email, .sign: labels[place] = label
            }
        }
    }

    /// «С.» is a name's letter; «г.» is a year's or a town's.
    private func isInitial(_ place: Int) -> Bool {
        pieces[place].text.unicodeScalars.count == 1 && isFollowedByPoint(place)
            && pieces[place].folded != "г"
    }

    /// «Заграничный паспорт» is no passport, «свидетельство о рождении» no birth.
    private func isPartOf(_ label: LineLabel?, _ folded: String) -> Bool {
        switch label {
        case .travelPassport: folded.hasPrefix("паспорт")
        case .birthCertificate: folded.hasPrefix("рожд")
        default: false
        }
    }

    /// «01.02.1990 г.р.» names the day before it; false when no day stands there.
    private mutating func nameDayBehind(_ place: Int) -> Bool {
        let words = pieces.indices.prefix(place).reversed()
            .prefix { pieces[$0].kind == .word && isUsed[$0] }
        let isOfYear = words.contains { ["г", "год", "года"].contains(pieces[$0].folded) }
        guard ["г.р", "гр"].contains(pieces[place].folded) || isOfYear else { return false }
        let before = place - words.count - 1
        guard before >= 0, pieces[before].kind == .number,
            labels[before] == nil || labels[before] == .passport,
            TypedDay.read(pieces[before].text, field: "").value != nil || isYear(before)
        else { return false }
        labels[before] = .birth
        // Of «1 февраля 1990 года рождения» the first piece is asked. Before a day of one piece stands
        // another's: the one on which a passport was given out.
        if isDay(endingAt: before) {
            for place in [before - 2, before - 1] { labels[place] = .birth }
        }
        return true
    }

    private func isYear(_ place: Int) -> Bool { pieces[place].digits.utf8.count == 4 }

    private func isDay(endingAt place: Int) -> Bool {
        guard place >= 2 else { return false }
        let text = pieces[(place - 2)...place].map(\.text).joined(separator: " ")
        return TypedDay.read(text, field: "").value != nil
    }

    // MARK: Numbers with letters

    /// «IV-АБ № 123456».
    private mutating func readCertificate(at place: Int) {
        guard isFree(place, .word) else { return }
        for end in place + 1...place + 3 where isFree(end, .number) && pieces[end].digits.utf8.count == 6 {
            guard (place..<end).allSatisfy({ pieces[$0].kind == .sign || !isUsed[$0] || isNaming($0) }),
                let certificate = BirthCertificate.read(text(place...end), field: "").value
            else { continue }
            let isNamed = labels[place] == .birthCertificate
            addDocument(
                .birthCertificate, certificate.series, certificate.number, isNamed ? .certain : .likely,
                at: Array(place...end))
            return
        }
    }

    private func isNaming(_ place: Int) -> Bool { LineLabel(pieces[place].folded) == .filler }

    /// What stands behind «полис» and «ДМС» and has letters in it: an old policy, an insurer's own number.
    private mutating func readNamedNumber(at place: Int) {
        guard let label = labels[place], label == .policy || label == .voluntaryPolicy,
            isFree(place, .word) || (label == .voluntaryPolicy && isFree(place, .number))
        else { return }
        var end = place
        while end + 1 < pieces.count, isOfNumber(end + 1) { end += 1 }
        let typed = text(place...end)
        guard typed.unicodeScalars.contains(where: TypedText.isDigit) else { return }
        let places = Array(place...end)
        if label == .policy, let number = OmsPolicyNumber.read(typed, field: "").value {
            let kind = PolicyGiven.Kind.oms.rawValue
            add(places, [(.policyNumber, number.shown), (.policyKind, kind)], .likely)
        } else if label == .voluntaryPolicy,
            let number = VoluntaryPolicyNumber.read(typed, field: "").value
        {
            let kind = PolicyGiven.Kind.dms.rawValue
            add(places, [(.policyNumber, number.shown), (.policyKind, kind)], .certain)
        }
    }

    private func isOfNumber(_ place: Int) -> Bool {
        if pieces[place].kind == .sign { return true }
        let isBeside = pieces[place - 1].range.upperBound + 1 >= pieces[place].range.lowerBound
        guard isBeside, TypedDay.read(pieces[place].text, field: "").value == nil else { return false }
        return isFree(place, .number)
            || (isFree(place, .word) && pieces[place].text.unicodeScalars.count <= 3)
    }

    // MARK: Words

    private mutating func readSex(at place: Int) {
        guard isFree(place, .word), labels[place] != .other,
            let sex = Sex.read(pieces[place].folded, field: "").value
        else { return }
        let isNamed = labels[place] == .sex
        // «Иванова М. С.»: a letter with a point is a name's.
        let isInitial =
            pieces[place].text.unicodeScalars.count == 1
            && (isFollowedByPoint(place) || isLetter(place - 1) || isLetter(place + 1))
        guard isNamed || !isInitial else { return }
        add([place], [(.sex, sex.rawValue)], isNamed ? .certain : .likely)
    }

    private func isLetter(_ place: Int) -> Bool {
        pieces.indices.contains(place) && pieces[place].text.unicodeScalars.count == 1
            && pieces[place].kind == .word
    }

    private mutating func readNamedParts() {
        let fields: [LineLabel: (TakenField, PersonNamePart.Kind)] = [
            .surname: (.surname, .surname), .name: (.name, .name),
            .patronymic: (.patronymic, .patronymic),
        ]
        for place in pieces.indices where isFree(place, .word) {
            guard let label = labels[place], let (field, kind) = fields[label], parts.isFree(field) else {
                continue
            }
            var end = place
            if isFree(place + 1, .word), PatronymicShape.isParticle(pieces[place + 1].folded) { end += 1 }
            guard let value = PersonNamePart.read(text(place...end), field: "", kind: kind).value else {
                continue
            }
            add(Array(place...end), [(field, value.text)], .certain)
        }
    }

    /// «Выдан ОВД № 5 г. Москвы»: up to the end of the line, a day, a code or the next word that names.
    private mutating func readNamedWords(after label: LineLabel, _ field: TakenField) {
        let first = pieces.indices.first { isFree($0, .word) && labels[$0] == label }
        guard let first, parts.isFree(field) else { return }
        var end = first
        for place in first + 1..<max(first + 1, pieces.count) {
            guard isOfName(place, label) else { break }
            end = place
        }
        let words = (first...end).filter { isFree($0, .word) }.map { pieces[$0].folded }
        let isPerson = words.contains { PatronymicShape($0) != nil }
        guard !isPerson else { return }
        add(Array(first...end), [(field, text(first...end))], .likely)
    }

    private func isOfName(_ place: Int, _ label: LineLabel) -> Bool {
        switch pieces[place].kind {
        case .word: labels[place] == label || labels[place] == .filler
        case .sign: true
        case .number: pieces[place].digits.utf8.count <= 3
        case .stop, .email: false
        }
    }
}
