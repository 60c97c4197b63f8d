/// That a policy which is known under another card of the same person was found by its number and shown to
/// belong here: name and birth date agreed.
package struct PolicyLink: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case issued(ID<IssuedPolicy>)
        case shown(ID<ShownPaper>)
    }

    package let id: ID<PolicyLink>
    package let patient: ID<Patient>
    package let target: Target
    package let linkedAt: Instant
    package let linkedBy: ID<Operator>

    package init(
        id: ID<PolicyLink>, patient: ID<Patient>, target: Target, linkedAt: Instant, linkedBy: ID<Operator>
    ) {
        self.id = id
        self.patient = patient
        self.target = target
        self.linkedAt = linkedAt
        self.linkedBy = linkedBy
    }
}
