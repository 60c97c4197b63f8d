/// The program's diary: what happened, when and how it ended, without a word about patients.
///
/// Messages are literals by type, so nothing can be spliced into them; what varies goes into `JournalField`s.
package struct Journal: Sendable {
    private let threshold: JournalLevel
    private let write: @Sendable (JournalEntry) -> Void

    package init(threshold: JournalLevel, write: @escaping @Sendable (JournalEntry) -> Void) {
        self.threshold = threshold
        self.write = write
    }

    package func event(
        _ event: StaticString, _ message: StaticString, _ fields: JournalField..., level: JournalLevel = .info
    ) {
        record(event, message, fields, level: level)
    }

    /// The same with fields that were gathered before.
    package func record(
        _ event: StaticString, _ message: StaticString, _ fields: [JournalField], level: JournalLevel = .info
    ) {
        guard isRecording(level) else { return }
        write(JournalEntry(level: level, event: "\(event)", message: "\(message)", fields: fields))
    }

    /// Whether a line of this level would be written: for callers who must first pay for its fields.
    package func isRecording(_ level: JournalLevel) -> Bool { level >= threshold }
}
