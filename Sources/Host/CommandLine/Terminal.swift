internal import Glibc

/// Talking with the person (or script) that runs a command.
package enum Terminal {
    package static func write(_ text: String) { put(text, STDOUT_FILENO) }

    package static func complain(_ text: String) { put(text, STDERR_FILENO) }

    /// One line that the next call writes over, for somebody who waits; nothing when nobody sits there. An
    /// empty text takes the line away.
    package static func showProgress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        put(Array("\r\u{1b}[K\(text)".utf8), STDERR_FILENO)
    }

    /// Whether a person sits there who can answer a question.
    package static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks for a secret on the terminal, without showing what is typed.
    package static func askSecret(_ question: String) throws(CommandFault) -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else {
            throw CommandFault(
                "there is no terminal to ask on; give the secret on standard input", exit: .noPermission)
        }
        defer { close(terminal) }
        return try askSecret(question, on: terminal)
    }

    /// The first line of standard input: for scripts, for a secret never stands on a command line, where
    /// everybody's `ps` shows it.
    package static func readSecret() throws(CommandFault) -> String {
        try secretLine(from: STDIN_FILENO)
    }

    /// All of standard input, up to a limit: for what must not stand on a command line, where everybody's
    /// `ps` shows it.
    package static func readText(limit: Int) throws(CommandFault) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: limit + 1)
        while bytes.count <= limit {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandFault("standard input cannot be read", exit: .inputOutput)
            }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        guard bytes.count <= limit else {
            throw CommandFault("standard input is longer than \(limit) bytes", exit: .badData)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault("standard input is not UTF-8 text", exit: .badData)
        }
        return text
    }

    static func askSecret(_ question: String, on terminal: Int32) throws(CommandFault) -> String {
        var usual = termios()
        guard tcgetattr(terminal, &usual) == 0 else {
            throw CommandFault("this is not a terminal", exit: .system)
        }
        var silent = usual
        // Without signals too: Ctrl-C in the middle must not leave a terminal that no longer shows what is
        // typed.
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(terminal, TCSAFLUSH, &silent)
        defer {
            tcsetattr(terminal, TCSAFLUSH, &usual)
            put("", terminal)
        }
        _ = question.withCString { Glibc.write(terminal, $0, question.utf8.count) }
        return try secretLine(from: terminal)
    }

    static func secretLine(from file: Int32) throws(CommandFault) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        // One by one, so that nothing after the line is taken away from whoever reads next.
        while bytes.count <= longestSecret {
            let count = read(file, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw CommandFault("the secret cannot be read", exit: .inputOutput) }
            if count == 0 || byte == UInt8(ascii: "\n") { break }
            if byte == 3 { throw CommandFault("cancelled", exit: .usage) }
            bytes.append(byte)
        }
        guard bytes.count <= longestSecret else {
            throw CommandFault("the secret is too long", exit: .badData)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault("the secret is empty or not UTF-8 text", exit: .badData)
        }
        return text
    }

    private static let longestSecret = 1024

    private static func put(_ text: String, _ file: Int32) { put(Array((text + "\n").utf8), file) }

    private static func put(_ line: [UInt8], _ file: Int32) {
        var written = 0
        while written < line.count {
            let count = line.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            // The reader has gone, as after `| head`.
            guard count > 0 else { return }
            written += count
        }
    }
}
