/// Which form it is, when it was printed, and which of how many pages. On a roll the text wraps.
struct PageFoot {
    private let paper: Paper
    private let typesetter: Typesetter
    private let told: SetText

    private static let above = 7.0
    // «Страница 100 из 100» and a little air.
    private static let pagesWidth = 100.0

    init(_ paper: Paper, typesetter: Typesetter) {
        self.paper = paper
        self.typesetter = typesetter
        let words = [paper.footer.form, paper.footer.printed].filter { !$0.isEmpty }.joined(separator: " · ")
        let width = paper.size.textWidth - (paper.size.height == nil ? 0 : PageFoot.pagesWidth)
        told = typesetter.set(words, .small, width: width)
    }

    private var lines: Int { min(told.lineCount, 2) }

    /// With the white between it and the text.
    var height: Double { PageFoot.above + 3.5 + Double(lines) * told.style.leading + 7 }

    func draw(on canvas: Canvas, y: Double, page: Int, of pages: Int) {
        let left = paper.size.sideMargin
        canvas.line(x: left, y: y + PageFoot.above, width: paper.size.textWidth)
        let top = y + PageFoot.above + 3.5
        canvas.show(told, 0..<lines, x: left, y: top)
        guard paper.size.height != nil else { return }
        let words = paper.footer.pages.filled("page", page).filled("pages", pages)
        let number = typesetter.set(words, .small)
        canvas.show(number, x: left + paper.size.textWidth - number.width, y: top)
    }
}

extension String {
    /// With `{name}` replaced by the number.
    fileprivate func filled(_ name: String, _ number: Int) -> String {
        let place = "{\(name)}"
        guard let start = firstRange(of: place) else { return self }
        return self[..<start.lowerBound] + String(number) + self[start.upperBound...]
    }

    private func firstRange(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
