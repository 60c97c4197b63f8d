/// A picture of black and white dots: what a ticket is before it is paper.
package struct Bitmap: Hashable, Sendable {
    /// Dots in a row.
    package let width: Int
    package let height: Int
    /// Rows from the top, each begun in a byte of its own; the left dot is the highest bit, 1 is black.
    package let bits: [UInt8]

    package static let most = 8192

    package var rowBytes: Int { (width + 7) / 8 }

    /// Nil when the bits are not as many as the picture has.
    package init?(width: Int, height: Int, bits: [UInt8]) {
        guard (1...Bitmap.most).contains(width), (1...Bitmap.most).contains(height),
            bits.count == (width + 7) / 8 * height
        else { return nil }
        self.width = width
        self.height = height
        self.bits = bits
    }
}

/// What is printed: a page for a sheet of paper, or dots for a roll.
package enum PrintContent: Hashable, Sendable {
    case pdf([UInt8])
    case bitmap(Bitmap)
}
