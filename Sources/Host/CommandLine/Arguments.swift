/// The flags that followed a command, already known to be among the command's own.
package struct Arguments: Equatable, Sendable {
    private let values: [String: String]
    private let switches: Set<String>
    private let word: String?

    package init(
        values: [String: String] = [:], switches: Set<String> = [], word: String? = nil
    ) {
        self.values = values
        self.switches = switches
        self.word = word
    }

    package func has(_ name: String) -> Bool { switches.contains(name) || values[name] != nil }

    /// The value of a flag; nil when it was not given.
    package func text(_ name: String) -> String? { values[name] }

    /// The word behind a command that takes one.
    package var operand: String {
        guard let word else { preconditionFailure("the command takes no word") }
        return word
    }

    /// The word behind a command that can do without it.
    package var operandIfAny: String? { word }

    package func required(_ name: String) throws(CommandFault) -> String {
        guard let text = values[name] else { throw CommandFault("--\(name) is missing", exit: .usage) }
        return text
    }

    package func integer(_ name: String, in range: ClosedRange<Int>) throws(CommandFault) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
            throw CommandFault("--\(name) wants \(wanted), not “\(text)”", exit: .usage)
        }
        return number
    }
}
