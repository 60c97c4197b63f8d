/// Texts side by side: a row of a table, or names and values. Parted only when a page is too short for it.
struct CellsPiece: Piece {
    struct Cell {
        let text: SetText
        var lines: Range<Int>
        let x: Double
        /// Below the top of its place: a value stands under its name.
        var top = 0.0

        init(_ text: SetText, x: Double, top: Double = 0) {
            self.text = text
            self.x = x
            self.top = top
            lines = 0..<text.lineCount
        }

        var bottom: Double { top + Double(lines.count) * text.style.leading }
    }

    /// Cells that are read together: a paragraph, or one cell of a table.
    struct Part {
        let tag: String
        var cells: [Cell]
    }

    struct Lines {
        var above: Ink?
        var below: Ink?
        /// Where lines from top to bottom stand.
        var across: [Double] = []
    }

    /// Around all parts: `TR` of a table.
    var tag: String?
    var parts: [Part]
    let width: Double
    var padding = 0.0
    var leastInside = 0.0
    var lines = Lines()

    var height: Double {
        let inside = parts.flatMap(\.cells).map(\.bottom).max() ?? 0
        return max(inside, leastInside) + 2 * padding
    }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        let isEmpty = parts.allSatisfy { $0.cells.allSatisfy(\.text.isEmpty) }
        if let tag, !isEmpty { canvas.begin(tag) }
        // Nothing is said of an empty cell: a form for a pen would be mostly that.
        for part in parts where part.cells.contains(where: { !$0.text.isEmpty }) {
            canvas.tagged(part.tag) {
                for cell in part.cells {
                    canvas.show(cell.text, cell.lines, x: x + cell.x, y: y + padding + cell.top)
                }
            }
        }
        if let tag, !isEmpty { canvas.end(tag) }
        if let ink = lines.above { canvas.line(x: x, y: y, width: width, ink: ink) }
        if let ink = lines.below { canvas.line(x: x, y: y + height, width: width, ink: ink) }
        for position in lines.across { canvas.upright(x: x + position, y: y, height: height) }
    }

    func parted(at room: Double) -> (any Piece, any Piece)? {
        var (first, second) = (self, self)
        first.leastInside = 0
        second.leastInside = 0
        var isParted = false
        for part in parts.indices {
            for cell in parts[part].cells.indices {
                let whole = parts[part].cells[cell]
                let fit = Int((room - 2 * padding - whole.top + 0.01) / whole.text.style.leading)
                guard fit > 0 else { return nil }
                let middle = min(whole.lines.lowerBound + fit, whole.lines.upperBound)
                first.parts[part].cells[cell].lines = whole.lines.lowerBound..<middle
                second.parts[part].cells[cell].lines = middle..<whole.lines.upperBound
                second.parts[part].cells[cell].top = 0
                isParted = isParted || middle < whole.lines.upperBound
            }
        }
        return isParted ? (first, second) : nil
    }
}
