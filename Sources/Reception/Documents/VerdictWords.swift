package import Application
internal import Domain
package import Localization

/// What a verdict says, in the words of the catalogue: the same on the screen and on a terminal.
package struct VerdictWords {
    let catalogue: Catalogue
    let language: Language

    package init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    package func sentence(_ found: VerifyPaper.Found) -> String {
        if found.verdict.isGood && found.isUnrecorded { return say("verdict.unrecorded") }
        return say("verdict.\(found.verdict.sentence)", found.verdict.parameters)
    }

    /// Code, sentence, and what the code itself says.
    package func lines(_ found: VerifyPaper.Found) -> [String] {
        [found.verdict.code.rawValue, sentence(found)] + facts(found).map { "\($0.label): \($0.value)" }
    }

    /// What the paper's code tells, each with its label.
    func facts(_ found: VerifyPaper.Found) -> [(label: String, value: String)] {
        guard let content = found.token?.content else { return [] }
        var facts = [("sort", say("document.sort.\(content.sort.rawValue)"))]
        if let document = found.document { facts.append(("number", document.number.text)) }
        if let copy = found.copy { facts.append(("copy", "\(copy.number)")) }
        facts.append(("desk", desk(found)))
        facts.append(("issued", content.issued.day.shown))
        facts.append(("valid", period(content.validFrom.day, content.validTo?.day)))
        facts.append(("code", HumanCode(content.document).text))
        if case .revoked(let reason, _) = found.verdict {
            facts.append(("reason", say("revocation.\(reason.rawValue)")))
        }
        facts.append(("known", known(found)))
        return facts.map { (say("verdict.label.\($0.0)"), $0.1) }
    }

    private func desk(_ found: VerifyPaper.Found) -> String {
        guard let signer = found.signer else { return "" }
        guard let foreign = signer.foreign else {
            return say("verdict.desk.own", ["prefix": signer.prefix ?? "–"])
        }
        return say("verdict.desk.other", ["prefix": foreign.prefix, "name": foreign.name])
    }

    /// What was asked and what could not be.
    private func known(_ found: VerifyPaper.Found) -> String {
        if found.document != nil { return say("verdict.known.ledger") }
        return say(found.isUnrecorded ? "verdict.known.missing" : "verdict.known.signature")
    }

    private func period(_ from: CalendarDay, _ to: CalendarDay?) -> String {
        to.map { say("verdict.period", ["from": from.shown, "to": $0.shown]) }
            ?? say("verdict.period_open", ["from": from.shown])
    }

    private func say(_ key: String, _ values: [String: String] = [:]) -> String {
        catalogue.text(key, language, values)
    }
}
