/// A paper that a patient showed at the desk, as it was written down: who somebody is, or who pays.
///
/// It is never changed: what was written down wrong is struck, with the reason, and written down anew.
package struct ShownPaper: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case document(IdentityDocument)
        case policy(PolicyGiven)
    }

    package let id: ID<ShownPaper>
    package var version: Int64
    package let patient: ID<Patient>
    package let content: Content
    package let shownAt: Instant
    package let shownBy: ID<Operator>
    package var strike: Undoing?

    package init(
        id: ID<ShownPaper>, version: Int64, patient: ID<Patient>, content: Content, shownAt: Instant,
        shownBy: ID<Operator>, strike: Undoing? = nil
    ) {
        self.id = id
        self.version = version
        self.patient = patient
        self.content = content
        self.shownAt = shownAt
        self.shownBy = shownBy
        self.strike = strike
    }

    package var document: IdentityDocument? {
        if case .document(let document) = content { return document }
        return nil
    }

    package var policy: PolicyGiven? {
        if case .policy(let policy) = content { return policy }
        return nil
    }

    package func struck(
        for reason: String, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> ShownPaper {
        guard strike == nil else { throw Refusal(.paperStruckAlready) }
        var paper = self
        paper.version += 1
        paper.strike = Undoing(at: now, by: author, reason: reason)
        return paper
    }
}

/// How sure we are who somebody is. The centre's own check comes with its issue.
package enum IdentityLevel: Int64, Hashable, Sendable, CaseIterable {
    case selfDeclared = 0
    case contactConfirmed = 1
    case documentSeen = 2
    case centreConfirmed = 3

    package init(papers: [ShownPaper], isPhoneConfirmed: Bool) {
        let isSeen = papers.contains { $0.document != nil && $0.strike == nil }
        self = isSeen ? .documentSeen : isPhoneConfirmed ? .contactConfirmed : .selfDeclared
    }
}
