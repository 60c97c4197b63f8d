package import Domain

/// Gives one request one answer, however often it is sent.
///
/// The first time the body runs, its facts and its answer are written in one transaction; a repetition, be it
/// a double click or a retry after a crash, gets the stored answer and runs nothing.
package protocol AnswerOnce: Sendable {
    func answer(
        _ request: KeyedRequest, at now: Instant, _ body: (any Store) throws -> StoredAnswer
    ) throws -> StoredAnswer
}

package struct KeyedRequest: Hashable, Sendable {
    package let owner: ID<Operator>
    package let key: String
    /// The digest of method, path and body: the same key with another content is a mistake of the caller.
    package let hash: [UInt8]

    package init(owner: ID<Operator>, key: String, hash: [UInt8]) {
        self.owner = owner
        self.key = key
        self.hash = hash
    }
}

package struct StoredAnswer: Hashable, Sendable {
    package let status: Int
    package let location: String?
    package let body: [UInt8]

    package init(status: Int, location: String?, body: [UInt8]) {
        self.status = status
        self.location = location
        self.body = body
    }
}
