// RFC 4180 as spreadsheets write it: a quote opens a cell only at its beginning, two of them inside are one,
// and what stands behind the closing quote belongs to the cell. Any of CRLF, LF and CR ends a line.
//
// A record is looked for in a window of bytes. What does not fit into it is a mistake of the file: a quote
// that nobody closed takes everything behind it for one cell. Then only its first line is given up, and
// reading goes on with the next one.

/// One record of a file, or what is wrong with it.
package struct CSVRecord: Hashable, Sendable {
    package enum Fault: Hashable, Sendable {
        case quoteOpen
        case tooLong
    }

    /// The line of the file on which it begins, as an editor counts.
    package let line: Int64
    /// Of a record with a fault its first line as one cell, as much of it as can be written and read again.
    package let cells: [String]
    package let fault: Fault?

    /// Nothing but separators, or nothing at all.
    package var isBlank: Bool { fault == nil && cells.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 } } }
}

/// Reads a file record by record, with a small part of it in memory.
package struct CSVReader {
    /// The longest record. A whole line of a list has a few hundred bytes.
    package static let longest = 1 << 16
    /// In UTF-8, and with its quotes doubled, a line takes up to four times its room.
    private static let longestKept = longest / 4
    private static let piece = 1 << 16

    private let bytes: any ListBytes
    private let encoding: ListEncoding
    private let separator: UInt8
    /// What has been read of the file and not yet been used up.
    private var window: [UInt8] = []
    /// The next unused byte of the window.
    private var at = 0
    /// Where in the file the window ends.
    private var end: Int
    private var line: Int64

    package init(
        _ bytes: any ListBytes, encoding: ListEncoding, separator: UInt8, from offset: Int = 0,
        line: Int64 = 1
    ) {
        self.bytes = bytes
        self.encoding = encoding
        self.separator = separator
        self.line = line
        end = offset
    }

    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")

    /// How many bytes of the file have been used up.
    var offset: Int { end - (window.count - at) }

    package mutating func next() throws -> CSVRecord? {
        try fill(CSVReader.longest)
        guard at < window.count else { return nil }
        let first = line
        if let record = record() { return record }
        let isInQuotes = endsInQuotes()
        // The first line alone is given up; everything behind it is read as if it had not been.
        let text = encoding.text(try skipLine()[...])
        return CSVRecord(line: first, cells: [text], fault: isInQuotes ? .quoteOpen : .tooLong)
    }

    /// Whether the window holds so many unused bytes, or all that there are.
    private mutating func fill(_ wanted: Int) throws {
        guard window.count - at < wanted, end < bytes.count else { return }
        window.removeSubrange(..<at)
        at = 0
        while window.count < wanted, end < bytes.count {
            let piece = try bytes.read(from: end, most: CSVReader.piece)
            if piece.isEmpty { break }
            window.append(contentsOf: piece)
            end += piece.count
        }
    }

    /// The record that begins here; nil, and nothing used up, when it does not end within its length.
    private mutating func record() -> CSVRecord? {
        let limit = min(window.count, at + CSVReader.longest)
        let isAll = end >= bytes.count && limit == window.count
        var cells: [String] = []
        var position = at
        while true {
            guard let cell = cell(from: position, limit, isAll) else { return nil }
            cells.append(cell.text)
            position = cell.end
            if position < limit, window[position] == separator {
                position += 1
                continue
            }
            break
        }
        let first = line
        position = afterLineEnd(position)
        line += lineEnds(in: at..<position)
        at = position
        return CSVRecord(line: first, cells: cells, fault: nil)
    }

    /// The cell's text, and where the separator or the end of the line behind it stands.
    private func cell(from start: Int, _ limit: Int, _ isAll: Bool) -> (text: String, end: Int)? {
        var position = start
        guard position < limit, window[position] == CSVReader.quote else {
            while position < limit, !isEnd(window[position]) { position += 1 }
            guard position < limit || isAll else { return nil }
            return (encoding.text(window[start..<position]), position)
        }
        position += 1
        let opened = position
        var inner: [UInt8]?
        var from = position
        while position < limit {
            guard window[position] == CSVReader.quote else {
                position += 1
                continue
            }
            if position + 1 < limit, window[position + 1] == CSVReader.quote {
                inner = (inner ?? []) + window[from...position]
                position += 2
                from = position
                continue
            }
            let closed = position
            position += 1
            while position < limit, !isEnd(window[position]) { position += 1 }
            guard position < limit || isAll else { return nil }
            if inner == nil, position == closed + 1 {
                return (encoding.text(window[opened..<closed]), position)
            }
            let text = (inner ?? []) + window[from..<closed] + window[(closed + 1)..<position]
            return (encoding.text(text[...]), position)
        }
        return nil
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == CSVReader.feed || byte == CSVReader.carriage
    }

    private func afterLineEnd(_ position: Int) -> Int {
        guard position < window.count else { return position }
        let isPair =
            window[position] == CSVReader.carriage && position + 1 < window.count
            && window[position + 1] == CSVReader.feed
        return position + (isPair ? 2 : 1)
    }

    private func lineEnds(in range: Range<Int>) -> Int64 {
        var count: Int64 = 0
        for place in range {
            let byte = window[place]
            guard byte == CSVReader.feed || byte == CSVReader.carriage else { continue }
            let isPairsSecond = byte == CSVReader.feed && place > range.lowerBound
            if isPairsSecond, window[place - 1] == CSVReader.carriage { continue }
            count += 1
        }
        return count
    }

    /// Whether a quote is still open where the record should long have ended.
    private func endsInQuotes() -> Bool {
        let limit = min(window.count, at + CSVReader.longest)
        var isOpen = false
        var isCellStart = true
        var place = at
        while place < limit {
            let byte = window[place]
            if byte == CSVReader.quote, isOpen {
                let isPair = place + 1 < limit && window[place + 1] == CSVReader.quote
                isOpen = isPair
                place += isPair ? 1 : 0
            } else if byte == CSVReader.quote, isCellStart {
                isOpen = true
            }
            isCellStart = !isOpen && isEnd(byte)
            place += 1
        }
        return isOpen
    }

    /// The beginning of the line that was left behind.
    private mutating func skipLine() throws -> [UInt8] {
        var skipped: [UInt8] = []
        while true {
            let start = at
            while at < window.count, window[at] != CSVReader.feed, window[at] != CSVReader.carriage {
                at += 1
            }
            skipped += window[start..<at].prefix(CSVReader.longestKept - skipped.count)
            if at < window.count {
                // Both halves of a line's end must be in the window.
                try fill(2)
                at = afterLineEnd(at)
                line += 1
                return skipped
            }
            guard end < bytes.count else { return skipped }
            try fill(CSVReader.piece)
        }
    }
}
