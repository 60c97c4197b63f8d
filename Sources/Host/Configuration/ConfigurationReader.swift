/// Hands out the values of a configuration one by one, and remembers everything that is wrong.
///
/// A key is known because somebody asked for it: there is no second list that could fall behind. A wrong
/// value gives the default, so that reading goes on and finds the next problem too.
package struct ConfigurationReader {
    /// What a value should have been, as the end of a sentence: "must be a whole number from 1 to 16".
    package struct Unfit: Error {
        package let text: String

        package init(_ text: String) { self.text = text }
    }

    package struct Key: Equatable, Sendable {
        package let section: String
        package let name: String
    }

    private let file: INIFile
    private var problems: [ConfigurationProblem]
    /// Every key that was asked for, in the order of asking.
    package private(set) var known: [Key] = []

    package init(_ file: INIFile) {
        self.file = file
        problems = file.problems
    }

    /// The value of a key, or its default (in the same spelling as in the file) when it is not there.
    package mutating func value<Value>(
        _ section: String, _ key: String, default usual: String, _ read: (String) throws(Unfit) -> Value
    ) -> Value {
        known.append(Key(section: section, name: key))
        let entry = file.entries.first { $0.section == section && $0.key == key }
        if let entry {
            do {
                return try read(entry.value)
            } catch {
                let name = "\(section).\(key)"
                let text = entry.value.isEmpty ? error.text : "“\(entry.value)” \(error.text)"
                problems.append(
                    ConfigurationProblem(file: file.name, line: entry.line, key: name, text: text))
            }
        }
        do {
            return try read(usual)
        } catch {
            preconditionFailure("the default of \(section).\(key) \(error.text)")
        }
    }

    /// Whether the file itself sets this key.
    package func isGiven(_ section: String, _ key: String) -> Bool {
        file.entries.contains { $0.section == section && $0.key == key }
    }

    /// Says that a combination of good values is bad.
    package mutating func complain(_ section: String, _ key: String, _ text: String) {
        let line = file.entries.first { $0.section == section && $0.key == key }?.line
        problems.append(
            ConfigurationProblem(file: file.name, line: line, key: "\(section).\(key)", text: text))
    }

    /// Everything that is wrong, by line; what nobody asked for is unknown, hence wrong.
    package func finish() throws(ConfigurationFault) {
        let sections = Set(known.map(\.section))
        var all = problems
        for section in file.sections where !sections.contains(section.name) {
            let text =
                "there is no section [\(section.name)]"
                + hint(section.name, sections.map { "\($0)" }.sorted())
            all.append(ConfigurationProblem(file: file.name, line: section.line, key: "", text: text))
        }
        for entry in file.entries where sections.contains(entry.section) && !isKnown(entry) {
            let names = known.filter { $0.section == entry.section }.map(\.name)
            let elsewhere = known.first { $0.name == entry.key }.map {
                "; it belongs into section [\($0.section)]"
            }
            let text = "there is no such key" + (elsewhere ?? hint(entry.key, names))
            let key = "\(entry.section).\(entry.key)"
            all.append(ConfigurationProblem(file: file.name, line: entry.line, key: key, text: text))
        }
        guard all.isEmpty else {
            throw ConfigurationFault(problems: all.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
    }

    private func isKnown(_ entry: INIFile.Entry) -> Bool {
        known.contains(Key(section: entry.section, name: entry.key))
    }

    private func hint(_ word: String, _ known: [String]) -> String {
        if let near = NearestWord.find(word, among: known) { return "; did you mean “\(near)”?" }
        return "; known are: \(known.joined(separator: ", "))"
    }
}

extension ConfigurationReader {
    package mutating func integer(
        _ section: String, _ key: String, default usual: Int, in range: ClosedRange<Int>
    ) -> Int {
        value(section, key, default: String(usual)) { text throws(Unfit) in
            guard let number = Int(text), range.contains(number) else {
                throw Unfit("must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }

    /// An absolute path without steps upwards.
    package mutating func folder(_ section: String, _ key: String, default usual: String) -> String {
        value(section, key, default: usual) { text throws(Unfit) in
            let steps = text.split(separator: "/")
            guard text.hasPrefix("/"), !steps.contains(".."), !text.utf8.contains(0) else {
                throw Unfit("must be the full path of a folder, from / on and without “..”")
            }
            return steps.isEmpty ? "/" : steps.map { "/\($0)" }.joined()
        }
    }

    package mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ section: String, _ key: String, default usual: Choice
    ) -> Choice where Choice.RawValue == String {
        value(section, key, default: usual.rawValue) { text throws(Unfit) in
            guard let choice = Choice(rawValue: text) else {
                throw Unfit("must be one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return choice
        }
    }

    /// One or more values, with commas between them.
    package mutating func list<Value: Equatable>(
        _ section: String, _ key: String, default usual: String, _ read: (String) throws(Unfit) -> Value
    ) -> [Value] {
        value(section, key, default: usual) { text throws(Unfit) in
            var values: [Value] = []
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                let one = trimmed(part)
                guard !one.isEmpty else { throw Unfit("must be one or more values with commas between them") }
                let value = try read(String(one))
                guard !values.contains(value) else { throw Unfit("names “\(one)” twice") }
                values.append(value)
            }
            return values
        }
    }
}
