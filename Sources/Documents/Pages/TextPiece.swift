/// Lines of one text, one under the other.
struct TextPiece: Piece {
    let text: SetText
    let lines: Range<Int>
    let tag: String

    init(_ text: SetText, tag: String) { self.init(text, 0..<text.lineCount, tag: tag) }

    private init(_ text: SetText, _ lines: Range<Int>, tag: String) {
        self.text = text
        self.lines = lines
        self.tag = tag
    }

    // A single line at the end or the beginning of a page is lost there.
    private static let fewestLines = 2

    var height: Double { Double(lines.count) * text.style.leading }

    var leastHeight: Double {
        lines.count < 2 * TextPiece.fewestLines
            ? height : Double(TextPiece.fewestLines) * text.style.leading
    }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.tagged(tag) { canvas.show(text, lines, x: x, y: y) }
    }

    func parted(at room: Double) -> (any Piece, any Piece)? {
        let count = min(Int((room + 0.01) / text.style.leading), lines.count - TextPiece.fewestLines)
        guard count >= TextPiece.fewestLines else { return nil }
        let middle = lines.lowerBound + count
        return (
            TextPiece(text, lines.lowerBound..<middle, tag: tag),
            TextPiece(text, middle..<lines.upperBound, tag: tag)
        )
    }
}
