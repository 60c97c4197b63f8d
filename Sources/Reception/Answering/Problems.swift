package import Application
internal import Documents
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// Turns whatever goes wrong into a problem document in the reader's language: the one place where that
/// happens.
struct Problems: Sendable {
    let catalogue: Catalogue
    let house: House
    let time: @Sendable (Instant) -> String

    func answer(_ error: any Error, _ request: Request, _ language: Language) -> Response {
        switch error {
        case let refusal as Refusal: answer(refusal, request, language)
        case let fault as RequestFault: answer(fault, request, language)
        // 503: it is this machine that cannot, and an admin can mend it.
        case let fault as PaperFault: report(fault, fault.code, 503, request, language)
        case let fault as Fault: report(fault, fault.kind.code, fault.kind.status, request, language)
        default: report(error, "internal", 500, request, language)
        }
    }

    /// What the gate and the guards say before any handler is reached.
    func answer(_ kind: ProblemKind, _ request: Request, _ language: Language) -> Response {
        problem(kind.code, kind.status, request, language).response
    }

    private func answer(_ refusal: Refusal, _ request: Request, _ language: Language) -> Response {
        var problem = problem(
            refusal.code.rawValue, refusal.code.status, request, language, shown(refusal.parameters, language)
        )
        problem.fields = refusal.fields.map { field($0, language) }
        problem.retryAfterSeconds = refusal.retryAfterSeconds.map(Int.init)
        return problem.response
    }

    private func answer(_ fault: RequestFault, _ request: Request, _ language: Language) -> Response {
        switch fault {
        case .notJSON(let json):
            return problem("body_not_json", 400, request, language, ["offset": String(json.offset)]).response
        case .notOfSchema(let violations):
            var problem = problem("body_not_of_schema", 400, request, language)
            problem.fields = violations.prefix(20).map { violation in
                let text = catalogue.text("schema.\(violation.rule.rawValue)", language, violation.parameters)
                return Problem.Field(violation.path, code: violation.rule.rawValue, text: text)
            }
            return problem.response
        case .keyMissing: return problem("idempotency_key_missing", 400, request, language).response
        case .keyMalformed: return problem("idempotency_key_malformed", 400, request, language).response
        case .tokenWrong: return problem("token_wrong", 403, request, language).response
        case .queryWrong(let name):
            return problem("query_wrong", 400, request, language, ["name": name]).response
        }
    }

    private func report(
        _ error: any Error, _ code: String, _ status: Int, _ request: Request, _ language: Language
    ) -> Response {
        house.report(error, request)
        return problem(code, status, request, language).response
    }

    func field(_ problem: FieldProblem, _ language: Language) -> Problem.Field {
        Problem.Field(
            problem.field, code: problem.code,
            text: catalogue.text("field.\(problem.code)", language, problem.parameters),
            severity: problem.severity == .error ? .error : .warning,
            needsReason: Acceptance.needsReason(problem), patient: problem.parameters["patient"])
    }

    private func problem(
        _ code: String, _ status: Int, _ request: Request, _ language: Language,
        _ values: [String: String] = [:]
    ) -> Problem {
        Problem(
            status: status, code: code, title: catalogue.text("problem.\(code).title", language, values),
            detail: catalogue.text("problem.\(code).detail", language, values), instance: request.id)
    }

    /// Values as people read them: a state by its word, an instant by the clinic's clock.
    private func shown(_ parameters: [String: String], _ language: Language) -> [String: String] {
        var shown = parameters
        for (name, value) in parameters {
            if name == "state" || name == "step" {
                shown[name] = catalogue.text("visit.state.\(value)", language)
            } else if name.hasSuffix("_at"), let milliseconds = Int64(value) {
                shown[name] = time(Instant(milliseconds: milliseconds))
            }
        }
        return shown
    }
}

extension Fault.Kind {
    /// What problem documents and the journal call it.
    package var code: String { "store_" + rawValue }

    var status: Int {
        switch self {
        case .full: 507
        case .readOnly, .corrupt, .busy, .failed: 503
        }
    }
}
