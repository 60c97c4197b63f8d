/// One thing that is wrong in a configuration file: where, and what to do about it.
package struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    package let file: String
    /// Nil when it concerns the file as a whole, or a value that is not written down.
    package let line: Int?
    /// `section.key`, or empty when no key is concerned.
    package let key: String
    package let text: String

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return key.isEmpty ? "\(place): \(text)" : "\(place): \(key): \(text)"
    }
}

/// All that is wrong with a configuration, at once, so that one look at the file is enough.
package struct ConfigurationFault: Error, Equatable, CustomStringConvertible {
    package let problems: [ConfigurationProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
