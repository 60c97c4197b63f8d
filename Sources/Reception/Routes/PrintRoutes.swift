internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// Printers, and the papers on their way to them.
extension Console {
    // What was printed long ago is looked for elsewhere.
    private static let mostEnded = 30

    var printRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/print-jobs", Console.anybody, .readPrintJobs) { caller in
                let lines = try store.read { try $0.shelves.printJobs(ended: Console.mostEnded) }
                return Response(
                    200,
                    [
                        "printers": .array(printerStates(caller.language)),
                        "items": .array(lines.map { PrintBody.json($0, catalogue, caller.language) }),
                    ])
            },
            keyed(
                .post, "/api/v1/printers/{role}/test-page", Console.anybody, .printTestPage, printTestPage),
            step("cancellation", .cancelPrintJob, .cancel),
            step("confirmation", .confirmPrintJob, .confirm),
            step("repetition", .printAgain, .again),
        ]
    }

    func printerStates(_ language: Language) -> [JSON] {
        PrinterRole.allCases.map { PrintBody.json(printing.printer($0), of: $0, catalogue, language) }
    }

    private func printTestPage(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        guard let role = caller.request.parameters["role"].flatMap(PrinterRole.init(rawValue:)),
            house.printers[role] != nil
        else { throw Refusal(.printerMissing) }
        let (content, size) = TestPage.content(for: role)
        let job = try PrintPaper(store: store, clock: clock, identities: identities)(
            content, size: size, on: role, for: .testPage, by: caller.author)
        return answer(201, job, caller)
    }

    private func step(_ name: String, _ operation: Operation, _ step: PrintJob.Step) -> Route {
        keyed(.post, "/api/v1/print-jobs/{id}/\(name)", Console.anybody, operation) { caller, store in
            let id: ID<PrintJob> = try caller.request.id("id", missing: .printJobNotFound)
            let job = try TakePrintStep(store: store, clock: clock)(
                step, of: id, baseVersion: caller.body.number("version"), by: caller.author)
            return answer(200, job, caller)
        }
    }

    private func answer(_ status: Int, _ job: PrintJob, _ caller: Caller) -> StoredAnswer {
        printing.call(job.role)
        let line = PrintJobLine(job: job, operatorName: caller.session.owner.name)
        return StoredAnswer(status, PrintBody.json(line, catalogue, caller.language))
    }
}

extension Operation {
    fileprivate static let readPrintJobs = Operation(
        "readPrintJobs", "The printers, what waits for them, and what was printed last", tag: "printing",
        answers: [
            (
                200, "application/json",
                .object([
                    .init("printers", .array(PrintBody.printer, maxItems: PrinterRole.allCases.count)),
                    .init("items", .array(PrintBody.schema, maxItems: 100_000)),
                ])
            )
        ])

    fileprivate static let printTestPage = Operation(
        "printTestPage", "Print a page that shows whether a printer prints", tag: "printing", keyed: true,
        parameters: [(name: "role", schema: PrintBody.role)], request: .object([]),
        answers: [(201, "application/json", PrintBody.schema)], problems: [409])

    fileprivate static let cancelPrintJob = step(
        "cancelPrintJob", "Take a paper out of the queue, or ask the printer to stop it")
    fileprivate static let confirmPrintJob = step(
        "confirmPrintJob", "Note that a paper is here of which the printer did not tell")
    fileprivate static let printAgain = step("printAgain", "Print a paper again that did not come out")

    private static func step(_ name: String, _ summary: String) -> Operation {
        Operation(
            name, summary, tag: "printing", keyed: true, parameters: [(name: "id", schema: .id)],
            request: .object([.init("version", .count)]),
            answers: [(200, "application/json", PrintBody.schema)], problems: [404, 409])
    }
}
