import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `A paper in the queue` {
    @Test func `goes to the printer once, is followed to its end, and its page is forgotten`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.go()
        #expect(try queue.now(job).state == .printing)
        #expect(queue.printer.printed.map(\.content) == [.pdf(Array("page".utf8))])
        queue.printer.set { $0.word = .printed }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).state == .printed)
        #expect(try queue.content(job) == nil)
        try queue.go()
        #expect(queue.printer.printed.count == 1)
    }

    @Test func `is written down as sent before the first byte leaves`() throws {
        let queue = try Queue()
        let job = try queue.add()
        let store = queue.desk.store
        queue.printer.set { orders in
            orders.meanwhile = {
                let state = try? store.keep { try $0.printJobs.find(job.id)?.state }
                #expect(state == .sent)
            }
        }
        try queue.go()
        #expect(queue.printer.printed.count == 1)
    }

    @Test func `that was sent when the program died is asked about, never sent again`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.desk.store.keep { try $0.printJobs.put(job.handedOver(at: queue.desk.clock.now)) }
        try queue.startAgain()
        try queue.go()
        #expect(try queue.now(job).state == .unknown)
        #expect(queue.printer.printed.isEmpty)
        #expect(try queue.step(.confirm, job).state == .printed)
    }

    @Test func `whose printer was taken away is asked about, and one that waits goes on waiting`() throws {
        let queue = try Queue()
        let (job, next) = (try queue.add(), try queue.add())
        try queue.go()
        let settle = SettlePrintJobs(store: queue.desk.store, clock: queue.desk.clock)
        try settle(.documents, hasPrinter: true)
        #expect(try queue.now(job).state == .printing)
        try settle(.documents, hasPrinter: false)
        #expect(try queue.now(job).state == .unknown)
        #expect(try queue.now(next).state == .waiting)
    }

    @Test func `goes to a printer that cannot be asked as soon as it is there again`() throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { orders in
            orders.state = PrinterState(.unasked)
            orders.answer = .notYet(.off)
        }
        try queue.go()
        #expect(try queue.now(job).trouble == .off)
        queue.printer.set { $0.answer = .gone }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).state == .printed)
    }

    @Test func `whose answer was lost is asked about, and printed again only when somebody says so`() throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { $0.answer = .unknown }
        try queue.go()
        try queue.go()
        #expect(try queue.now(job).state == .unknown)
        #expect(queue.printer.printed.count == 1)
        queue.printer.set { $0.answer = .taken(2) }
        _ = try queue.step(.again, job)
        try queue.go()
        #expect(try queue.now(job).state == .printing)
        #expect(Set(queue.printer.printed.map(\.name)).count == 2)
    }

    @Test func `of which the disk could not take the printer's word is not sent again`() throws {
        let queue = try Queue()
        let job = try queue.add()
        let store = queue.store
        queue.printer.set { $0.meanwhile = { store.fill(true) } }
        #expect(throws: Fault.self) { try queue.go() }
        #expect(try queue.now(job).state == .sent)
        #expect(throws: Fault.self) { try queue.go() }
        store.fill(false)
        queue.printer.set { $0.meanwhile = {} }
        try queue.go()
        #expect(try queue.now(job).state == .printing)
        #expect(queue.printer.printed.count == 1)
    }

    @Test(arguments: [
        (PrinterState.unreachable(.off), PrinterTrouble.off),
        (PrinterState(.stopped, [.paperJam]), .paperJam),
        (PrinterState(.stopped), .other),
    ])
    func `stays while the printer cannot print, and says why`(
        state: PrinterState, trouble: PrinterTrouble
    ) throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { $0.state = state }
        try queue.go()
        let waiting = try queue.now(job)
        #expect(waiting.state == .waiting && waiting.trouble == trouble)
        #expect(queue.printer.printed.isEmpty)
        // Nothing new is nothing to write.
        try queue.go(isCalled: false)
        #expect(try queue.now(job) == waiting)
        queue.printer.set { $0.state = PrinterState(.ready) }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).state == .printing)
        #expect(try queue.now(job).trouble == nil)
    }

    @Test func `is sent to a printer that only warns`() throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { $0.state = PrinterState(.ready, [.tonerLow]) }
        try queue.go()
        #expect(try queue.now(job).state == .printing)
    }

    @Test func `says what the printer waits for while it has it`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.go()
        queue.printer.set { $0.state = PrinterState(.printing, [.paperEmpty]) }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).trouble == .paperEmpty)
        queue.printer.set { $0.state = PrinterState(.printing) }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).trouble == nil)
    }

    @Test func `that a busy printer has refused is offered again when it has done`() throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { orders in
            orders.answer = .notYet(.busy)
            orders.state = PrinterState(.printing)
        }
        try queue.go()
        for _ in 0..<3 { try queue.go(isCalled: false) }
        #expect(queue.printer.printed.count == 1)
        #expect(try queue.now(job).trouble == .busy)
        queue.printer.set { orders in
            orders.answer = .taken(5)
            orders.state = PrinterState(.ready)
        }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).state == .printing)
        // The first one never came to the printer, so this is the first that did.
        #expect(try queue.now(job).attempt == 1)
    }

    static let ends: [(HandedOver, PrinterWord, PrintJob.State, PrinterTrouble?)] = [
        (.gone, .lost, .printed, nil),
        (.never(.refused), .lost, .failed, .refused),
        (.taken(1), .failed(.aborted), .failed, .aborted),
        (.taken(1), .failed(.cancelledThere), .failed, .cancelledThere),
        (.taken(1), .lost, .unknown, nil),
        (.taken(1), .nothing(.off), .printing, .off),
    ]

    @Test(arguments: ends)
    func `ends as the printer says`(
        answer: HandedOver, word: PrinterWord, state: PrintJob.State, trouble: PrinterTrouble?
    ) throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { orders in
            orders.answer = answer
            orders.word = word
        }
        try queue.go()
        try queue.go()
        let end = try queue.now(job)
        #expect(end.state == state && end.trouble == trouble)
        #expect(queue.printer.printed.count == 1)
    }

    @Test func `that was given up names the reason that the printer shows`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.go()
        queue.printer.set { orders in
            orders.word = .failed(.aborted)
            orders.state = PrinterState(.ready, [.paperJam, .tonerLow])
        }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).trouble == .paperJam)
    }

    @Test func `at the printer is cancelled there, and is cancelled when the printer says so`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.go()
        #expect(try queue.step(.cancel, job).state == .printing)
        try queue.go()
        try queue.go(isCalled: false)
        #expect(queue.printer.cancelled.map(\.number) == [1])
        queue.printer.set { $0.word = .failed(.cancelledThere) }
        try queue.go(isCalled: false)
        #expect(try queue.now(job).state == .cancelled)
    }

    @Test func `is told to stop again when the printer did not hear it`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.go()
        _ = try queue.step(.cancel, job)
        queue.printer.set { $0.hearsCancel = false }
        try queue.go()
        queue.printer.set { $0.hearsCancel = true }
        for _ in 0..<2 { try queue.go(isCalled: false) }
        #expect(queue.printer.cancelled.map(\.number) == [1, 1])
    }

    @Test func `that nobody waits for any more is asked about when its printer is gone`() throws {
        let queue = try Queue()
        let job = try queue.add()
        try queue.go()
        _ = try queue.step(.cancel, job)
        queue.printer.set { $0.word = .nothing(.off) }
        try queue.go()
        #expect(try queue.now(job).state == .unknown)
    }

    @Test func `that is cancelled while it waits is not printed`() throws {
        let queue = try Queue()
        let job = try queue.add()
        queue.printer.set { $0.state = .unreachable(.off) }
        try queue.go()
        _ = try queue.step(.cancel, job)
        queue.printer.set { $0.state = PrinterState(.ready) }
        try queue.go(isCalled: false)
        try queue.go()
        #expect(queue.printer.printed.isEmpty)
        #expect(try queue.now(job).state == .cancelled)
    }

    @Test func `goes after those that came before it`() throws {
        let queue = try Queue()
        let jobs = try ["one", "two", "three"].map { try queue.add($0) }
        queue.printer.set { $0.word = .printed }
        for _ in 0..<6 { try queue.go() }
        #expect(queue.printer.printed.map(\.content) == ["one", "two", "three"].map { .pdf(Array($0.utf8)) })
        #expect(try jobs.allSatisfy { try queue.now($0).state == .printed })
    }

    @Test func `that is not there costs no look into the store, however often the printer is asked`() throws {
        let queue = try Queue()
        try queue.go()
        let writes = queue.store.writes
        for _ in 0..<5 { #expect(try queue.go(isCalled: false) > 1000) }
        #expect(queue.store.writes == writes)
    }
}

@Suite struct `A step with a paper` {
    static let refused: [(PrintJob.State, PrintJob.Step)] = PrintJob.State.allCases.flatMap { state in
        PrintJob.Step.allCases.map { (state, $0) }
    }.filter { state, step in
        switch (state, step) {
        case (.waiting, .cancel), (.printing, .cancel), (.unknown, _), (.failed, .again),
            (.failed, .cancel), (.cancelled, .again):
            false
        default: true
        }
    }

    @Test(arguments: refused)
    func `that makes no sense is refused`(state: PrintJob.State, step: PrintJob.Step) throws {
        let queue = try Queue()
        var job = try queue.add()
        job.state = state
        #expect(throws: Refusal(.printStepRefused)) { try job.taking(step, at: queue.desk.clock.now) }
    }

    @Test func `is noted in the journal, and is no operation`() throws {
        let queue = try Queue()
        let job = try queue.add()
        let tables = Table.all.filter { $0.name == "outbox" }
        let outbox = try queue.desk.lines(of: tables)
        _ = try queue.step(.cancel, job)
        let newest = try queue.desk.store.read { try $0.history.entries(before: nil, limit: 1).first }
        #expect(newest?.action == "print_cancelled" && newest?.subject == job.id.as())
        #expect(try !tables.isEmpty && queue.desk.lines(of: tables) == outbox)
    }

    @Test func `about another state than the operator saw is refused`() throws {
        let queue = try Queue()
        let job = try queue.add()
        #expect(throws: Refusal(.printJobChanged)) {
            try TakePrintStep(store: queue.desk.store, clock: queue.desk.clock)(
                .cancel, of: job.id, baseVersion: job.version + 1, by: queue.author)
        }
    }
}

@Suite struct `The shelf of papers` {
    @Test func `gives a picture back dot by dot`() throws {
        let queue = try Queue()
        let picture = try #require(Bitmap(width: 10, height: 2, bits: [10, 0x40, 13, 0x80]))
        let job = try PrintPaper(
            store: queue.desk.store, clock: queue.desk.clock, identities: queue.desk.identities)(
                .bitmap(picture), size: .roll80, on: .tickets, for: .ticket, of: ID(high: 1, low: 2),
                titled: "А-017", by: queue.author)
        #expect(try queue.content(job) == .bitmap(picture))
        #expect(try queue.now(job) == job)
    }

    @Test func `shows open papers in their order and of the others the last ones`() throws {
        let queue = try Queue()
        var ended: [PrintJob] = []
        for _ in 0..<4 {
            queue.desk.clock.pass(seconds: 1)
            ended.append(try queue.step(.cancel, queue.add()))
        }
        let open = try [queue.add(), queue.add()]
        let shown = try queue.desk.store.read { try $0.shelves.printJobs(ended: 2) }
        #expect(shown.map(\.job.id) == open.map(\.id) + ended.suffix(2).reversed().map(\.id))
        #expect(Set(shown.map(\.operatorName)) == [queue.owner.name])
        let count = try queue.desk.store.read { try $0.shelves.printQueue() }
        #expect(count == PrintQueue(waiting: 2, questions: 0))
    }

    @Test func `shows a paper that failed until somebody has said what becomes of it`() throws {
        let queue = try Queue()
        let failed = try queue.add()
        queue.printer.set { $0.answer = .never(.paperJam) }
        try queue.go()
        for _ in 0..<3 { _ = try queue.step(.cancel, queue.add()) }
        queue.desk.clock.pass(seconds: 1_000_000)
        let forget = {
            try queue.desk.store.keep { try $0.printJobs.forgetEnded(before: queue.desk.clock.now) }
        }
        try forget()
        let shown = { try queue.desk.store.read { try $0.shelves.printJobs(ended: 2) }.map(\.job.id) }
        #expect(try shown() == [failed.id])
        _ = try queue.step(.cancel, queue.now(failed))
        queue.desk.clock.pass(seconds: 1)
        try forget()
        #expect(try shown().isEmpty)
    }

    @Test func `forgets what ended long ago, and nothing that is open`() throws {
        let queue = try Queue()
        let (ended, open) = (try queue.step(.cancel, queue.add()), try queue.add())
        queue.desk.clock.pass(seconds: 10)
        let now = queue.desk.clock.now
        try queue.desk.store.keep { try $0.printJobs.forgetEnded(before: now) }
        #expect(throws: Refusal(.printJobNotFound)) { try queue.now(ended) }
        #expect(try queue.now(open).state == .waiting)
    }
}
