/// The zones that this machine knows.
package enum TimeZoneDatabase {
    static let folder = "/usr/share/zoneinfo"

    /// Whether this is the name of a zone, and its file is one.
    package static func has(_ name: String) -> Bool {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        let isName = steps.allSatisfy { step in
            step.first?.isLetter == true
                && step.utf8.allSatisfy { isLetterOrFigure($0) || "_+-".utf8.contains($0) }
        }
        guard isName, let bytes = try? TextFile.read("\(folder)/\(name)", limit: 64 * 1024) else {
            return false
        }
        return bytes.starts(with: "TZif".utf8)
    }

    private static func isLetterOrFigure(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
    }
}
