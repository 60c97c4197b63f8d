internal import Application
internal import Assembly
internal import Domain
internal import Glibc
internal import Host
internal import Lists
internal import Persistence
internal import SQLiteEngine

/// `frontdesk import FILE`: brings a list of insured people in from the terminal.
enum ImportCommand {
    static let command = Command(
        "import", "bring a list of insured people in: a CSV file in UTF-8 or Windows-1251", operand: "FILE",
        detail: """
            The daemon must not be running: one program at a time holds the data folder; while it runs,
            the page «Списки» does the same. Whoever is in the register already is not registered again, so a
            list that was cut off may simply be brought in once more.
            Ends with 0 when every line was taken, with 1 when lines were left, with 65 when it is no list.
            """,
        flags: [
            FrontdeskProgram.configurationFlag,
            .init("by", "LOGIN", "the senior or admin in whose name history says it was done"),
            .init("dry-run", nil, "say what would become of each line, and change nothing"),
            .init(
                "errors", "FILE",
                "write the lines that were left to a new file, with their numbers and the reasons"),
            .init("take-alike", nil, "register those too who look like somebody with a card"),
        ], run: run)

    @Sendable private static func run(_ arguments: Arguments) throws -> ExitCode {
        let configuration = try FrontdeskProgram.configuration(arguments)
        let file = try GivenFile(path: arguments.operand)
        let words = try RefusalWords(configuration)
        do {
            return try StoreTrouble.telling(DataFolder(desk: configuration).database) {
                let premises = try Premises(configuration, journal: Journal.system(threshold: .warning))
                defer { try? premises.database.close() }
                let author = try author(arguments, premises)
                return try bringIn(file, arguments, words, premises, by: author)
            }
        } catch let refusal as Refusal {
            throw CommandFault(words.text(refusal), exit: .badData)
        }
    }

    private static func author(_ arguments: Arguments, _ premises: Premises) throws -> Author {
        if arguments.has("dry-run"), arguments.text("by") == nil { return .desk }
        let login = try arguments.required("by")
        guard let one = try premises.store.read({ try $0.operators.find(login: login) }), !one.disabled,
            !one.roles.isDisjoint(with: [.senior, .admin])
        else {
            throw CommandFault(
                "--by wants the login of a senior or an admin of this desk, not “\(login)”", exit: .usage)
        }
        return Author(operator: one.id)
    }

    private static func bringIn(
        _ file: GivenFile, _ arguments: Arguments, _ words: RefusalWords, _ premises: Premises,
        by author: Author
    ) throws -> ExitCode {
        let list = try InsuredList(file)
        let errors = try arguments.text("errors").map { try WrittenFile(path: $0) }
        let work = ListWork(
            list, store: premises.store, clock: premises.clock, identities: premises.identities)
        let takesAlike = arguments.has("take-alike")
        let hearing = ListWork.Hearing(
            goOn: { progress in
                Terminal.showProgress("\(progress.totals.lines) lines, \(file.percent(progress.offset)) %")
                return true
            },
            remark: { remark in
                Terminal.showProgress("")
                Terminal.write(line(remark, words))
            },
            left: { try errors?.append($0) }, words: { words.line($0) })
        guard !arguments.has("dry-run") else {
            guard let checked = try work.check(takesAlike: takesAlike, hearing) else { return .software }
            Terminal.showProgress("")
            return tell(checked, "would be registered")
        }
        let lines = try list.count()
        guard lines > 0 else { throw Refusal(.listEmpty) }
        let done = try work.take(
            fileSHA256: try file.sha256(), lines: lines, takesAlike: takesAlike, by: author,
            hearing)
        Terminal.showProgress("")
        return tell(done.progress, "registered")
    }

    private static func line(_ remark: ListRemark, _ words: RefusalWords) -> String {
        let then = remark.isTaken ? "taken" : "LEFT"
        return "line \(remark.line) \(then): \(words.line(remark.problems))"
    }

    private static func tell(_ progress: ListProgress, _ word: String) -> ExitCode {
        let totals = progress.totals
        Terminal.write(
            """
            \(totals.lines) lines: \(totals.registered) \(word), \(totals.known) here already \
            (\(totals.policies) with a new policy), \(totals.alike) look like others, \
            \(totals.failed) with mistakes
            """)
        return totals.alike + totals.failed == 0 ? .done : .found
    }
}

extension GivenFile {
    fileprivate func percent(_ offset: Int) -> Int { count == 0 ? 100 : offset * 100 / count }
}
