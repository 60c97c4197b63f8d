/// The sheets that a reception prints on. Lengths are in points, 72 to the inch, as everywhere in this room.
package enum PageSize: String, Hashable, Sendable, CaseIterable {
    case a4
    case a5
    /// A ticket printer's roll: as long as what stands on it.
    case roll80

    static let millimetre = 72 / 25.4

    var width: Double {
        switch self {
        case .a4: 595.276
        case .a5: 419.528
        case .roll80: 80 * PageSize.millimetre
        }
    }

    /// Nil where the sheet ends when the text does.
    var height: Double? {
        switch self {
        case .a4: 841.89
        case .a5: 595.276
        case .roll80: nil
        }
    }

    var sideMargin: Double {
        switch self {
        case .a4: 20 * PageSize.millimetre
        case .a5: 13 * PageSize.millimetre
        // Such printers leave 4 mm of the roll white by themselves.
        case .roll80: 4 * PageSize.millimetre
        }
    }

    var topMargin: Double { self == .roll80 ? 8 : 14 * PageSize.millimetre }
    var bottomMargin: Double { self == .roll80 ? 8 : 12 * PageSize.millimetre }
    var textWidth: Double { width - 2 * sideMargin }
}
