internal import Assembly
internal import Host

/// The desk's program as its admin meets it.
enum FrontdeskProgram {
    static func run(_ arguments: [String]) -> ExitCode {
        Program(
            name: "frontdesk", version: Release.version,
            summary:
                "the reception desk's daemon: screens on localhost, one SQLite file, works without the line",
            commands: [
                ServeCommand.command, CheckCommand.command, OperatorCommand.command, AuditCommand.command,
                RebuildCommand.command, ImportCommand.command, VerifyCommand.command, DemoCommand.command,
            ] + KeysCommand.commands
        ).run(arguments)
    }

    static let configurationFlag = Command.Flag(
        "config", "FILE", "the configuration (usually \(DeskConfiguration.usualPath))")

    static func configuration(_ arguments: Arguments) throws -> DeskConfiguration {
        let path = arguments.text("config")
        return try DeskConfiguration.read(
            path: path ?? DeskConfiguration.usualPath, mayBeMissing: path == nil)
    }
}
