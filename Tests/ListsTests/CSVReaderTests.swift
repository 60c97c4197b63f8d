import Lists
import Testing

@Suite struct `A reader of CSV` {
    private func records(_ text: String, _ separator: Character = ";", most: Int = .max) throws -> [CSVRecord]
    {
        var reader = CSVReader(
            HeldBytes(text, most: most), encoding: .utf8, separator: separator.asciiValue ?? 0)
        var all: [CSVRecord] = []
        while let record = try reader.next() { all.append(record) }
        return all
    }

    private func cells(_ text: String, _ separator: Character = ";") throws -> [[String]] {
        try records(text, separator).map(\.cells)
    }

    @Test func `takes cells apart and lines at any of their ends`() throws {
        #expect(try cells("a;b\nc;d\r\ne;f\rg;h") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
        #expect(try cells("a\tb\n", "\t") == [["a", "b"]])
        #expect(try cells(";\n;;") == [["", ""], ["", "", ""]])
        #expect(try cells("") == [])
    }

    @Test func `reads quotes, quotes in quotes and line ends in quotes`() throws {
        #expect(try cells("\"a;b\";c") == [["a;b", "c"]])
        #expect(try cells("\"a\"\"b\";\"\"") == [["a\"b", ""]])
        #expect(try cells("\"a\r\nb\";c\nd") == [["a\r\nb", "c"], ["d"]])
        #expect(try cells("\"\"\"\"") == [["\""]])
    }

    @Test func `takes a quote within a cell for a sign, and text behind a closed quote for the cell's`()
        throws
    {
        #expect(try cells("ООО \"Ромашка\";b") == [["ООО \"Ромашка\"", "b"]])
        #expect(try cells("\"ООО\" Ромашка;b") == [["ООО Ромашка", "b"]])
    }

    @Test func `counts lines as an editor does`() throws {
        let all = try records("a\r\n\"b\nc\rd\r\ne\";f\rg\n\nh")
        #expect(all.map(\.line) == [1, 2, 6, 7, 8])
        #expect(all.map(\.isBlank) == [false, false, false, true, false])
    }

    @Test(arguments: [1, 2, 3, 7])
    func `reads the same however little it gets at a time`(most: Int) throws {
        let text = "Ёлкина;\"a\"\"b\"\r\n\"c\r\nd\";e\rf"
        #expect(try records(text, most: most) == records(text))
    }

    @Test func `gives up only the line whose quote nobody closes`() throws {
        let all = try records("a;\"b\nc;d\ne;f")
        #expect(all.map(\.fault) == [.quoteOpen, nil, nil])
        #expect(all.map(\.line) == [1, 2, 3] && all[2].cells == ["e", "f"])
        #expect(all[0].cells == ["a;\"b"], "the line as it stands, to be shown and mended")
    }

    @Test func `sees an open quote behind two that are one`() throws {
        #expect(try records("a\" ;\"\"\"\nb;c").map(\.fault) == [.quoteOpen, nil])
    }

    @Test func `gives up an open quote before a long file, not the file`() throws {
        let rest = String(repeating: "строка;ещё\r\n", count: 20_000)
        let all = try records("\"a;b\r\n" + rest)
        #expect(all.count == 20_001 && all[0].fault == .quoteOpen && all[20_000].line == 20_001)
        #expect(all.dropFirst().allSatisfy { $0.cells == ["строка", "ещё"] })
    }

    @Test func `gives up a line of ten megabytes and goes on behind it`() throws {
        let long = String(repeating: "я", count: 5 << 20)
        let all = try records("a;b\n" + long + "\r\nc;d", most: 1 << 16)
        #expect(all.map(\.fault) == [nil, .tooLong, nil] && all.map(\.line) == [1, 2, 3])
        #expect(all[2].cells == ["c", "d"])
        #expect(all[1].cells == [String(repeating: "я", count: CSVReader.longest / 8)])
    }

    @Test func `takes a record of the longest length and no longer one`() throws {
        let longest = String(repeating: "x", count: CSVReader.longest - 1)
        #expect(try records(longest + "\nb").map(\.fault) == [nil, nil])
        #expect(try records(longest + "xx\nb").map(\.fault) == [.tooLong, nil])
    }

    @Test func `keeps a NUL and a control sign for the fields' own rules`() throws {
        #expect(try cells("a\0b;\u{1}") == [["a\0b", "\u{1}"]])
    }
}
