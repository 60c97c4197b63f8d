/// One list of insured people as it is brought in: which file, by whom, and what came of its lines.
///
/// It begins with the first lot and may never end: then the desk was stopped in the middle, and the same
/// list, brought in again, registers nobody twice.
package struct ListRun: Hashable, Sendable {
    package enum Ending: String, Hashable, Sendable, CaseIterable {
        case finished
        /// Somebody stopped it; what was taken stays.
        case stopped
    }

    package let id: ID<ListRun>
    package var version: Int64
    /// SHA-256 of the file's bytes, in lower-case hexadecimal digits; its name may hold somebody's.
    package let fileSHA256: String
    /// People in the list, whatever becomes of them.
    package let lines: Int64
    /// People like those who have a card are registered all the same.
    package let takesAlike: Bool
    package let begunAt: Instant
    package let begunBy: ID<Operator>
    package var ending: Ending?
    package var endedAt: Instant?

    package init(
        id: ID<ListRun>, version: Int64, fileSHA256: String, lines: Int64, takesAlike: Bool,
        begunAt: Instant, begunBy: ID<Operator>, ending: Ending? = nil, endedAt: Instant? = nil
    ) {
        self.id = id
        self.version = version
        self.fileSHA256 = fileSHA256
        self.lines = lines
        self.takesAlike = takesAlike
        self.begunAt = begunAt
        self.begunBy = begunBy
        self.ending = ending
        self.endedAt = endedAt
    }

    package func ended(_ ending: Ending, at now: Instant) -> ListRun {
        var run = self
        run.version += 1
        run.ending = ending
        run.endedAt = now
        return run
    }
}
