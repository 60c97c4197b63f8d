/// The lines of a configuration file, before anyone asks what they mean.
///
/// `[section]`, `key = value`; a line that starts with `#` or `;` is a comment. A value may stand in double
/// quotes, which keeps blanks at its ends; there are no escapes, no continuation lines, and a `#` inside a
/// value is itself.
package struct INIFile: Sendable {
    package struct Entry: Equatable, Sendable {
        package let section: String
        package let key: String
        package let value: String
        package let line: Int
    }

    package let name: String
    package private(set) var entries: [Entry] = []
    package private(set) var sections: [(name: String, line: Int)] = []
    package private(set) var problems: [ConfigurationProblem] = []

    package init(_ bytes: [UInt8], name: String) {
        self.name = name
        // Some editors put a byte order mark in front.
        let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
        // Split by bytes: in a String, a carriage return and a line feed are one Character.
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard let text = String(validating: line, as: UTF8.self) else {
                complain(index + 1, "this line is not UTF-8 text; save the file as UTF-8")
                continue
            }
            take(trimmed(text[...]), line: index + 1)
        }
    }

    private mutating func take(_ text: Substring, line: Int) {
        guard let first = text.first, first != "#", first != ";" else { return }
        if first == "[" {
            takeSection(text, line: line)
        } else if let sign = text.firstIndex(of: "=") {
            takeEntry(trimmed(text[..<sign]), trimmed(text[text.index(after: sign)...]), line: line)
        } else {
            complain(line, "neither “[section]” nor “key = value”; a comment starts with #")
        }
    }

    private mutating func takeSection(_ text: Substring, line: Int) {
        guard text.last == "]", isWord(trimmed(text.dropFirst().dropLast())) else {
            return complain(line, "a section looks like “[http]”, alone on its line")
        }
        let section = String(trimmed(text.dropFirst().dropLast()))
        if let earlier = sections.first(where: { $0.name == section }) {
            complain(
                line, "section [\(section)] is there already, in line \(earlier.line); put its keys together")
        }
        sections.append((section, line))
    }

    private mutating func takeEntry(_ key: Substring, _ value: Substring, line: Int) {
        guard isWord(key) else { return complain(line, "a key is made of the letters a-z, digits and _") }
        guard let section = sections.last?.name else {
            return complain(line, "key “\(key)” stands before the first [section]")
        }
        guard let value = unquoted(value) else {
            return complain(
                line, "a quoted value needs a double quote at both ends and none inside", key: key)
        }
        if let earlier = entries.first(where: { $0.section == section && $0.key == key }) {
            return complain(line, "given twice; the first is in line \(earlier.line)", key: key)
        }
        entries.append(Entry(section: section, key: String(key), value: value, line: line))
    }

    private mutating func complain(_ line: Int, _ text: String, key: Substring? = nil) {
        let section = sections.last?.name ?? ""
        let name = key.map { "\(section).\($0)" } ?? ""
        problems.append(ConfigurationProblem(file: self.name, line: line, key: name, text: text))
    }
}

private func isWord(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
}

private func unquoted(_ text: Substring) -> String? {
    guard text.contains("\"") else { return String(text) }
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
    let inside = text.dropFirst().dropLast()
    return inside.contains("\"") ? nil : String(inside)
}

/// Without blanks, tabs and a carriage return at the ends.
func trimmed(_ text: Substring) -> Substring {
    func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t" || character == "\r"
    }
    var rest = text.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
}
