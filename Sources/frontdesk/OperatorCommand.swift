internal import Application
internal import Assembly
internal import Domain
internal import Host
internal import SQLiteEngine

/// `frontdesk operator add`: lets somebody in from the terminal; on a new desk it sets the desk up as well.
enum OperatorCommand {
    static let command = Command(
        "operator add", "add an operator; the first one also sets the desk up",
        detail: """
            The daemon must not be running: one program at a time holds the data folder.
            The password is asked for without echo, or read from the first line of standard input; a second
            line is
            the PIN. On a desk that is not set up yet --prefix and --clinic are needed, and the role admin.
            """,
        flags: [
            FrontdeskProgram.configurationFlag,
            .init("login", "LOGIN", "what is typed to sign in: a-z, 0-9, dot, hyphen, underscore"),
            .init("name", "NAME", "how the operator is shown, such as «Петрова А. В.»"),
            .init("role", "ROLES", "receptionist, senior or admin; several with commas between"),
            .init("prefix", "NN", "for a new desk: the digits that its documents' numbers begin with"),
            .init("clinic", "NAME", "for a new desk: the clinic's name"),
            .init("password-stdin", nil, "read the password (and PIN) from standard input"),
        ], run: run)

    @Sendable private static func run(_ arguments: Arguments) throws -> ExitCode {
        let configuration = try FrontdeskProgram.configuration(arguments)
        let roles = try roles(try arguments.required("role"))
        let (password, pin) = try words(arguments)
        let form = OperatorForm(
            login: try arguments.required("login"), name: try arguments.required("name"), roles: roles,
            password: password, pin: pin)
        do {
            try StoreTrouble.telling(DataFolder(desk: configuration).database) {
                let premises = try Premises(configuration, journal: Journal.system(threshold: .warning))
                defer { try? premises.database.close() }
                try add(form, arguments, premises)
            }
        } catch let refusal as Refusal {
            throw CommandFault(try RefusalWords(configuration).text(refusal), exit: .badData)
        }
        Terminal.write("added \(form.login)")
        return .done
    }

    private static func add(_ form: OperatorForm, _ arguments: Arguments, _ premises: Premises) throws {
        let (store, clock, ids, secrets) = (
            premises.store, premises.clock, premises.identities, premises.secrets
        )
        guard try SetUpDesk.isNeeded(store) else {
            let adding = AddOperator(store: store, clock: clock, identities: ids, secrets: secrets)
            _ = try adding(try adding.prepare(form), by: .desk)
            return
        }
        guard form.roles.contains(.admin) else {
            throw CommandFault("the first operator of a desk must have the role admin", exit: .usage)
        }
        _ = try SetUpDesk(store: store, clock: clock, identities: ids, secrets: secrets)(
            SetUpDesk.Input(
                first: form, prefix: try arguments.required("prefix"),
                clinic: try arguments.required("clinic")),
            by: .desk)
    }

    private static func roles(_ text: String) throws -> Set<Role> {
        var roles: Set<Role> = []
        for word in text.split(separator: ",") {
            guard let role = Role(rawValue: word.filter { $0 != " " }) else {
                throw CommandFault(
                    "there is no role “\(word)”; there are receptionist, senior and admin", exit: .usage)
            }
            roles.insert(role)
        }
        return roles
    }

    private static func words(_ arguments: Arguments) throws -> (password: String, pin: String?) {
        if arguments.has("password-stdin") {
            let password = try Terminal.readSecret()
            return (password, try? Terminal.readSecret())
        }
        let password = try Terminal.askSecret("Password (10 or more characters): ")
        guard try Terminal.askSecret("The same again: ") == password else {
            throw CommandFault("the two are not the same; nothing was added", exit: .badData)
        }
        let pin = try Terminal.askSecret("PIN (6 or more digits), a hyphen for none: ")
        return (password, pin == "-" ? nil : pin)
    }
}
