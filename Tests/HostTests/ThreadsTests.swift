import Glibc
import Testing
import Threads

@Suite struct `A stop token` {
    @Test func `is not stopped until someone says so, and then for good`() {
        let token = StopToken()
        #expect(!token.isStopped)
        #expect(!token.wait(milliseconds: 1))
        token.stop()
        token.stop()
        #expect(token.isStopped)
        #expect(token.wait(milliseconds: 60_000))
        token.wait()
    }

    @Test func `wakes a thread out of a long wait`() throws {
        let token = StopToken()
        let outcome = Condition<Bool?>(nil)
        let thread = try Thread.start(named: "sleeper") {
            let stopped = token.wait(milliseconds: 60_000)
            outcome.change { $0 = stopped }
        }
        token.stop()
        #expect(outcome.wait(timeoutMilliseconds: 10_000) { $0 } == true)
        thread.join()
    }
}

@Suite struct `A condition` {
    @Test func `waits for what another thread does`() throws {
        let box = Condition<[Int]>([])
        let thread = try Thread.start(named: "giver") {
            for number in 1...100 { box.change { $0.append(number) } }
        }
        let all = box.wait(timeoutMilliseconds: 10_000) { $0.count == 100 ? $0 : nil }
        #expect(all == Array(1...100))
        thread.join()
    }

    @Test func `gives up when the time is over, and not before`() {
        let box = Condition(0)
        let start = ContinuousClock.now
        #expect(box.wait(timeoutMilliseconds: 1020) { $0 > 0 ? $0 : nil } == nil)
        #expect(start.duration(to: .now) >= .milliseconds(1020))
    }

    @Test func `looks once even without any time`() {
        #expect(Condition(7).wait(timeoutMilliseconds: 0) { $0 } == 7)
        #expect(Condition(7).wait(timeoutMilliseconds: -5) { $0 } == 7)
    }
}

@Suite struct `A thread` {
    @Test(arguments: [
        ("wal", "wal"), ("a name that is too long", "a name that is "),
    ])
    func `has the name that it was given, as far as the kernel takes it`(given: String, shown: String) throws
    {
        let found = Condition<String?>(nil)
        let thread = try Thread.start(named: given) {
            let name = nameOfThisThread()
            found.change { $0 = name }
        }
        thread.join()
        #expect(found.wait(timeoutMilliseconds: 0) { $0 } == shown)
    }
}

@Suite struct `A turnstile` {
    @Test func `never lets more in than it has places, and serves everyone in line`() throws {
        let turnstile = Turnstile(places: 2, line: 100, patienceMilliseconds: 60_000)
        let crowd = Lock((inside: 0, most: 0, served: 0))
        let threads = try (0..<16).map { number in
            try Thread.start(named: "guest \(number)") {
                for _ in 0..<50 {
                    try? turnstile.pass {
                        crowd.withLock {
                            $0.inside += 1
                            $0.most = max($0.most, $0.inside)
                        }
                        sched_yield()
                        crowd.withLock {
                            $0.inside -= 1
                            $0.served += 1
                        }
                    }
                }
            }
        }
        for thread in threads { thread.join() }
        let (inside, most, served) = crowd.withLock { $0 }
        #expect(inside == 0)
        #expect(most == 2)
        #expect(served == 800)
    }

    @Test func `turns away who finds the line full, or waits too long`() throws {
        let turnstile = Turnstile(places: 1, line: 1, patienceMilliseconds: 50)
        let patient = Turnstile(places: 1, line: 0, patienceMilliseconds: 60_000)
        try turnstile.pass {
            #expect(throws: Turnstile.Refused.waitedTooLong) { try turnstile.pass {} }
        }
        try patient.pass {
            #expect(throws: Turnstile.Refused.lineFull) { try patient.pass {} }
        }
        // Who gave up has left the line, and who was inside has left the place.
        #expect(throws: Never.self) { try turnstile.pass {} }
        #expect(throws: Never.self) { try patient.pass {} }
    }
}

private func nameOfThisThread() -> String {
    guard let file = fopen("/proc/thread-self/comm", "r") else { return "" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, 64, file) != nil else { return "" }
    let bytes = line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:))
    return String(decoding: bytes, as: UTF8.self)
}
