/// The lines that were left, with the reason in a last column: a file to mend and to send again.
///
/// UTF-8 with its mark, which is what Excel opens without asking. No cell begins as a formula.
package struct ErrorFile: Sendable {
    /// What spreadsheets take for the beginning of a formula.
    static let formulaSigns: Set<UInt8> = Set("=+-@\t\r".utf8)
    /// The title by which the column is known when the file comes back.
    static let reasonTitle = "Причина (Frontdesk)"

    private let separator: UInt8
    private let columns: [ListColumn?]
    private let titles: [String]

    package init(_ list: InsuredList) {
        separator = list.separator
        columns = list.columns
        titles = list.titles
    }

    package var head: [UInt8] { [0xEF, 0xBB, 0xBF] + row(titles, reason: ErrorFile.reasonTitle) }

    package func row(_ cells: [String], reason: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, column) in columns.enumerated() where column != .reason {
            append(place < cells.count ? cells[place] : "", to: &bytes)
            bytes.append(separator)
        }
        append(reason, to: &bytes)
        bytes += [0x0D, 0x0A]
        return bytes
    }

    private func append(_ cell: String, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let isFormula = cell.utf8.first.map(ErrorFile.formulaSigns.contains) ?? false
        let isOdd = cell.utf8.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D }
        guard isOdd || isFormula else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in cell.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
