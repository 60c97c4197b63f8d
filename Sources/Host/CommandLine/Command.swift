/// One thing that a program can be asked to do.
package struct Command: Sendable {
    /// An option that may follow the command.
    package struct Flag: Sendable {
        /// Without the two dashes.
        package let name: String
        /// What stands for its value in the help, such as FILE; nil for a switch.
        package let value: String?
        package let summary: String

        package init(_ name: String, _ value: String? = nil, _ summary: String) {
            self.name = name
            self.value = value
            self.summary = summary
        }
    }

    /// One word or two: `serve`, `operator add`.
    package let name: String
    /// One line, for the list of commands.
    package let summary: String
    /// What the one word behind the command stands for, such as FILE; nil when there is none.
    package let operand: String?
    /// Whether the command can do without the word: it has another place to look.
    package let mayLackOperand: Bool
    /// What else one should know, for the command's own help.
    package let detail: String
    package let flags: [Flag]
    package let run: @Sendable (Arguments) throws -> ExitCode

    package init(
        _ name: String, _ summary: String, operand: String? = nil, mayLackOperand: Bool = false,
        detail: String = "", flags: [Flag] = [],
        run: @escaping @Sendable (Arguments) throws -> ExitCode
    ) {
        self.name = name
        self.summary = summary
        self.operand = operand
        self.mayLackOperand = mayLackOperand
        self.detail = detail
        self.flags = flags
        self.run = run
    }
}
