/// A program as its user meets it on the command line: commands, their flags, and help that is made from
/// both.
package struct Program: Sendable {
    package let name: String
    package let version: String
    package let summary: String
    package let commands: [Command]

    /// What a line of arguments asks for.
    enum Request {
        case help(String)
        case version
        case run(Command, Arguments)
    }

    package init(name: String, version: String, summary: String, commands: [Command]) {
        self.name = name
        self.version = version
        self.summary = summary
        self.commands = commands
    }

    /// Does what the arguments (without the program's own name) ask for, and gives the number to exit with.
    package func run(
        _ arguments: [String], output: (String) -> Void = Terminal.write,
        complaint: (String) -> Void = Terminal.complain
    ) -> ExitCode {
        do {
            switch try request(arguments) {
            case .help(let text): output(text)
            case .version: output("\(name) \(version)")
            case .run(let command, let values): return try command.run(values)
            }
            return .done
        } catch let fault as CommandFault {
            complaint("\(name): \(fault)")
            return fault.exit
        } catch let fault as ConfigurationFault {
            complaint(fault.description)
            return .configuration
        } catch let code as ExitCode {
            return code
        } catch {
            complaint("\(name): \(error)")
            return .software
        }
    }

    func request(_ arguments: [String]) throws(CommandFault) -> Request {
        if arguments.isEmpty { throw CommandFault("what shall it do?\n\n\(help)", exit: .usage) }
        if arguments.first == "--version" { return .version }
        let words = Array(arguments.prefix { !$0.hasPrefix("-") })
        let isHelp = arguments.contains("--help") || arguments.contains("-h") || words.first == "help"
        let asked = words.first == "help" ? Array(words.dropFirst()) : words
        if isHelp && asked.isEmpty { return .help(help) }
        if isHelp, let family = family(asked) { return .help(family) }
        let (command, word) = try command(asked)
        if isHelp { return .help(help(of: command)) }
        let rest = Array(arguments.dropFirst(asked.count))
        return .run(command, try values(of: command, word, in: rest))
    }

    /// The help of every command that begins with these words, when none is called just so.
    private func family(_ words: [String]) -> String? {
        let line = words.joined(separator: " ")
        guard !commands.contains(where: { $0.name == line }) else { return nil }
        let kin = commands.filter { $0.name.hasPrefix(line + " ") }
        return kin.isEmpty ? nil : kin.map(help(of:)).joined(separator: "\n\n")
    }

    /// The command, and the word behind it where it takes one.
    private func command(_ words: [String]) throws(CommandFault) -> (Command, String?) {
        let line = words.joined(separator: " ")
        if let command = commands.first(where: { $0.name == line }) { return (command, nil) }
        let head = words.dropLast().joined(separator: " ")
        if let command = commands.first(where: { $0.name == head && $0.operand != nil }) {
            return (command, words.last)
        }
        if line.isEmpty { throw CommandFault("a command comes first\n\n\(help)", exit: .usage) }
        if let command = commands.first(where: { line.hasPrefix("\($0.name) ") }) {
            let extra = line.dropFirst(command.name.count + 1)
            throw usage("“\(extra)” is too much after “\(command.name)”", command)
        }
        let near = NearestWord.find(line, among: commands.map(\.name))
        let family = commands.map(\.name).filter { $0.hasPrefix("\(line) ") }
        let hint =
            near.map { "did you mean “\($0)”?" }
            ?? (family.isEmpty ? "see \(name) --help" : "it may be: \(family.joined(separator: ", "))")
        throw CommandFault("there is no command “\(line)”; \(hint)", exit: .usage)
    }

    private func values(
        of command: Command, _ word: String?, in arguments: [String]
    ) throws(CommandFault) -> Arguments {
        var values: [String: String] = [:]
        var switches: Set<String> = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                throw usage("“\(argument)” is not understood here", command)
            }
            let parts = argument.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let flagName = String(parts.first ?? "")
            guard let flag = command.flags.first(where: { $0.name == flagName }) else {
                let near = NearestWord.find(flagName, among: command.flags.map(\.name))
                let hint = near.map { "; did you mean --\($0)?" } ?? ""
                throw usage("“\(command.name)” has no flag --\(flagName)\(hint)", command)
            }
            if values[flagName] != nil || switches.contains(flagName) {
                throw usage("--\(flagName) is given twice", command)
            }
            if let value = flag.value {
                guard let given = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                    throw usage("--\(flagName) wants a value: --\(flagName) \(value)", command)
                }
                values[flagName] = given
            } else {
                if parts.count == 2 { throw usage("--\(flagName) takes no value", command) }
                switches.insert(flagName)
            }
        }
        if let operand = command.operand, word == nil, !command.mayLackOperand {
            throw usage("\(operand) is missing", command)
        }
        return Arguments(values: values, switches: switches, word: word)
    }

    private func usage(_ text: String, _ command: Command) -> CommandFault {
        CommandFault("\(text)\nTry: \(name) \(command.name) --help", exit: .usage)
    }
}
