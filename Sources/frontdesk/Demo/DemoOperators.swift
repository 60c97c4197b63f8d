internal import Application
internal import Domain

/// Who works at the demo's desk.
struct DemoOperators {
    let form: OperatorForm

    static let admin = DemoOperators(
        form: OperatorForm(
            login: "admin", name: "Кузнецова О. И.", roles: [.admin], password: "demo admin 8470",
            pin: "481516"))

    static let all = [
        DemoOperators(
            form: OperatorForm(
                login: "petrova", name: "Петрова А. В.", roles: [.receptionist], password: "demo desk 8470",
                pin: "274913")),
        DemoOperators(
            form: OperatorForm(
                login: "sokolova", name: "Соколова Е. П.", roles: [.senior], password: "demo senior 8470",
                pin: "350862")),
        admin,
    ]

    /// One line for the terminal.
    var line: String {
        let roles = form.roles.map(\.rawValue).sorted().joined(separator: ", ")
        return "  \(form.login)  password: \(form.password)  PIN: \(form.pin ?? "none")  (\(roles))"
    }
}
