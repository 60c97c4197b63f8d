internal import Documents
internal import Domain

/// What the desk knows of a person, for that person to find it right or not. The note is the desk's.
struct ReadBackPaper {
    let patient: Patient
    /// Without the struck ones.
    let papers: [ShownPaper]
    let shown: (Instant) -> String

    func paper(_ words: Stationery) -> Paper {
        let version = words(
            "readback.version",
            [
                "n": String(patient.cardNumber), "v": String(patient.version),
                "time": shown(patient.changedAt),
            ])
        return words.paper(
            "readback.page", mark: words("patient.card", ["n": String(patient.cardNumber)]),
            [
                .title(words("readback.title")), .paragraph(words("readback.about")),
                .fields(facts(words) + list(.document, words) + list(.policy, words)),
                .together([
                    .ticks([Tick(words("readback.right"))]),
                    .byHand([.tick(label: words("readback.wrong")), .line(label: "")]),
                    .byHand([.line(label: "")]),
                    .signatures([
                        words("consent.date"), words("consent.signature"), words("consent.full_name"),
                    ]),
                ]),
                .footnote(version),
            ])
    }

    private func facts(_ words: Stationery) -> [Field] {
        let (person, none) = (patient.person, words("patient.none"))
        let noPatronymic = person.patronymic == .absent ? words("patient.no_patronymic") : none
        return [
            Field(words("label.surname"), person.surname), Field(words("label.name"), person.name),
            Field(words("label.patronymic"), person.patronymic.text ?? noPatronymic),
            Field(words("label.birth_date"), person.birthDate.shown),
            Field(words("label.sex"), words("patient.sex.\(person.sex.rawValue)")),
            Field(words("label.phone"), person.phone?.shown ?? none),
            Field(words("label.email"), person.email?.text ?? none),
            Field(words("label.snils"), person.snils?.shown ?? none),
        ]
    }

    private enum Sort { case document, policy }

    private func list(_ sort: Sort, _ words: Stationery) -> [Field] {
        let lines = papers.compactMap { paper in
            switch sort {
            case .document:
                paper.document.map { "\(words("paper.kind.\($0.kind.rawValue)")) \($0.shown)" }
            case .policy: paper.policy.map { "\(words("paper.kind.\($0.kind.rawValue)")) \($0.shown)" }
            }
        }
        guard !lines.isEmpty else { return [] }
        let label = words(sort == .document ? "readback.documents" : "readback.policies")
        return [Field(label, lines.joined(separator: "\n"))]
    }
}
