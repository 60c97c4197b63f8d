extension Bitmap {
    /// As a file that every picture viewer opens (Portable Bitmap, binary).
    package var pbm: [UInt8] { Array("P4\n\(width) \(height)\n".utf8) + bits }

    /// Nil when these bytes are none of ours.
    package init?(pbm bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0].elementsEqual("P4".utf8) else { return nil }
        let sides = String(decoding: lines[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard sides.count == 2 else { return nil }
        self.init(width: sides[0], height: sides[1], bits: Array(lines[2]))
    }
}
