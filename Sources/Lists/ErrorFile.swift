internal import Domain

/// The lines that were left, with their number and the reason before them: a file to mend and to send again.
///
/// What is ours stands first, so that cells behind the last title stay there: such a line fails again until
/// somebody has mended it. UTF-8 with its mark, which is what Excel opens without asking. No cell begins as a
/// formula.
package struct ErrorFile: Sendable {
    /// What spreadsheets take for the beginning of a formula.
    static let formulaSigns: Set<UInt8> = Set("=+-@\t\r".utf8)
    /// The titles by which our columns are known when the file comes back.
    private static let ourTitles = ["Строка (Frontdesk)", "Причина (Frontdesk)"]

    private let separator: UInt8
    private let columns: [ListColumn?]
    private let titles: [String]

    package init(_ list: InsuredList) {
        separator = list.separator
        columns = list.columns
        titles = list.titles
    }

    package var head: [UInt8] { [0xEF, 0xBB, 0xBF] + row(ErrorFile.ourTitles + theirs(titles)) }

    package func row(_ line: ListLine, reason: String) -> [UInt8] {
        let cells = line.isShapeless ? line.cells : theirs(line.cells)
        return row(["\(line.listed.line)", reason] + cells)
    }

    /// As they came, those behind the last title too.
    private func theirs(_ cells: [String]) -> [String] {
        cells.enumerated().filter { place, _ in
            !(place < columns.count && columns[place]?.isOurs == true)
        }.map(\.element)
    }

    private func row(_ cells: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator) }
            append(cell, to: &bytes)
        }
        return bytes + [0x0D, 0x0A]
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
