import Host
import Testing
import Threads

@Suite struct `A supervisor` {
    private struct Broken: Error {}

    /// What was journaled and in which order the workers came and went.
    private final class Record: Sendable {
        let lines = Lock<[String]>([])

        func add(_ line: String) { lines.withLock { $0.append(line) } }

        var all: [String] { lines.withLock { $0 } }

        var journal: Journal {
            Journal(threshold: .debug) { [self] entry in add(entry.logfmt) }
        }
    }

    @Test func `starts in order and stops in reverse`() {
        let record = Record()
        let stop = StopToken()
        let workers = ["first", "second", "third"].map { name in
            Worker(name) { token in
                token.wait()
                record.add("\(name) ended")
            }
        }
        let well = Supervisor(journal: record.journal).run(workers, until: stop) {
            record.add("ready")
            stop.stop()
        }
        #expect(well)
        #expect(record.all == ["ready", "third ended", "second ended", "first ended"])
    }

    @Test func `ends everything, and says so, when one worker throws`() {
        let record = Record()
        let workers = [
            Worker("store") { token in
                token.wait()
                record.add("store ended")
            },
            Worker("shipper") { _ in throw Broken() },
        ]
        #expect(!Supervisor(journal: record.journal).run(workers, until: StopToken(), started: {}))
        #expect(
            record.all == [
                #"event=worker.failed message="a worker failed" code=shipper kind=Broken"#, "store ended",
            ])
    }

    @Test func `ends everything when one worker leaves unasked`() {
        let record = Record()
        let well = Supervisor(journal: record.journal).run([Worker("short") { _ in }], until: StopToken()) {}
        #expect(!well)
        #expect(record.all == [#"event=worker.ended message="a worker ended unasked" code=short"#])
    }

    @Test func `counts a worker that fails while it stops`() {
        let stop = StopToken()
        let worker = Worker("checkpoint") { token in
            token.wait()
            throw Broken()
        }
        let well = Supervisor(journal: Record().journal).run([worker], until: stop) { stop.stop() }
        #expect(!well)
    }
}
