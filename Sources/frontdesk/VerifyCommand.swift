internal import Application
internal import Assembly
internal import Crypto
internal import Domain
internal import Host
internal import Localization
internal import Reception

/// `frontdesk verify`: says of a paper's code whether it is genuine.
enum VerifyCommand {
    static let command = Command(
        "verify", "say whether the code on a paper is genuine", operand: "TEXT", mayLackOperand: true,
        detail: """
            TEXT is what a scanner reads from the code, an address HTTPS://…/Q/…; without it the text is read
            from
            standard input, so that it need not stand in the list of processes. The address is never opened:
            the
            signature is checked against the keys of this desk and those it has imported.

            Ends with 0 when the paper is genuine and holds, with 1 when it is genuine and does not hold
            (replaced, revoked, refused by the centre, expired, not valid yet; or signed with this desk's key
            and not in its ledger), with 65 when it is not ours
            (a torn, foreign or forged code, a desk that this one does not know or no longer trusts).
            """,
        flags: [FrontdeskProgram.configurationFlag], run: run)

    @Sendable private static func run(_ arguments: Arguments) throws -> ExitCode {
        let configuration = try FrontdeskProgram.configuration(arguments)
        let text = try arguments.operandIfAny ?? Terminal.readText(limit: QRLink.longest * 2)
        let found = try DeskLook.read(configuration) { books, clock in
            try VerifyPaper(hosts: configuration.codeHosts, check: SodiumSealCheck(), clock: clock)(
                text, in: books)
        }
        let words = VerdictWords(
            catalogue: try Catalogue.read(folder: configuration.wwwFolder + "/i18n"),
            language: configuration.usualLanguage)
        for line in words.lines(found) { Terminal.write(line) }
        if found.isGood { return .done }
        return found.verdict.isGenuine ? .found : .badData
    }
}
