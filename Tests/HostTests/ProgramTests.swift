import Testing
import Threads

@testable import Host

@Suite struct `A command line` {
    private let ran = Lock<[String]>([])

    private var program: Program {
        Program(
            name: "frontdesk", version: "0.1.0", summary: "the reception desk",
            commands: [
                Command(
                    "serve", "serve the desk's pages", detail: "Runs until it is told to stop.",
                    flags: [.init("config", "FILE", "read this file"), .init("quiet", nil, "say less")]
                ) { [ran] arguments in
                    let line = "serve \(arguments.text("config") ?? "-") \(arguments.has("quiet"))"
                    ran.withLock { $0.append(line) }
                    return .done
                },
                Command("operator add", "add an operator", flags: [.init("login", "NAME", "to sign in with")])
                {
                    _ = try $0.required("login")
                    return .done
                },
                Command("operator list", "list the operators") { _ in
                    throw CommandFault("no store", exit: .unavailable)
                },
                Command("import", "bring a list in", operand: "FILE", flags: [.init("dry-run", nil, "look")])
                {
                    [ran] arguments in
                    let line = "import \(arguments.operand) \(arguments.has("dry-run"))"
                    ran.withLock { $0.append(line) }
                    return .done
                },
                Command("check", "check the configuration", flags: [.init("port", "N", "a port")]) {
                    _ = try $0.integer("port", in: 1...9)
                    return .found
                },
            ])
    }

    private func run(_ arguments: String...) -> (exit: ExitCode, output: String, complaint: String) {
        var said = (output: "", complaint: "")
        let exit = program.run(arguments, output: { said.output += $0 }, complaint: { said.complaint += $0 })
        return (exit, said.output, said.complaint)
    }

    @Test(arguments: [
        (["serve"], "serve - false"), (["serve", "--config", "a.ini"], "serve a.ini false"),
        (["serve", "--config=a=b.ini", "--quiet"], "serve a=b.ini true"),
        (["serve", "--config="], "serve  false"),
        (["serve", "--quiet", "--config", "--odd"], "serve --odd true"),
        (["import", "a b.csv"], "import a b.csv false"),
        (["import", "a.csv", "--dry-run"], "import a.csv true"),
    ])
    func `is understood`(arguments: [String], line: String) {
        #expect(program.run(arguments, output: { _ in }, complaint: { _ in }) == .done)
        #expect(ran.withLock { $0 } == [line])
    }

    static let misunderstood: [(arguments: [String], complaint: String)] = [
        (["serv"], "there is no command “serv”; did you mean “serve”?"),
        (["operator"], "there is no command “operator”; it may be: operator add, operator list"),
        (["operator", "ad"], "there is no command “operator ad”; did you mean “operator add”?"),
        (["frobnicate"], "there is no command “frobnicate”; see frontdesk --help"),
        (["serve", "now"], "“now” is too much after “serve”\nTry: frontdesk serve --help"),
        (
            ["serve", "--confg", "x"],
            "“serve” has no flag --confg; did you mean --config?\nTry: frontdesk serve --help"
        ),
        (["import"], "FILE is missing\nTry: frontdesk import --help"),
        (["import", "a", "b"], "“a b” is too much after “import”\nTry: frontdesk import --help"),
        (["serve", "--zzzzzz"], "“serve” has no flag --zzzzzz\nTry: frontdesk serve --help"),
        (["serve", "--config"], "--config wants a value: --config FILE\nTry: frontdesk serve --help"),
        (["serve", "--quiet=yes"], "--quiet takes no value\nTry: frontdesk serve --help"),
        (["serve", "--quiet", "--quiet"], "--quiet is given twice\nTry: frontdesk serve --help"),
        (["serve", "--quiet", "loud"], "“loud” is not understood here\nTry: frontdesk serve --help"),
        (["serve", "-q"], "“-q” is not understood here\nTry: frontdesk serve --help"),
        (["operator", "add"], "--login is missing"),
        (["check", "--port", "10"], "--port wants a whole number from 1 to 9, not “10”"),
    ]

    @Test(arguments: misunderstood)
    func `that is wrong is explained`(arguments: [String], complaint: String) {
        var said = ""
        let exit = program.run(arguments, output: { _ in }, complaint: { said += $0 })
        #expect(exit == .usage)
        #expect(said == "frontdesk: \(complaint)")
        #expect(ran.withLock { $0 }.isEmpty)
    }

    @Test func `without a command gets the help, as a complaint`() {
        let (exit, output, complaint) = run()
        #expect(exit == .usage && output.isEmpty)
        #expect(complaint.contains("Commands:\n  serve          serve the desk's pages\n"))
    }

    @Test func `can ask for help with everything`() {
        #expect(run("--help").output == run("help").output)
        #expect(run("--help").exit == .done)
        for command in program.commands {
            let words = command.name.split(separator: " ").map(String.init)
            var help = ""
            #expect(program.run(words + ["--help"], output: { help += $0 }, complaint: { _ in }) == .done)
            let head = "frontdesk \(command.name)" + (command.operand.map { " " + $0 } ?? "")
            #expect(help.hasPrefix("\(head): \(command.summary)\n"))
            #expect(help.contains("--help"))
            for flag in command.flags {
                #expect(help.contains("--\(flag.name)") && help.contains(flag.summary))
            }
        }
        #expect(run("help", "serve").output == run("serve", "--help").output)
        #expect(ran.withLock { $0 }.isEmpty)
    }

    @Test func `tells the version`() {
        #expect(run("--version").output == "frontdesk 0.1.0")
    }

    @Test func `gives the command's own answer to the shell`() {
        #expect(run("check").exit == .found)
        let (exit, _, complaint) = run("operator", "list")
        #expect(exit == .unavailable)
        #expect(complaint == "frontdesk: no store")
    }
}
