/// A line of places for a pen, with their names before them.
struct PenPiece: Piece {
    enum Part {
        case label(SetText, x: Double)
        case boxes(Int, x: Double)
        case line(x: Double, width: Double)
        case tick(x: Double)
    }

    let parts: [Part]

    // 27 boxes and a name before them take a line of A4: as long as the longest usual surname.
    static let boxWidth = 14.0
    static let boxHeight = 18.0

    var height: Double { PenPiece.boxHeight + 3.5 }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        let top = y + 1.75
        canvas.begin("P")
        for part in parts {
            if case .label(let text, let left) = part {
                canvas.show(text, x: x + left, y: top + (PenPiece.boxHeight - text.height) / 2)
            }
        }
        canvas.end("P")
        for part in parts {
            switch part {
            case .label: break
            case .boxes(let count, let left):
                canvas.boxes(
                    count, x: x + left, y: top, width: PenPiece.boxWidth, height: PenPiece.boxHeight)
            case .line(let left, let width):
                canvas.line(x: x + left, y: top + PenPiece.boxHeight, width: width, ink: .text)
            case .tick(let left):
                let side = TickPiece.side
                canvas.tick(
                    x: x + left, y: top + (PenPiece.boxHeight - side) / 2, side: side, isTicked: false)
            }
        }
    }
}

/// Lays places for a pen along lines, and begins the next one when there is no room.
struct PenLines {
    private let width: Double
    private let typesetter: Typesetter
    private var parts: [PenPiece.Part] = []
    private var x = 0.0
    private(set) var pieces: [PenPiece] = []

    // The first names of all lines stand in one column, so that what is written begins on one edge.
    private var firstColumn: Double { width - 27 * PenPiece.boxWidth - 0.5 }
    private static let between = 10.0
    private static let shortestLine = 90.0

    init(_ blanks: [Blank], width: Double, typesetter: Typesetter) {
        self.width = width
        self.typesetter = typesetter
        for blank in blanks { add(blank) }
        endLine()
    }

    private mutating func add(_ blank: Blank) {
        switch blank {
        case .boxes(let name, let groups):
            let boxes = groups.reduce(0, +)
            label(name, followedBy: Double(boxes) * PenPiece.boxWidth + Double(groups.count - 1) * 5)
            for (number, count) in groups.enumerated() {
                if number > 0 { x += 5 }
                parts.append(.boxes(count, x: x))
                x += Double(count) * PenPiece.boxWidth
            }
        case .line(let name, let boxes):
            let wanted = boxes.map { Double($0) * PenPiece.boxWidth }
            label(name, followedBy: wanted ?? PenLines.shortestLine)
            let long = wanted ?? width - x
            parts.append(.line(x: x, width: long))
            x += long
        case .tick(let name):
            let text = typesetter.set(name, .cell)
            if x > 0, x + PenLines.between + TickPiece.indent + text.width > width { endLine() }
            if x > 0 { x += PenLines.between }
            parts.append(.tick(x: x))
            parts.append(.label(text, x: x + TickPiece.indent - 4))
            x += TickPiece.indent - 4 + text.width
        }
    }

    private mutating func label(_ name: String, followedBy place: Double) {
        let text = typesetter.set(name, .cell)
        if x > 0, x + PenLines.between + text.width + 5 + place > width { endLine() }
        if x > 0 { x += PenLines.between }
        // A line without a name goes on from what stands before it, or begins at the margin.
        if name.isEmpty {
            x += x > 0 ? PenLines.between : 0
            return
        }
        let isFirst = x == 0
        let fits = text.width + 5 <= firstColumn
        let label = isFirst && !fits ? typesetter.set(name, .columnTitle, width: firstColumn - 5) : text
        parts.append(.label(label, x: x))
        x = isFirst ? firstColumn : x + text.width + 5
    }

    private mutating func endLine() {
        guard !parts.isEmpty else { return }
        pieces.append(PenPiece(parts: parts))
        parts = []
        x = 0
    }
}
