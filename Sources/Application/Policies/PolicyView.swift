package import Domain

/// A policy with the names of what it refers to, each at the version that it was issued with.
package struct PolicyView: Hashable, Sendable {
    package let policy: IssuedPolicy
    package let insurer: Insurer
    package let programmes: [Programme]
    package let issuedBy: String
    package let changedBy: String
    package let status: IssuedPolicy.Status
    /// The numbers of the policies that came one instead of the other.
    package let replaces: String?
    package let replacedBy: String?

    init(_ policy: IssuedPolicy, on today: CalendarDay, in books: any Reading) throws {
        guard let insurer = try books.catalogues.insurer(policy.content.insurer) else {
            throw Refusal(.insurerNotFound)
        }
        self.policy = policy
        self.insurer = insurer
        programmes = try policy.content.programmes.compactMap { try books.catalogues.programme($0) }
        issuedBy = try books.operators.find(policy.issuedBy)?.name ?? "–"
        changedBy = try books.operators.find(policy.changedBy)?.name ?? "–"
        status = policy.status(on: today)
        replaces = try policy.replaces.flatMap { try books.policies.find($0)?.number }
        replacedBy = try policy.replacedBy.flatMap { try books.policies.find($0)?.number }
    }
}

/// All that the desk knows of somebody's insurance: what it issued, what was linked, what was shown.
package struct ReadPolicies {
    package struct Output: Sendable {
        package let issued: [Placed<PolicyView>]
        package let linked: [PolicyView]
        /// Policies that were shown, here and at a card that a link leads to; struck ones are left out.
        package let shown: [Placed<ShownPaper>]
        package let linkedPapers: [ShownPaper]
    }

    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(of id: ID<Patient>) throws -> Output {
        try store.read { books in
            guard try books.patients.find(id) != nil else { throw Refusal(.patientNotFound) }
            let view = { policy in try PolicyView(policy, on: clock.today, in: books) }
            let targets = try books.together(id) { try books.policies.links(of: $0) }.map(\.item.target)
            let linked = try targets.compactMap { target in
                guard case .issued(let id) = target else { return nil as IssuedPolicy? }
                return try books.policies.find(id)
            }
            let papers = try targets.compactMap { target in
                guard case .shown(let id) = target else { return nil as ShownPaper? }
                return try books.papers.find(id)
            }
            return Output(
                issued: try books.together(id) { try books.policies.all(of: $0).map(view) },
                linked: try linked.map(view),
                shown: try books.together(id) { try books.papers.all(of: $0).filter(\.isStandingPolicy) },
                linkedPapers: papers.filter(\.isStandingPolicy))
        }
    }

    /// One policy, as a list shows it.
    package func callAsFunction(_ policy: IssuedPolicy) throws -> PolicyView {
        try store.read { try PolicyView(policy, on: clock.today, in: $0) }
    }
}

extension ShownPaper {
    fileprivate var isStandingPolicy: Bool { policy != nil && strike == nil }
}
