import Glibc
import Testing
import Threads

@testable import Host

@Suite struct `Asking for a secret` {
    @Test func `shows nothing of it, and leaves the terminal as it was`() throws {
        let (person, terminal) = try pseudoTerminal()
        defer {
            close(person)
            close(terminal)
        }
        let before = try flags(of: terminal)
        let answer = Condition<String?>(nil)
        let thread = try Thread.start(named: "asker") {
            let secret = (try? Terminal.askSecret("Password: ", on: terminal)) ?? "refused"
            answer.change { $0 = secret }
        }
        // The question comes after the echo has been switched off; typing earlier would be thrown away.
        #expect(try readUntil("Password: ", from: person) == "Password: ")
        type("верный пароль 1\n", on: person)
        #expect(answer.wait(timeoutMilliseconds: 10_000) { $0 } == "верный пароль 1")
        thread.join()
        #expect(try readUntil("\r\n", from: person) == "\r\n")
        #expect(try flags(of: terminal) == before)
    }

    @Test func `can be cancelled by Ctrl-C, and the terminal shows again what is typed`() throws {
        let (person, terminal) = try pseudoTerminal()
        defer {
            close(person)
            close(terminal)
        }
        let before = try flags(of: terminal)
        let answer = Condition<String?>(nil)
        let thread = try Thread.start(named: "asker") {
            do throws(CommandFault) {
                _ = try Terminal.askSecret("PIN: ", on: terminal)
            } catch {
                let text = error.description
                answer.change { $0 = text }
            }
        }
        _ = try readUntil("PIN: ", from: person)
        type("24\u{3}\n", on: person)
        #expect(answer.wait(timeoutMilliseconds: 10_000) { $0 } == "cancelled")
        thread.join()
        #expect(try flags(of: terminal) == before)
    }

    @Test(arguments: [
        ("secret\nrest", "secret"), ("secret", "secret"), ("secret\r\n", "secret"),
        (" с пробелом \n", " с пробелом "),
        ("\n", nil), ("", nil), (String(repeating: "a", count: 1025), nil),
    ])
    func `takes the first line of a pipe`(piped: String, secret: String?) throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        type(piped, on: ends[1])
        close(ends[1])
        #expect((try? Terminal.secretLine(from: ends[0])) == secret)
    }

    private func type(_ text: String, on file: Int32) {
        let bytes = Array(text.utf8)
        #expect(write(file, bytes, bytes.count) == bytes.count)
    }

    private func readUntil(_ end: String, from file: Int32) throws -> String {
        var text: [UInt8] = []
        while !String(decoding: text, as: UTF8.self).hasSuffix(end) {
            var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            try #require(poll(&waiting, 1, 10_000) == 1, "the terminal says nothing")
            var byte: UInt8 = 0
            try #require(read(file, &byte, 1) == 1)
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func flags(of terminal: Int32) throws -> tcflag_t {
        var settings = termios()
        try #require(tcgetattr(terminal, &settings) == 0)
        return settings.c_lflag
    }

    private func pseudoTerminal() throws -> (person: Int32, terminal: Int32) {
        // posix_openpt and its kin are not in Swift's Glibc module; these requests are what they make.
        let unlock: UInt = 0x4004_5431
        let tellNumber: UInt = 0x8004_5430
        let person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: Int32 = 0
        try #require(person >= 0 && ioctl(person, unlock, &locked) == 0)
        try #require(ioctl(person, tellNumber, &number) == 0)
        let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(terminal >= 0)
        return (person, terminal)
    }
}
