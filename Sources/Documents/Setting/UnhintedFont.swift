// Two thirds of a letter of PT Sans are instructions for screens of the nineties. Paper does not need them,
// and every file would carry them with each letter that it embeds: 70 kB for a page instead of 37. So the
// fonts are read once at the start, and handed to pango without them. What is kept and where is the format's
// own (OpenType 1.9, "glyf" and "loca"); nothing is written to the disk, the installed files stay as they
// are.

/// A TrueType font without the instructions of its letters.
enum UnhintedFont {
    // Instructions, and what screens derive from them.
    private static let left: Set<String> = ["cvt ", "fpgm", "prep", "hdmx", "LTSH", "gasp", "DSIG", "VDMX"]

    /// Nil when the file is not such a font.
    static func made(from file: [UInt8]) -> [UInt8]? {
        guard let tables = tables(of: file), let head = tables["head"], let maxp = tables["maxp"],
            let loca = tables["loca"], let glyf = tables["glyf"], head.count >= 54, maxp.count >= 6
        else { return nil }
        let count = Int(number(maxp, 4, bytes: 2) ?? 0)
        let isLong = number(head, 50, bytes: 2) == 1
        var (letters, places): ([UInt8], [UInt8]) = ([], [])
        for letter in 0...count {
            places += bytes(of: letters.count)
            guard letter < count else { break }
            guard let start = place(letter, in: loca, isLong), let end = place(letter + 1, in: loca, isLong),
                start <= end, end <= glyf.count, let kept = withoutInstructions(Array(glyf[start..<end]))
            else { return nil }
            letters += kept
            while letters.count % 4 != 0 { letters.append(0) }
        }
        var kept = tables.filter { !left.contains($0.key) }
        var newHead = Array(head)
        newHead.replaceSubrange(50..<52, with: [0, 1])
        kept["head"] = newHead[...]
        kept["glyf"] = letters[...]
        kept["loca"] = places[...]
        return joined(kept, version: Array(file[0..<4]))
    }

    private static func withoutInstructions(_ letter: [UInt8]) -> [UInt8]? {
        guard letter.count >= 10 else { return letter.isEmpty ? letter : nil }
        let contours = Int(Int16(truncatingIfNeeded: number(letter[...], 0, bytes: 2) ?? 0))
        if contours < 0 { return withoutInstructionsOfWhole(letter) }
        let at = 10 + 2 * contours
        guard let length = number(letter[...], at, bytes: 2), at + 2 + length <= letter.count else {
            return nil
        }
        return letter[..<at] + [0, 0] + letter[(at + 2 + length)...]
    }

    /// A letter that is put together from others has its instructions at its end.
    private static func withoutInstructionsOfWhole(_ letter: [UInt8]) -> [UInt8]? {
        var out = letter
        var at = 10
        while let flags = number(letter[...], at, bytes: 2) {
            let arguments = flags & 0x0001 != 0 ? 4 : 2
            let scales = flags & 0x0008 != 0 ? 2 : flags & 0x0040 != 0 ? 4 : flags & 0x0080 != 0 ? 8 : 0
            // «We have instructions».
            out[at] &= ~0x01
            at += 4 + arguments + scales
            guard at <= letter.count else { return nil }
            if flags & 0x0020 == 0 { return Array(out[..<at]) }
        }
        return nil
    }

    // MARK: The file around the tables

    private static func tables(of file: [UInt8]) -> [String: ArraySlice<UInt8>]? {
        guard let count = number(file[...], 4, bytes: 2) else { return nil }
        var found: [String: ArraySlice<UInt8>] = [:]
        for entry in 0..<count {
            let at = 12 + 16 * entry
            guard let offset = number(file[...], at + 8, bytes: 4),
                let length = number(file[...], at + 12, bytes: 4), offset + length <= file.count
            else { return nil }
            found[String(decoding: file[at..<at + 4], as: UTF8.self)] =
                Array(file[offset..<offset + length])[...]
        }
        return found
    }

    /// Without check sums, which readers of fonts leave to whoever made them.
    private static func joined(_ tables: [String: ArraySlice<UInt8>], version: [UInt8]) -> [UInt8] {
        let names = tables.keys.sorted()
        var directory = version + [UInt8(names.count >> 8), UInt8(names.count & 255)] + [0, 0, 0, 0, 0, 0]
        var body: [UInt8] = []
        let start = 12 + 16 * names.count
        for name in names {
            let table = tables[name] ?? []
            directory +=
                Array(name.utf8) + [0, 0, 0, 0] + bytes(of: start + body.count) + bytes(of: table.count)
            body += table
            while body.count % 4 != 0 { body.append(0) }
        }
        return directory + body
    }

    private static func place(_ letter: Int, in loca: ArraySlice<UInt8>, _ isLong: Bool) -> Int? {
        isLong ? number(loca, 4 * letter, bytes: 4) : number(loca, 2 * letter, bytes: 2).map { 2 * $0 }
    }

    /// Big-endian, from the beginning of the slice.
    private static func number(_ table: ArraySlice<UInt8>, _ at: Int, bytes count: Int) -> Int? {
        let start = table.startIndex + at
        guard at >= 0, start + count <= table.endIndex else { return nil }
        return table[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func bytes(of number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
