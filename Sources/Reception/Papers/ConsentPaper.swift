internal import Application
internal import Documents
internal import Domain

/// A consent's sheet, to be signed or after it was.
struct ConsentPaper {
    let sheet: ConsentSheet
    let shown: (Instant) -> String

    func paper(_ words: Stationery) -> Paper {
        let (consent, person) = (sheet.consent, sheet.patient.person)
        var blocks: [Block] = []
        if consent.state != .offered { blocks.append(.notice(ended(words))) }
        blocks += [
            .title(words("consent.purpose.\(consent.purpose.rawValue)")),
            .paragraph(who(person, words)), .paragraph(sheet.text),
        ]
        if consent.purpose == .emailing {
            let email = person.email?.text ?? "____________________"
            blocks.append(.paragraph(words("consent.email", ["email": email])))
        }
        if let due = sheet.mailDue {
            blocks.append(.paragraph(words("mail.sheet_due", ["day": due.shown])))
        }
        blocks.append(.together(ConsentPaper.answer(words)))
        blocks.append(.footnote(ConsentPaper.edition(consent.edition, consent.textSHA256, words)))
        return words.paper(
            "consent.title", mark: words("consent.sheet", ["n": String(consent.number)]), blocks)
    }

    private func ended(_ words: Stationery) -> String {
        let consent = sheet.consent
        let at = shown(consent.withdrawnAt ?? consent.decidedAt ?? consent.offeredAt)
        let state = "\(words("consent.state.\(consent.state.rawValue)")), \(at)"
        guard let signer = sheet.signedBy else { return state }
        let name = Stationery.fullName(signer.other.person)
        return "\(state) · \(words("consent.signed_by", ["who": name]))"
    }

    /// On a sheet that is still to be signed the one who may sign stands there already.
    private func who(_ person: Person, _ words: Stationery) -> String {
        let card = words("patient.card", ["n": String(sheet.patient.cardNumber)])
        let patient = "\(Stationery.fullName(person)), \(words.born(person)), \(card)"
        let offered = sheet.consent.state == .offered && sheet.needsRepresentative ? sheet.signers.first : nil
        guard let signer = sheet.signedBy ?? offered else { return "\(words("consent.me")) \(patient)" }
        let by = words(
            "consent.by_basis", ["role": words.role(of: signer.link), "basis": signer.link.basis ?? "–"])
        let name = Stationery.fullName(signer.other.person)
        return "\(words("consent.me")) \(name), \(by), \(words("consent.for")) \(patient)"
    }

    /// What the person ticks and signs.
    static func answer(_ words: Stationery) -> [Block] {
        [
            .ticks([Tick(words("consent.yes")), Tick(words("consent.no"))]),
            .footnote(words("consent.free")),
            .signatures([words("consent.date"), words("consent.signature"), words("consent.full_name")]),
        ]
    }

    static func edition(_ edition: Int64, _ digest: String, _ words: Stationery) -> String {
        words("consent.edition", ["n": String(edition), "hash": String(digest.prefix(16))])
    }
}
