/// Whose paper it is and which: at the top of the first page in full, of the others in a line.
struct PageHead {
    private let paper: Paper
    private let logo: Logo?
    private let name: SetText
    private let requisites: [SetText]
    private let mark: SetText?
    private let running: SetText

    private static let below = 7.0

    init(_ paper: Paper, typesetter: Typesetter, logo: Logo?) {
        self.paper = paper
        self.logo = logo
        let mark = paper.mark.map { typesetter.set($0, .clinic) }
        let taken = (logo.map { $0.width + 14 } ?? 0) + (mark.map { $0.width + 14 } ?? 0)
        let width = max(paper.size.textWidth - taken, 80)
        name = typesetter.set(paper.letterhead.name, .clinic, width: width)
        requisites = paper.letterhead.requisites.map { typesetter.set($0, .small, width: width) }
        self.mark = mark
        let told = [paper.letterhead.name, paper.title].filter { !$0.isEmpty }.joined(separator: " · ")
        running = typesetter.set(told, .small, width: max(paper.size.textWidth - taken, 80))
    }

    private var textHeight: Double { name.height + requisites.reduce(0) { $0 + $1.height } }

    var firstHeight: Double { max(textHeight, logo?.height ?? 0) + PageHead.below + 10.5 }
    var nextHeight: Double { 17.5 + PageHead.below + 7 }

    func draw(on canvas: Canvas, isFirst: Bool) {
        let (left, top) = (paper.size.sideMargin, paper.size.topMargin)
        let height = isFirst ? max(textHeight, logo?.height ?? 0) : 17.5
        if isFirst {
            let beside = left + (logo.map { $0.width + 14 } ?? 0)
            if let logo { canvas.picture(logo, x: left, y: top) }
            canvas.tagged("P") {
                canvas.show(name, x: beside, y: top)
                var y = top + name.height
                for line in requisites {
                    canvas.show(line, x: beside, y: y)
                    y += line.height
                }
            }
        } else {
            // One line of it: a long name must not push the page down.
            canvas.show(running, 0..<1, x: left, y: top + 3.5)
        }
        if let mark {
            let x = left + paper.size.textWidth - mark.width
            if isFirst {
                canvas.tagged("P") { canvas.show(mark, x: x, y: top) }
            } else {
                canvas.show(mark, x: x, y: top)
            }
        }
        canvas.line(
            x: left, y: top + height + PageHead.below, width: paper.size.textWidth,
            weight: isFirst ? 0.8 : 0.5, ink: isFirst ? .text : .line)
    }
}
