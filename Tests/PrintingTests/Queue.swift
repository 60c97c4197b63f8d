import Application
import DeskFixture
import Domain
import Persistence
import Threads

/// A desk's queue with a printer at its end, turn by turn.
final class Queue {
    let desk: TestDesk
    let printer = FakePrinter()
    let store: WatchedStore
    let owner: Operator
    private var turn: PrintTurn

    init() throws {
        desk = try TestDesk()
        owner = try desk.setUp()
        store = WatchedStore(desk.store)
        turn = PrintTurn(role: .documents, printer: printer, store: store, clock: desk.clock)
    }

    var author: Author { Author(operator: owner.id) }

    func add(_ text: String = "page", title: String? = nil) throws -> PrintJob {
        try PrintPaper(store: desk.store, clock: desk.clock, identities: desk.identities)(
            .pdf(Array(text.utf8)), size: .a4, on: .documents, for: .document, titled: title, by: author)
    }

    @discardableResult
    func go(isCalled: Bool = true) throws -> Int { try turn(isCalled: isCalled) }

    /// As after a kill: nothing is known but what is written.
    func startAgain() throws {
        turn = PrintTurn(role: .documents, printer: printer, store: store, clock: desk.clock)
        try SettlePrintJobs(store: store, clock: desk.clock)(.documents, hasPrinter: true)
    }

    func step(_ step: PrintJob.Step, _ job: PrintJob) throws -> PrintJob {
        try TakePrintStep(store: desk.store, clock: desk.clock)(
            step, of: job.id, baseVersion: now(job).version, by: author)
    }

    func now(_ job: PrintJob) throws -> PrintJob {
        guard let found = try desk.store.keep({ try $0.printJobs.find(job.id) }) else {
            throw Refusal(.printJobNotFound)
        }
        return found
    }

    func content(_ job: PrintJob) throws -> PrintContent? {
        try desk.store.keep { try $0.printJobs.content(of: job.id) }
    }
}

/// The desk's store, which counts and can fail.
final class WatchedStore: Store, Sendable {
    private let inner: any Store & Sendable
    private let watched = Lock((writes: 0, isFull: false))

    init(_ inner: any Store & Sendable) { self.inner = inner }

    var writes: Int { watched.withLock { $0.writes } }

    func fill(_ isFull: Bool) { watched.withLock { $0.isFull = isFull } }

    func change<Value: Sendable>(
        by author: Author, _ body: (any Changing) throws -> Changed<Value>
    ) throws -> Value { try inner.change(by: author, body) }

    func keep<Value: Sendable>(_ body: (any Keeping) throws -> Value) throws -> Value {
        let isFull = watched.withLock { watched in
            watched.writes += 1
            return watched.isFull
        }
        if isFull { throw Fault(.full, "no room") }
        return try inner.keep(body)
    }

    func read<Value: Sendable>(_ body: (any Reading) throws -> Value) throws -> Value {
        try inner.read(body)
    }
}
