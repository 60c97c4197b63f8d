/// Puts pieces on pages: a name of a part stays with what it names, a paragraph leaves at least two lines on
/// either side, the head of a table comes again.
struct Flow {
    struct Placed {
        let piece: any Piece
        let y: Double
        let group: Slot.Group?
        /// Read once already: a reader for the blind passes it over.
        var isRepeated = false
    }

    private let firstTop: Double
    private let nextTop: Double
    private let bottom: Double
    private(set) var pages: [[Placed]] = [[]]
    private var y: Double

    var lowest: Double { y }

    init(firstTop: Double, nextTop: Double, bottom: Double) {
        self.firstTop = firstTop
        self.nextTop = nextTop
        self.bottom = bottom
        y = firstTop
    }

    mutating func place(_ slots: [Slot]) {
        for (number, slot) in slots.enumerated() {
            if !isAtTop && y + slot.gap + wanted(slots[number...]) > bottom { breakPage(before: slot) }
            put(slot)
        }
    }

    private var isAtTop: Bool { pages.last?.isEmpty ?? true }

    /// The piece and all that must not be parted from it. More than a page holds cannot be kept together.
    private func wanted(_ slots: ArraySlice<Slot>) -> Double {
        var height = 0.0
        for (number, slot) in slots.enumerated() {
            if number > 0 { height += slot.gap }
            height += slot.keepsNext ? slot.piece.height : slot.piece.leastHeight
            if !slot.keepsNext { break }
        }
        let page = bottom - nextTop
        return height <= page ? height : (slots.first?.piece.leastHeight ?? 0)
    }

    private mutating func put(_ slot: Slot) {
        var rest: (any Piece)? = slot.piece
        if !isAtTop { y += slot.gap }
        while let piece = rest {
            rest = nil
            if y + piece.height > bottom + 0.01, let (first, second) = piece.parted(at: bottom - y) {
                add(first, slot)
                breakPage(before: slot)
                rest = second
            } else {
                add(piece, slot)
            }
        }
    }

    private mutating func add(_ piece: any Piece, _ slot: Slot) {
        pages[pages.count - 1].append(Placed(piece: piece, y: y, group: slot.group))
        y += piece.height
    }

    private mutating func breakPage(before slot: Slot) {
        pages.append([])
        y = nextTop
        guard let head = slot.head else { return }
        pages[pages.count - 1].append(Placed(piece: head, y: y, group: slot.group, isRepeated: true))
        y += head.height
    }
}
