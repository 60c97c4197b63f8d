internal import Documents
internal import Domain

/// What is printed before the computer dies: the words of the screen, with room for a pen.
struct BlankPapers {
    let words: Stationery

    private static let rowsOfADay = 20

    /// For one person who comes in.
    func walkIn(_ purposes: [ConsentPurpose]) -> Paper {
        let date = [2, 2, 4]
        var blocks: [Block] = [
            .title(words("blanks.walk_in")),
            .byHand([.line(label: words("blanks.number"), boxes: 8)]),
            .byHand([
                .boxes(label: words("blanks.day"), groups: date),
                .boxes(label: words("blanks.time"), groups: [2, 2]),
            ]),
        ]
        for name in ["surname", "name", "patronymic"] {
            blocks.append(.byHand([.boxes(label: words("label.\(name)"), groups: [27])]))
        }
        blocks += [
            .byHand([
                .boxes(label: words("label.birth_date"), groups: date), .tick(label: words("blanks.male")),
                .tick(label: words("blanks.female")),
            ]),
            .byHand([.boxes(label: words("label.phone") + ", +7", groups: [3, 3, 2, 2])]),
            .byHand([.boxes(label: words("label.snils"), groups: [3, 3, 3, 2])]),
            .byHand([.line(label: words("label.email"))]),
            .byHand([
                .boxes(label: words("blanks.passport"), groups: [4, 6]),
                .boxes(label: words("blanks.issued"), groups: date),
            ]),
            .byHand([.line(label: words("blanks.issuer"))]),
            .byHand([.boxes(label: words("blanks.oms"), groups: [4, 4, 4, 4])]),
        ]
        for name in ["insurer", "reason", "where", "outcome"] {
            blocks.append(.byHand([.line(label: words("blanks.\(name)"))]))
        }
        if !purposes.isEmpty {
            let ticks = purposes.map { Tick(words("consent.purpose.\($0.rawValue)")) }
            blocks.append(.together([.paragraph(words("blanks.consents")), .ticks(ticks)]))
        }
        blocks.append(
            .signatures([
                words("blanks.patient_signature"), words("blanks.operator"), words("blanks.entered"),
            ]))
        return words.paper("blanks.walk_in", blocks)
    }

    /// For a whole day, a line each.
    func day() -> Paper {
        let columns: [Table.Column] = [
            .init(words("visit.col.time"), share: 1), .init(words("blanks.full_name"), share: 3.6),
            .init(words("label.birth_date"), share: 1.6), .init(words("label.phone"), share: 1.9),
            .init(words("visit.col.reason"), share: 1.6), .init(words("visit.col.destination"), share: 1.4),
            .init(words("blanks.outcome"), share: 1.2),
        ]
        let row = [String](repeating: "", count: columns.count)
        return words.paper(
            "blanks.day_sheet",
            [
                .title(words("blanks.day_sheet")),
                .byHand([.boxes(label: words("blanks.day"), groups: [2, 2, 4])]),
                .table(
                    Table(
                        columns: columns, rows: .init(repeating: row, count: BlankPapers.rowsOfADay),
                        isForPen: true)),
                .footnote(words("blanks.day_sheet.foot")),
            ])
    }

    /// A consent for somebody who is not in the computer yet.
    func consent(_ text: ConsentText) -> Paper {
        words.paper(
            "consent.title",
            [
                .title(words("consent.purpose.\(text.purpose.rawValue)")),
                .byHand([.line(label: words("blanks.number"), boxes: 8)]),
                .byHand([.line(label: words("consent.me"))]),
                .byHand([.boxes(label: words("label.birth_date"), groups: [2, 2, 4])]),
                .paragraph(text.text), .together(ConsentPaper.answer(words)),
                .footnote(ConsentPaper.edition(text.edition, text.sha256, words)),
            ])
    }
}
