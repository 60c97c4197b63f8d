internal import Application
internal import Domain
internal import Localization
internal import Wire

/// Printers and papers on their way to them, in words.
enum PrintBody {
    static let role = Schema.words(PrinterRole.allCases.map(\.rawValue))
    private static let trouble = Schema.words(PrinterTrouble.allCases.map(\.rawValue)).orNull

    static let printer = Schema.named(
        "Printer",
        .object([
            .init("role", role), .init("name", .text(max: 60)),
            .init("condition", .words(PrinterState.Condition.allCases.map(\.rawValue))),
            .init("trouble", trouble), .init("text", .text(max: 400)),
        ]))

    static let schema = Schema.named(
        "PrintJob",
        .object([
            .init("id", .id), .init("version", .count), .init("role", role),
            .init("purpose", .words(PrintJob.Purpose.allCases.map(\.rawValue))),
            .init("title", .text(max: 200)), .init("state", .words(PrintJob.State.allCases.map(\.rawValue))),
            .init("trouble", trouble), .init("text", .text(max: 400)),
            .init(
                "steps", .array(.words(PrintJob.Step.allCases.map(\.rawValue)), maxItems: 3)),
            .init("asked_at", .instant), .init("operator_name", .text(max: 100)),
        ]))

    static func json(
        _ state: PrinterState, of role: PrinterRole, _ catalogue: Catalogue, _ language: Language
    ) -> JSON {
        let told = state.troubles.map { catalogue.text("printer.trouble.\($0.rawValue)", language) }
        let condition = catalogue.text("printer.condition.\(state.condition.rawValue)", language)
        // What stops a printer says all; that it prints would be no truth beside it.
        let isEnough = state.gravest != nil
        return [
            "role": .string(role.rawValue),
            "name": .string(catalogue.text("printer.role.\(role.rawValue)", language)),
            "condition": .string(state.condition.rawValue),
            "trouble": JSON(state.troubles.first?.rawValue),
            "text": .string(((isEnough ? [] : [condition]) + told).joined(separator: ". ")),
        ]
    }

    static func json(_ line: PrintJobLine, _ catalogue: Catalogue, _ language: Language) -> JSON {
        let job = line.job
        let kind = catalogue.text("print.purpose.\(job.purpose.rawValue)", language)
        return [
            "id": .string(job.id.text),
            "version": .integer(job.version),
            "role": .string(job.role.rawValue),
            "purpose": .string(job.purpose.rawValue),
            "title": .string(job.title ?? kind),
            "state": .string(job.state.rawValue),
            "trouble": JSON(job.trouble?.rawValue),
            "text": .string(text(job, catalogue, language)),
            "steps": .array(job.steps.map { .string($0.rawValue) }),
            "asked_at": .integer(job.askedAt.milliseconds),
            "operator_name": .string(line.operatorName),
        ]
    }

    private static func text(_ job: PrintJob, _ catalogue: Catalogue, _ language: Language) -> String {
        let isHeld = job.state == .printing && job.trouble != nil
        let key = job.isCancelWanted ? "cancelling" : isHeld ? "held" : "state.\(job.state.rawValue)"
        let state = catalogue.text("print.\(key)", language)
        guard let trouble = job.trouble else { return state }
        return state + ". " + catalogue.text("printer.trouble.\(trouble.rawValue)", language)
    }
}
