extension Program {
    /// What the program is and what it can be asked.
    var help: String {
        let width = commands.map(\.name.count).max() ?? 0
        let list = commands.map { "  \(padded($0.name, to: width))  \($0.summary)" }
        return """
            \(name) \(version): \(summary)

            Usage: \(name) COMMAND [--flag VALUE]

            Commands:
            \(list.joined(separator: "\n"))

            \(name) COMMAND --help tells more about each. --version prints the version.
            """
    }

    func help(of command: Command) -> String {
        let flags =
            command.flags.map { flag in
                (spelling: "--\(flag.name)" + (flag.value.map { " \($0)" } ?? ""), summary: flag.summary)
            } + [(spelling: "--help", summary: "print this")]
        let width = flags.map(\.spelling.count).max() ?? 0
        let list = flags.map { "  \(padded($0.spelling, to: width))  \($0.summary)" }
        let detail = command.detail.isEmpty ? "" : "\n\(command.detail)\n"
        return """
            \(name) \(command.name)\(shown(command)): \(command.summary)
            \(detail)
            Flags:
            \(list.joined(separator: "\n"))
            """
    }

    private func shown(_ command: Command) -> String {
        command.operand.map { command.mayLackOperand ? " [\($0)]" : " \($0)" } ?? ""
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
