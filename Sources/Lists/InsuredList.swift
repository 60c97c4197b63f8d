package import Domain

/// A list of insured people: its encoding, its separator and what its columns hold, found out from the file
/// itself.
package struct InsuredList: Sendable {
    package let bytes: any ListBytes
    package let encoding: ListEncoding
    package let separator: UInt8
    /// The titles as they stand in the file.
    package let titles: [String]
    let columns: [ListColumn?]
    private let start: Int
    /// The record of the titles; people stand behind it.
    private let header: Int64

    /// Above the titles there may be the name of the firm and of the list.
    private static let mostAboveTitles = 20

    package init(_ bytes: any ListBytes) throws {
        self.bytes = bytes
        let head = try bytes.read(from: 0, most: 4096)
        guard !head.isEmpty else { throw Refusal(.listEmpty) }
        if let refusal = InsuredList.foreign(head) { throw refusal }
        start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        encoding = try ListEncoding.detect(bytes, from: start)
        var best: (separator: UInt8, found: Titles)?
        for sign in [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")] {
            let found = try InsuredList.titles(bytes, encoding, sign, start)
            if let found, found.count > best?.found.count ?? 0 { best = (sign, found) }
        }
        guard let best else { throw Refusal(.listColumnsMissing) }
        separator = best.separator
        titles = best.found.titles
        columns = best.found.columns
        header = best.found.record
    }

    /// What a first line of bytes says that it is, if it is no text.
    private static func foreign(_ head: [UInt8]) -> Refusal? {
        // ZIP: XLSX and ODS; the compound file of old XLS and DOC; PDF.
        let books: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46],
        ]
        if books.contains(where: head.starts(with:)) { return Refusal(.listWorkbook) }
        // «Текст Юникод» of Excel, and whatever else has as many zeros as letters.
        let wide: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
        let zeros = head.count { $0 == 0 }
        if wide.contains(where: head.starts(with:)) || zeros * 4 > head.count {
            return Refusal(.listUnreadable)
        }
        return nil
    }

    private struct Titles {
        let titles: [String]
        let columns: [ListColumn?]
        let record: Int64

        var count: Int { columns.count { $0 != nil } }
    }

    /// The first record that names people and their birth dates.
    private static func titles(
        _ bytes: any ListBytes, _ encoding: ListEncoding, _ separator: UInt8, _ start: Int
    ) throws -> Titles? {
        var reader = CSVReader(bytes, encoding: encoding, separator: separator, from: start)
        for number in 1...mostAboveTitles {
            guard let record = try reader.next() else { return nil }
            var seen: Set<ListColumn> = []
            // Of two columns with one name the first counts.
            let columns = record.cells.map { cell in
                ListColumn(title: cell).flatMap { seen.insert($0).inserted ? $0 : nil }
            }
            let isNamed = seen.contains(.fullName) || seen.isSuperset(of: [.surname, .name])
            if isNamed, seen.contains(.birthDate) {
                return Titles(titles: record.cells, columns: columns, record: Int64(number))
            }
        }
        return nil
    }

    /// How many lines there are under the titles.
    package func count() throws -> Int64 {
        var lines = try lines()
        var count: Int64 = 0
        while try lines.next() != nil { count += 1 }
        return count
    }

    /// The people, from the first.
    package func lines() throws -> ListLines {
        var reader = CSVReader(bytes, encoding: encoding, separator: separator, from: start)
        for _ in 0..<header { _ = try reader.next() }
        return ListLines(reader: reader, columns: columns)
    }
}

/// One line of a list: what was read from it, and its cells as they stand there; one cell when they cannot be
/// told apart.
package struct ListLine: Sendable {
    package let listed: ListedPerson
    package let cells: [String]
    let isShapeless: Bool
}

/// The lines of a list one after the other.
package struct ListLines {
    fileprivate var reader: CSVReader
    fileprivate let columns: [ListColumn?]

    var offset: Int { reader.offset }

    package mutating func next() throws -> ListLine? {
        while let record = try reader.next() {
            if !record.isBlank { return RecordReading(columns).line(record) }
        }
        return nil
    }

    /// So many, or what is left.
    package mutating func next(_ most: Int) throws -> [ListLine] {
        var lines: [ListLine] = []
        while lines.count < most, let line = try next() { lines.append(line) }
        return lines
    }
}
