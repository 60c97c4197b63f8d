/// Something of a known height that comes to stand on one page.
protocol Piece {
    var height: Double { get }
    /// How much of it must fit before a page ends for it to begin there.
    var leastHeight: Double { get }
    func draw(on canvas: Canvas, x: Double, y: Double)
    /// Two pieces, the first no higher than `room`; nil when it must stay whole.
    func parted(at room: Double) -> (any Piece, any Piece)?
}

extension Piece {
    var leastHeight: Double { height }
    func parted(at room: Double) -> (any Piece, any Piece)? { nil }
}

/// A piece and how it stands among its neighbours.
struct Slot {
    var piece: any Piece
    /// White above, which the top of a page does without.
    var gap: Double
    /// Must not be the last on its page.
    var keepsNext = false
    /// The table or list that it is a part of.
    var group: Group?
    /// Drawn again at the top of a page that begins with this piece.
    var head: (any Piece)?

    struct Group: Equatable {
        let tag: String
        let number: Int
    }
}
