import Glibc
import Testing
import Threads

@testable import Host

/// One after the other: these use the environment and signals of the process.
@Suite(.serialized) struct `With systemd` {
    @Test func `readiness and status arrive in one datagram, and a line break cannot add another word`()
        throws
    {
        try withNotifySocket { receive in
            ServiceManager.notify(.ready, status: "порт 8470\nMAINPID=1")
            try expect("READY=1\nSTATUS=порт 8470 MAINPID=1", from: receive)
            ServiceManager.notify(.reloading, status: "x")
            try expect("RELOADING=1\nSTATUS=x", from: receive)
            ServiceManager.notify(.stopping, status: "x")
            try expect("STOPPING=1\nSTATUS=x", from: receive)
            ServiceManager.notify(status: "y")
            try expect("STATUS=y", from: receive)
        }
    }

    @Test func `the watchdog is told as long as we are alive, and not when we are not`() throws {
        #expect(ServiceManager.watchdog(isAlive: { true }) == nil)
        setenv("WATCHDOG_USEC", "20000", 1)
        defer { unsetenv("WATCHDOG_USEC") }
        try withNotifySocket { receive in
            let asked = Condition(0)
            let worker = try #require(
                ServiceManager.watchdog {
                    asked.change {
                        $0 += 1
                        // Alive at first, dead at the second question, then alive again.
                        return $0 != 2
                    }
                })
            let stop = StopToken()
            let thread = try Thread.start(named: worker.name) { try? worker.run(stop) }
            #expect(asked.wait(timeoutMilliseconds: 10_000) { $0 >= 4 ? true : nil } == true)
            stop.stop()
            thread.join()
            let questions = asked.wait(timeoutMilliseconds: 0) { $0 } ?? 0
            // One datagram for each question but the second.
            for _ in 0..<(questions - 1) { try expect("WATCHDOG=1", from: receive) }
            #expect(throws: NothingSaid.self) { try receive() }
        }
    }

    @Test func `a socket must listen, and on loopback only`() throws {
        let loopback = try listeningSocket("127.0.0.1", listens: true)
        defer { close(loopback) }
        #expect(throws: Never.self) { try ServiceManager.check(loopback) }

        let everywhere = try listeningSocket("0.0.0.0", listens: true)
        defer { close(everywhere) }
        #expect(throws: ListenSocketFault.notLoopback(everywhere)) { try ServiceManager.check(everywhere) }

        let deaf = try listeningSocket("127.0.0.1", listens: false)
        defer { close(deaf) }
        #expect(throws: ListenSocketFault.notListening(deaf)) { try ServiceManager.check(deaf) }

        #expect(throws: ListenSocketFault.notListening(STDIN_FILENO)) {
            try ServiceManager.check(STDIN_FILENO)
        }
    }

    @Test func `without activation there are no sockets`() throws {
        #expect(try ServiceManager.listenSockets().isEmpty)
    }

    @Test func `signals that are held back come as wishes`() throws {
        // On a thread of its own, which alone holds them back and gets them: the test process must not.
        let wishes = Condition<[Signals.Wish]>([])
        let thread = try Thread.start(named: "signals") {
            Signals.hold()
            for number in [SIGHUP, SIGTERM, SIGINT] {
                pthread_kill(pthread_self(), number)
                let wish = Signals.next()
                wishes.change { $0.append(wish) }
            }
        }
        thread.join()
        #expect(wishes.wait(timeoutMilliseconds: 0) { $0 } == [.reload, .stop, .stop])
    }

    private struct NothingSaid: Error {}

    private func expect(_ text: String, from receive: () throws -> String) throws {
        let said = try receive()
        #expect(said == text)
    }

    /// Puts a datagram socket where systemd's would be; `receive` throws when nothing has come.
    private func withNotifySocket(_ body: (_ receive: () throws -> String) throws -> Void) throws {
        let name = "frontdesk-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        try #require(file >= 0)
        defer { close(file) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // A zero byte in front: an abstract name, which leaves nothing in the file system.
        withUnsafeMutableBytes(of: &address.sun_path) { $0.dropFirst().copyBytes(from: name.utf8) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, length) }
        }
        try #require(bound == 0)
        setenv("NOTIFY_SOCKET", "@\(name)", 1)
        defer { unsetenv("NOTIFY_SOCKET") }
        try body {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = recv(file, &bytes, bytes.count, 0)
            guard count >= 0 else { throw NothingSaid() }
            return String(decoding: bytes[..<count], as: UTF8.self)
        }
    }

    private func listeningSocket(_ host: String, listens: Bool) throws -> Int32 {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(file >= 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(bound == 0)
        if listens { try #require(listen(file, 1) == 0) }
        return file
    }
}
