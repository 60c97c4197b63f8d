/// Turns blocks into pieces with a width, ready for the flow.
struct Composer {
    let typesetter: Typesetter
    let width: Double
    /// A preview: the place of a code stays empty.
    let isDraft: Bool
    private(set) var slots: [Slot] = []
    private var groups = 0
    private var isAfterHeading = false

    // 38 em: about 75 letters, which the eye still finds the next line after.
    private static let measure = 38.0

    init(_ blocks: [Block], typesetter: Typesetter, width: Double, isDraft: Bool) throws(PaperFault) {
        self.typesetter = typesetter
        self.width = width
        self.isDraft = isDraft
        for block in blocks { try add(block) }
    }

    private mutating func add(_ block: Block) throws(PaperFault) {
        switch block {
        case .title(let words): heading(words, .title, "H1", gap: 14)
        case .heading(let words): heading(words, .heading, "H2", gap: 17.5)
        case .paragraph(let words): paragraphs(words, .body)
        case .footnote(let words): paragraphs(words, .small)
        case .notice(let words):
            let text = set(words, .strong, width - 2 * NoticePiece.padding)
            append(NoticePiece(text: text, width: width), gap: 10.5)
        case .fields(let fields, let columns): add(fields, columns: columns)
        case .table(let table): add(table)
        case .ticks(let ticks):
            for (number, tick) in ticks.enumerated() {
                let text = set(tick.text, .body, width - TickPiece.indent)
                append(TickPiece(text: text, isTicked: tick.isTicked), gap: number == 0 ? 10.5 : 7)
            }
        case .byHand(let blanks):
            for piece in PenLines(blanks, width: width, typesetter: typesetter).pieces {
                append(piece, gap: 3.5)
            }
        case .signatures(let labels):
            let column = SignaturesPiece.column(of: labels.count, width: width)
            append(
                SignaturesPiece(labels: labels.map { set($0, .small, column) }, width: width), gap: 14)
        case .stamp(let stamp): try add(stamp)
        case .space(let lines): append(SpacePiece(height: 14 * Double(lines)), gap: 0)
        case .together(let blocks):
            let first = slots.count
            for block in blocks { try add(block) }
            for number in first..<max(first, slots.count - 1) { slots[number].keepsNext = true }
        }
    }

    func set(_ words: String, _ style: TextStyle, _ width: Double) -> SetText {
        typesetter.set(words, style, width: width)
    }

    mutating func append(
        _ piece: any Piece, gap: Double, keepsNext: Bool = false, group: Slot.Group? = nil,
        head: (any Piece)? = nil
    ) {
        let gap = isAfterHeading ? min(gap, 7) : gap
        isAfterHeading = false
        slots.append(Slot(piece: piece, gap: gap, keepsNext: keepsNext, group: group, head: head))
    }

    mutating func newGroup(_ tag: String) -> Slot.Group {
        groups += 1
        return Slot.Group(tag: tag, number: groups)
    }

    private mutating func heading(_ words: String, _ style: TextStyle, _ tag: String, gap: Double) {
        append(TextPiece(set(words, style, width), tag: tag), gap: gap, keepsNext: true)
        isAfterHeading = true
    }

    private mutating func paragraphs(_ words: String, _ style: TextStyle) {
        let measure = min(width, Composer.measure * style.points)
        for paragraph in words.split(separator: "\n", omittingEmptySubsequences: true) {
            append(TextPiece(set(String(paragraph), style, measure), tag: "P"), gap: 7)
        }
    }

    private mutating func add(_ stamp: CodeStamp) throws(PaperFault) {
        let code = try QRCode(stamp.url)
        let side = code.width
        let white = Double(QRCode.quietModules) * QRCode.module
        let beside = width - side + 2 * white - StampPiece.between
        append(
            StampPiece(
                code: isDraft ? nil : code, url: stamp.url, words: set(stamp.words, .label, min(beside, 240)),
                human: set(isDraft ? "" : stamp.humanCode, .code, beside),
                host: set(stamp.host, .body, beside), side: side),
            gap: 14)
    }
}
