package import Domain

/// Takes the papers of one printer from the queue, one after another, each to its end.
///
/// What can be known of a paper is written down before and after each thing that cannot be undone: `sent` in
/// a transaction before the first byte leaves, the printer's number in one after its answer. Whatever ends
/// the program in between, the next start finds `sent` and asks the operator instead of printing.
package struct PrintTurn {
    // Often while somebody stands beside the printer, seldom when it takes long.
    private static let soonMilliseconds = 250
    private static let laterMilliseconds = 3000
    // A printer without work is asked so that the screens do not call one ready that is off.
    private static let restMilliseconds = 15_000

    /// How the printer was when it was last asked.
    package private(set) var state = PrinterState(.unasked)

    private let role: PrinterRole
    private let printer: any Printer
    private let store: any Store
    private let clock: any Clock
    private var job: PrintJob?
    /// What the printer has said of the paper and the store has not taken yet.
    private var unwritten: PrintJob?
    /// The queue may hold a paper that this printer has not seen: nobody looks into an empty one again.
    private var mustLook = true
    private var isNews = false
    private var isCancelTold = false
    private var pause = PrintTurn.soonMilliseconds

    package init(role: PrinterRole, printer: any Printer, store: any Store, clock: any Clock) {
        self.role = role
        self.printer = printer
        self.store = store
        self.clock = clock
    }

    /// Whether something was written since this was last asked.
    package mutating func takeNews() -> Bool {
        defer { isNews = false }
        return isNews
    }

    /// Does what can be done now.
    ///
    /// - Parameter isCalled: the queue has changed since the last turn. Otherwise nobody looks into it.
    /// - Returns: for how many milliseconds nothing is to be done unless somebody calls.
    package mutating func callAsFunction(isCalled: Bool) throws -> Int {
        try write()
        if isCalled || mustLook { try take() }
        guard let job else {
            see(printer.state())
            return PrintTurn.restMilliseconds
        }
        if job.state == .waiting { try handOver(job) } else { try follow(job) }
        return mustLook ? 0 : pause
    }

    private mutating func take() throws {
        // Where only one may write: whoever called may not have ended the transaction yet.
        let next = try store.keep { try $0.shelves.nextPrintJob(of: role) }
        if next?.id != job?.id || next?.attempt != job?.attempt {
            pause = PrintTurn.soonMilliseconds
            isCancelTold = false
        }
        job = next
        mustLook = false
    }

    private mutating func handOver(_ job: PrintJob) throws {
        let asked = printer.state()
        see(asked)
        if let stop = asked.stops { return try wait(job, stop) }
        // It has said that it takes no second paper, and it is still at the first.
        if job.trouble == .busy, asked.condition == .printing { return slowDown() }
        // Read again where nobody else writes: it may just have been cancelled.
        let handed = try store.keep { shelf -> (PrintJob, PrintContent)? in
            guard let now = try shelf.printJobs.find(job.id), now.state == .waiting,
                let content = try shelf.printJobs.content(of: job.id)
            else { return nil }
            let sent = now.handedOver(at: clock.now)
            try shelf.printJobs.put(sent)
            return (sent, content)
        }
        isNews = true
        guard let (sent, content) = handed else {
            (self.job, mustLook) = (nil, true)
            return
        }
        let answer = printer.print(PrintedPaper(name: sent.name, size: sent.size, content: content))
        try heard(answer, of: sent)
    }

    private mutating func heard(_ answer: HandedOver, of sent: PrintJob) throws {
        let now = clock.now
        switch answer {
        case .taken(let number): try put(sent.taken(as: number, at: now))
        case .gone:
            // Whatever was the matter with it is over.
            state = PrinterState(.unasked)
            try put(sent.moved(to: .printed, at: now))
        case .never(let trouble): try put(sent.moved(to: .failed, trouble, at: now))
        case .unknown: try put(sent.moved(to: .unknown, at: now))
        case .notYet(let trouble):
            slowDown()
            if trouble == .off || trouble == .silent { see(.unreachable(trouble)) }
            try put(sent.takenBack(trouble, at: now))
        }
    }

    private mutating func follow(_ job: PrintJob) throws {
        guard let number = job.number else { return try put(job.moved(to: .unknown, at: clock.now)) }
        let handle = PrinterJob(number: number, name: job.name)
        if job.isCancelWanted, !isCancelTold { isCancelTold = printer.cancel(handle) }
        let word = printer.look(at: handle)
        see(printer.state())
        slowDown()
        switch word {
        case .working: try wait(job, state.gravest)
        case .printed: try put(job.moved(to: .printed, at: clock.now))
        case .failed(.cancelledThere) where job.isCancelWanted:
            try put(job.moved(to: .cancelled, at: clock.now))
        case .failed(let trouble):
            let why = trouble == .aborted ? state.gravest ?? trouble : trouble
            try put(job.moved(to: .failed, why, at: clock.now))
        case .lost: try put(job.moved(to: .unknown, at: clock.now))
        // Nobody will ever say what became of a paper that is not waited for.
        case .nothing where job.isCancelWanted: try put(job.moved(to: .unknown, at: clock.now))
        case .nothing(let trouble): try wait(job, trouble)
        }
    }

    /// Goes on as before; only a new reason is written down.
    private mutating func wait(_ job: PrintJob, _ trouble: PrinterTrouble?) throws {
        if job.state == .waiting { slowDown() }
        guard job.trouble != trouble else { return }
        var changed = job.moved(to: job.state, trouble, at: clock.now)
        changed.isCancelWanted = job.isCancelWanted
        try put(changed)
    }

    private mutating func put(_ job: PrintJob) throws {
        if job.state != self.job?.state { pause = PrintTurn.soonMilliseconds }
        unwritten = job
        try write()
    }

    /// What the printer has said is true whether or not the disk takes it: it stays until it is written.
    private mutating func write() throws {
        guard let word = unwritten else { return }
        let written = try store.keep { shelf -> PrintJob in
            guard let now = try shelf.printJobs.find(word.id) else {
                return word.moved(to: .cancelled, at: clock.now)
            }
            var merged = word
            // Somebody may have asked to cancel it in the meantime.
            merged.version = max(now.version + 1, word.version)
            if now.isCancelWanted, word.state == .printing { merged.isCancelWanted = true }
            if now.state == .cancelled, word.state == .waiting { return now }
            try shelf.printJobs.put(merged)
            return merged
        }
        unwritten = nil
        isNews = true
        job = written.state == .waiting || written.state == .printing ? written : nil
        mustLook = job == nil
    }

    private mutating func see(_ state: PrinterState) {
        // A printer that cannot be asked is as it was when it was last spoken to.
        if state.condition != .unasked { self.state = state }
    }

    private mutating func slowDown() {
        pause = min(PrintTurn.laterMilliseconds, pause + pause / 4)
    }
}
