// cairo 1.16 cannot say in which language a document is, and a screen reader needs to know. PDF lets a file
// be changed by appending: a new edition of the catalog, a cross-reference section of that one object, and a
// trailer that points back to the first one (ISO 32000-1, 7.5.6). cairo writes plain cross-reference tables,
// whose entries are 20 bytes each, so the catalog is found without reading the rest of the file.

/// Adds `/Lang` to a file that cairo has written.
enum LanguageUpdate {
    static func added(_ language: String, to file: [UInt8]) throws(PaperFault) -> [UInt8] {
        guard let update = update(of: file, language) else {
            throw .notDrawn("the end of the file is not as cairo 1.16 writes it")
        }
        return file + update
    }

    private static func update(of file: [UInt8], _ language: String) -> [UInt8]? {
        guard let start = lastRange(of: "startxref", in: file),
            let table = number(in: file[...], from: start.upperBound),
            let trailer = lastRange(of: "trailer", in: file), trailer.lowerBound > table,
            let size = value(of: "/Size", in: file[trailer.upperBound...]),
            let root = value(of: "/Root", in: file[trailer.upperBound...]),
            let info = value(of: "/Info", in: file[trailer.upperBound...]),
            let catalog = object(root, in: file, table: table)
        else { return nil }
        let offset = file.count
        var out = "\(root) 0 obj\n<< /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
        out += String(decoding: catalog, as: UTF8.self)
        let tableOffset = offset + out.utf8.count
        let digits = String(offset)
        out += "xref\n\(root) 1\n\(String(repeating: "0", count: 10 - digits.utf8.count))\(digits) 00000 n \n"
        out += "trailer\n<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(table) >>\n"
        out += "startxref\n\(tableOffset)\n%%EOF\n"
        return Array(out.utf8)
    }

    /// The inside of an object's dictionary, from behind its `<<` to the end of the object.
    private static func object(_ id: Int, in file: [UInt8], table: Int) -> ArraySlice<UInt8>? {
        let entries = Array("xref\n0 ".utf8)
        guard table + entries.count < file.count, file[table...].starts(with: entries),
            let line = file[(table + entries.count)...].firstIndex(of: UInt8(ascii: "\n")),
            let offset = number(in: file[...], from: line + 1 + 20 * id), offset < table,
            let open = firstRange(of: "<<", in: file[offset..<table]),
            let end = firstRange(of: "endobj\n", in: file[open.upperBound..<table])
        else { return nil }
        return file[open.upperBound..<end.upperBound]
    }

    private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> Int? {
        firstRange(of: name, in: bytes).flatMap { number(in: bytes, from: $0.upperBound) }
    }

    /// The number that comes next, after blanks and line ends.
    private static func number(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard bytes.indices.contains(start) else { return nil }
        var value: Int?
        for byte in bytes[start...] {
            if (48...57).contains(byte) {
                let (longer, isTooLong) = (value ?? 0).multipliedReportingOverflow(by: 10)
                if isTooLong { return nil }
                value = longer + Int(byte - 48)
            } else if value != nil || ![10, 13, 32].contains(byte) {
                break
            }
        }
        return value
    }

    private static func firstRange(of text: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let wanted = Array(text.utf8)
        var start = bytes.startIndex
        while start + wanted.count <= bytes.endIndex {
            if bytes[start] == wanted[0], bytes[start...].starts(with: wanted) {
                return start..<(start + wanted.count)
            }
            start += 1
        }
        return nil
    }

    private static func lastRange(of text: String, in bytes: [UInt8]) -> Range<Int>? {
        let wanted = Array(text.utf8)
        var start = bytes.count - wanted.count
        while start >= 0 {
            if bytes[start] == wanted[0], bytes[start...].starts(with: wanted) {
                return start..<(start + wanted.count)
            }
            start -= 1
        }
        return nil
    }
}
