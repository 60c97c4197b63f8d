/// That a representative came with somebody, or signed for them: who, by which link, in what.
package struct ActOnBehalf: Hashable, Sendable {
    package enum Matter: Hashable, Sendable {
        case visit(ID<Visit>)
        case consent(ID<Consent>)

        package var id: ID<Anything> {
            switch self {
            case .visit(let id): id.as()
            case .consent(let id): id.as()
            }
        }
    }

    package let id: ID<ActOnBehalf>
    /// Names the representative and the paper, as they were then: a link is never changed.
    package let link: ID<FamilyLink>
    package let matter: Matter
    package let at: Instant
    package let by: ID<Operator>

    package init(
        id: ID<ActOnBehalf>, link: ID<FamilyLink>, matter: Matter, at: Instant, by: ID<Operator>
    ) {
        self.id = id
        self.link = link
        self.matter = matter
        self.at = at
        self.by = by
    }
}
