internal import CSystemd
internal import Glibc

extension Journal {
    /// The journal of this process: journald when systemd has put it behind our stderr, else lines on stderr.
    package static func system(threshold: JournalLevel) -> Journal {
        if isStderrTheJournal() { return Journal(threshold: threshold, write: sendToJournald) }
        let isTerminal = isatty(STDERR_FILENO) == 1
        return Journal(threshold: threshold) { entry in
            // <6> and the like is how a pipe's reader is told the level; a person does not need it.
            writeLine((isTerminal ? "" : "<\(entry.level.priority)>") + entry.logfmt)
        }
    }
}

/// systemd names the device and inode of the stream that it made; a shell may have put another one in its
/// place.
private func isStderrTheJournal() -> Bool {
    guard let named = getenv("JOURNAL_STREAM") else { return false }
    var status = stat()
    guard fstat(STDERR_FILENO, &status) == 0 else { return false }
    return String(cString: named) == "\(status.st_dev):\(status.st_ino)"
}

private func sendToJournald(_ entry: JournalEntry) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for field in entry.journalFields {
        bytes.append(contentsOf: field.utf8)
        ends.append(bytes.count)
    }
    let sent = bytes.withUnsafeMutableBytes { buffer -> Int32 in
        var start = 0
        let pieces = ends.map { end in
            defer { start = end }
            return iovec(iov_base: buffer.baseAddress?.advanced(by: start), iov_len: end - start)
        }
        return sd_journal_sendv(pieces, Int32(pieces.count))
    }
    // A journal that is being restarted must not cost us the line: stderr leads to the same place.
    if sent < 0 { writeLine("<\(entry.level.priority)>" + entry.logfmt) }
}

/// One write per line, so that lines of several threads do not mix.
private func writeLine(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes {
            write(STDERR_FILENO, $0.baseAddress?.advanced(by: written), $0.count - written)
        }
        if count < 0 && errno == EINTR { continue }
        // Nobody reads our stderr any more; there is no one left to tell.
        guard count > 0 else { return }
        written += count
    }
}
