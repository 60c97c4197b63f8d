/// What a program can be told in its configuration file.
package protocol Configuration: Equatable, Sendable {
    /// Where the file is when nobody says otherwise.
    static var usualPath: String { get }

    /// Asks the reader for every key there is.
    init(from reader: inout ConfigurationReader)
}

extension Configuration {
    /// The configuration in this file, or everything that is wrong with it.
    ///
    /// `mayBeMissing` is for the usual path: a desk without a file runs on the defaults, but a path that
    /// somebody has named must exist.
    package static func read(path: String, mayBeMissing: Bool) throws(ConfigurationFault) -> Self {
        do {
            return try parse(TextFile.read(path, limit: 256 * 1024), file: path)
        } catch let fault as ConfigurationFault {
            throw fault
        } catch let fault as TextFile.Fault {
            if case .missing = fault, mayBeMissing { return try parse([], file: path) }
            throw ConfigurationFault(
                problems: [ConfigurationProblem(file: path, line: nil, key: "", text: fault.description)])
        } catch {
            preconditionFailure("reading a file fails in no other way")
        }
    }

    package static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationFault) -> Self {
        var reader = ConfigurationReader(INIFile(bytes, name: file))
        let configuration = Self(from: &reader)
        try reader.finish()
        return configuration
    }

    /// Every key that this program understands.
    package static var knownKeys: [ConfigurationReader.Key] {
        var reader = ConfigurationReader(INIFile([], name: ""))
        _ = Self(from: &reader)
        return reader.known
    }
}
