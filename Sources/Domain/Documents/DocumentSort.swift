/// What a document is, in the four bits that its code has for it.
package enum DocumentSort: String, Hashable, Sendable, CaseIterable {
    /// ДМС
    case policy
    /// ВЗР
    case travelPolicy = "travel_policy"
    case certificate
    case programme
    /// A sheet about a policy of ОМС, which is no policy.
    case omsSheet = "oms_sheet"
    case patientCard = "patient_card"
    case referral

    /// Never renumbered: papers are kept for years.
    package var nibble: UInt8 {
        switch self {
        case .policy: 1
        case .travelPolicy: 2
        case .certificate: 3
        case .programme: 4
        case .omsSheet: 5
        case .patientCard: 6
        case .referral: 7
        }
    }

    package init?(nibble: UInt8) {
        guard let sort = DocumentSort.allCases.first(where: { $0.nibble == nibble }) else { return nil }
        self = sort
    }
}
