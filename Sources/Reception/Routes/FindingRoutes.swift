internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// What helps to find and to fill in: a line taken apart, a scan understood, the people of a moment ago. What
/// is typed and scanned travels in bodies: an address is written to logs.
extension Console {
    private static let mostRecent = 8

    var findingRoutes: [Route] {
        [
            signedIn(.post, "/api/v1/patients/take-apart", Console.reception, .takeApart) { caller in
                let taken = TakenApart(caller.body.word("text"), today: clock.today)
                return Response(200, TakenApartBody.json(taken))
            },
            signedIn(.post, "/api/v1/scans", Console.reception, .readScan) { caller in
                let text = caller.body.word("text")
                guard QRLink.isLikely(text) else { return Response(200, ScanBody.json(ScannedCode(text))) }
                let found = try store.read { books in
                    try VerifyPaper(hosts: house.codeHosts, check: house.sealCheck, clock: clock)(
                        text, in: books)
                }
                let words = VerdictWords(catalogue: catalogue, language: caller.language)
                return Response(200, ScanBody.json(found, words))
            },
            signedIn(.get, "/api/v1/patients/recent", Console.reception, .readRecent) { caller in
                let (found, dead) = try store.read { books in
                    let recent = try books.patients.recent(
                        of: caller.session.owner.id, limit: Console.mostRecent)
                    let found = try books.merges.led(recent).eachOnce()
                    return (found, try books.deaths.noted(among: found.map(\.patient.id)))
                }
                let today = clock.today
                let items = found.map {
                    PatientBody.json($0, isDead: dead.contains($0.patient.id), today: today)
                }
                return Response(200, ["items": .array(items)])
            },
        ]
    }
}

extension Operation {
    fileprivate static let takeApart = Operation(
        "takeApart", "Take a pasted line apart into the fields of a form; stores nothing", tag: "patients",
        request: .object([
            .init("text", .text(max: TakenApart.longest, example: "Иванова Галина Сергеевна 12.03.1986"))
        ]),
        answers: [(200, "application/json", TakenApartBody.schema)])

    fileprivate static let readScan = Operation(
        "readScan", "Say what a scanner read, proved by its check; stores nothing", tag: "patients",
        request: .object([.init("text", .text(max: TakenApart.longest, example: "2600000000000000"))]),
        answers: [(200, "application/json", ScanBody.schema)])

    fileprivate static let readRecent = Operation(
        "readRecent", "Read the cards that the operator opened or registered last", tag: "patients",
        answers: [
            (200, "application/json", .object([.init("items", .array(PatientBody.found, maxItems: 8))]))
        ])
}
