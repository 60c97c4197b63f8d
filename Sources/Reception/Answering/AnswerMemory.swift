internal import HTTP
internal import Threads

/// Answers that hold as long as nobody changes anything.
///
/// When something changes, every screen of the desk asks for the same lists and cards at once: the first to
/// ask has the answer made, the others get the same bytes. With the next commit all of it is forgotten, so
/// nothing stale can be told: an answer is kept under the number of commits that its reading began with.
final class AnswerMemory: Sendable {
    private struct Kept {
        var revision: Int64 = -1
        var answers: [String: Response] = [:]
        var bytes = 0
    }

    /// A desk's screens show some dozens of things at a time; the rest is not worth its memory.
    private static let mostBytes = 512 * 1024

    private let kept = Lock(Kept())

    /// - Parameter key: everything that the answer depends on besides the store, such as path and day.
    func answer(_ key: String, revision: Int64, make: () throws -> Response) rethrows -> Response {
        let known: Response? = kept.withLock { kept in kept.revision == revision ? kept.answers[key] : nil }
        if let known { return known }
        let answer = try make()
        kept.withLock { kept in
            if kept.revision < revision { kept = Kept(revision: revision) }
            let size = answer.body.count + key.utf8.count
            guard kept.revision == revision, kept.bytes + size <= AnswerMemory.mostBytes else { return }
            kept.answers[key] = answer
            kept.bytes += size
        }
        return answer
    }
}
