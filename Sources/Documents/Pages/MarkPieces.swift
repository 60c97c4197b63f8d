// The pieces that are more than text: a box to tick, a frame, lines to sign on, the code.

/// A box and what it stands for.
struct TickPiece: Piece {
    let text: SetText
    let isTicked: Bool

    static let side = 9.0
    static let indent = 18.0

    var height: Double { text.height }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        let above = (text.style.leading - TickPiece.side) / 2
        canvas.tick(x: x + 0.5, y: y + above, side: TickPiece.side, isTicked: isTicked)
        canvas.tagged("P") { canvas.show(text, x: x + TickPiece.indent, y: y) }
    }
}

/// A sentence in a frame.
struct NoticePiece: Piece {
    let text: SetText
    let width: Double

    static let padding = 10.5

    var height: Double { text.height + 2 * NoticePiece.padding - 7 }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        canvas.box(x: x, y: y, width: width, height: height, weight: 1, ink: .text)
        canvas.tagged("P") {
            canvas.show(text, x: x + NoticePiece.padding, y: y + NoticePiece.padding - 3.5)
        }
    }
}

/// Lines to sign on.
struct SignaturesPiece: Piece {
    let labels: [SetText]
    let width: Double

    static let room = 28.0
    static let between = 21.0

    var height: Double { SignaturesPiece.room + 3.5 + (labels.map(\.height).max() ?? 0) }

    static func column(of count: Int, width: Double) -> Double {
        (width - between * Double(count - 1)) / Double(max(count, 1))
    }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        let column = SignaturesPiece.column(of: labels.count, width: width)
        for (number, label) in labels.enumerated() {
            let left = x + Double(number) * (column + SignaturesPiece.between)
            let line = y + SignaturesPiece.room
            canvas.line(x: left, y: line, width: column, weight: 0.7, ink: .text)
            canvas.tagged("P") { canvas.show(label, x: left, y: line + 3.5) }
        }
    }
}

/// The code with the same for people beside it. In a preview the places of both are kept, and empty.
struct StampPiece: Piece {
    /// Nil in a preview.
    let code: QRCode?
    let url: String
    let words: SetText
    let human: SetText
    let host: SetText
    let side: Double

    static let between = 14.0

    private var textHeight: Double { words.height + 3.5 + human.height + 3.5 + host.height }
    var height: Double { max(side, textHeight) }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        // The white belongs to the code; its black begins at the margin of the text.
        let white = Double(QRCode.quietModules) * QRCode.module
        if let code {
            canvas.code(code, x: x - white, y: y)
        } else {
            canvas.box(x: x, y: y + white, width: side - 2 * white, height: side - 2 * white, ink: .hair)
        }
        let left = x + side - 2 * white + StampPiece.between
        var top = y + max(0, (height - textHeight) / 2)
        canvas.tagged("P") { canvas.show(words, x: left, y: top) }
        top += words.height + 3.5
        if code != nil { canvas.tagged("P") { canvas.show(human, x: left, y: top) } }
        top += human.height + 3.5
        canvas.tagged("P") {
            if code != nil {
                canvas.tagged("Link", "uri='\(url)'") { canvas.show(host, x: left, y: top) }
            } else {
                canvas.show(host, x: left, y: top)
            }
        }
    }
}

/// White.
struct SpacePiece: Piece {
    let height: Double
    func draw(on canvas: Canvas, x: Double, y: Double) {}
}
