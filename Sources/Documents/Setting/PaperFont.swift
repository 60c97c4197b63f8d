internal import CPango
internal import Glibc

/// The one family of letters on paper: it has Ё, №, «», – and ₽, which not every font has.
package enum PaperFont {
    package static let family = "PT Sans"
    /// Where Debian keeps it.
    package static let package = "fonts-paratype"

    private static let weights = [FC_WEIGHT_REGULAR, FC_WEIGHT_BOLD]
    /// What the letters are called while papers are set: an installed font never has this name.
    private static let ownName = "Frontdesk Paper"

    /// Pango takes some other font when this one is missing, and says nothing; so fontconfig is asked.
    package static var isInstalled: Bool { weights.allSatisfy { path(weight: $0) != nil } }

    /// A warm context for setting texts, and the name under which it knows the letters.
    static func context() throws(PaperFault) -> (context: OpaquePointer, family: String) {
        let files = try letters().compactMap(inMemory)
        let fonts =
            files.count == weights.count
            ? frontdesk_fonts_with(files, Int32(files.count), ownName) : nil
        // With fonts that we cannot read papers are only larger.
        guard let context = frontdesk_pango_context_new(fonts) else {
            throw .notDrawn("no memory for a font map")
        }
        // The font map keeps it.
        if let fonts { FcConfigDestroy(fonts) }
        return (context, fonts == nil ? family : ownName)
    }

    private static func path(weight: Int32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { room in
            guard let start = room.baseAddress,
                frontdesk_font_file(family, weight, start, room.count) != 0
            else { return nil }
            return String(cString: start)
        }
    }

    /// The faces without what only screens need, as font files.
    package static func letters() throws(PaperFault) -> [[UInt8]] {
        let paths = weights.compactMap(path)
        guard paths.count == weights.count else { throw .fontMissing }
        return paths.compactMap { UnhintedFont.made(from: whole($0)) }
    }

    private static func inMemory(_ font: [UInt8]) -> Int32? {
        let file = frontdesk_memory_file("font")
        return file >= 0 && write(file, font, font.count) == font.count ? file : nil
    }

    private static func whole(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { room, count in
            count = max(0, read(file, room.baseAddress, room.count))
        }
    }
}
