internal import Application
internal import Documents
internal import Domain

/// A patient's card on paper, for the folder with its number. The note is the desk's and stays there.
struct CardPaper {
    let card: PatientCard
    let particulars: Particulars.Content
    let place: AttachmentPlace?
    /// Without the struck ones.
    let papers: [ShownPaper]
    /// The newest of each purpose.
    let consents: [Consent]
    let family: Family
    let today: CalendarDay
    /// When an instant was, by the clinic's clock.
    let shown: (Instant) -> String

    func paper(_ words: Stationery) -> Paper {
        let person = card.patient.person
        let number = words("patient.card", ["n": String(card.patient.cardNumber)])
        var blocks: [Block] = [
            .title(Stationery.fullName(person)),
            .paragraph(standing(person, words)),
            .heading(words("patient.tab.data")),
            .fields(personal(person, words)),
        ]
        blocks += shownPapers(words) + signedSheets(words) + relatives(words)
        if !card.missing.isEmpty {
            let missing = card.missing.map { words("patient.missing.\($0)") }.joined(separator: ", ")
            blocks.append(.footnote("\(words("patient.lacks")) \(missing)"))
        }
        let dates = [
            "\(words("patient.registered")) \(shown(card.patient.registeredAt))",
            "\(words("patient.changed")) \(shown(card.patient.changedAt))",
        ]
        blocks.append(.footnote(dates.joined(separator: " · ")))
        return words.paper("patient.page", mark: number, blocks)
    }

    private func standing(_ person: Person, _ words: Stationery) -> String {
        let age = person.birthDate.age(on: today).map { words.count("patient.age", Int64(max(0, $0))) }
        let alive = [words("patient.sex.\(person.sex.rawValue)"), words.born(person), age]
        guard let death = family.death else {
            return alive.compactMap(\.self).joined(separator: ", ")
        }
        return [
            words("patient.sex.\(person.sex.rawValue)"), words.born(person),
            "\(words("death.mark.\(person.sex.rawValue)")) \(death.diedOn.shown)",
        ].joined(separator: ", ")
    }

    private func personal(_ person: Person, _ words: Stationery) -> [Field] {
        let none = words("patient.none")
        let confirmed = card.phoneConfirmed.map { seen in
            words("patient.confirmed", ["time": shown(seen.at), "name": seen.operatorName])
        }
        let phone = [person.phone?.shown ?? none, confirmed].compactMap(\.self).joined(separator: ", ")
        let more = particulars.phones.map { phone in
            [phone.number.shown, phone.whose].compactMap(\.self).joined(separator: " – ")
        }
        let actual =
            particulars.livesAsRegistered
            ? words("patient.same_address") : particulars.actualAddress ?? none
        var fields = [
            Field(words("label.phone"), phone), Field(words("label.email"), person.email?.text ?? none),
            Field(words("label.snils"), person.snils?.shown ?? none),
            Field(words("label.inn"), particulars.inn?.shown ?? none),
            Field(words("label.address_registered"), particulars.registeredAddress ?? none),
            Field(words("label.address_actual"), actual), Field(words("label.attachment"), attachment(words)),
        ]
        if !more.isEmpty {
            fields.insert(Field(words("label.phone_more"), more.joined(separator: ", ")), at: 1)
        }
        return fields
    }

    private func attachment(_ words: Stationery) -> String {
        guard let place else { return words("patient.none") }
        let named = words(
            "attachment.place",
            [
                "clinic": place.clinic, "precinct": place.precinct,
                "kind": words("attachment.kind.\(place.kind.rawValue)"),
            ])
        let since = particulars.attachment?.since.map { words("patient.attached", ["day": $0.shown]) }
        return [named, since].compactMap(\.self).joined(separator: ", ")
    }

    private func shownPapers(_ words: Stationery) -> [Block] {
        guard !papers.isEmpty else { return [] }
        let fields = papers.map { paper in
            let kind = paper.document?.kind.rawValue ?? paper.policy?.kind.rawValue ?? ""
            let about = [
                paper.document?.shown ?? paper.policy?.shown,
                paper.document?.issuedOn.map { words("paper.issued", ["day": $0.shown]) },
                paper.document?.issuer, paper.document?.departmentCode?.shown, paper.policy?.insurer,
                paper.policy?.validTo.map { words("paper.until", ["day": $0.shown]) },
            ]
            return Field(words("paper.kind.\(kind)"), about.compactMap(\.self).joined(separator: ", "))
        }
        return [.heading(words("patient.tab.papers")), .fields(fields)]
    }

    private func signedSheets(_ words: Stationery) -> [Block] {
        guard !consents.isEmpty else { return [] }
        let rows = consents.map { consent in
            let at = consent.withdrawnAt ?? consent.decidedAt ?? consent.offeredAt
            return [
                words("consent.purpose.\(consent.purpose.rawValue)"),
                words("consent.state.\(consent.state.rawValue)"), shown(at),
                words("consent.sheet", ["n": String(consent.number)]),
            ]
        }
        let columns = [
            Table.Column(words("consent.title"), share: 5), .init(words("visit.col.state"), share: 2.2),
            .init(words("consent.date"), share: 2.2),
            .init(words("consent.number"), share: 1.6, isNumber: true),
        ]
        return [.heading(words("patient.tab.consents")), .table(Table(columns: columns, rows: rows))]
    }

    private func relatives(_ words: Stationery) -> [Block] {
        let standing = family.representatives.filter { $0.standing == .inForce && !$0.isDead }
        guard !standing.isEmpty else { return [] }
        let fields = standing.map { relative in
            let about = [
                Stationery.fullName(relative.other.person), relative.other.person.phone?.shown,
                relative.link.basis ?? words("family.no_basis"),
                relative.lastDay.map { words("family.until", ["day": $0.shown]) },
            ]
            return Field(words.role(of: relative.link), about.compactMap(\.self).joined(separator: ", "))
        }
        return [.heading(words("family.representatives")), .fields(fields)]
    }
}
