/// What a fact or a notice is about.
package struct Subject: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case desk
        case settings
        case `operator`
        case patient
        case visit
        case paper
        case consent
        case consentText = "consent_text"
        case mailProfile = "mail_profile"
        case calendar
        case readBack = "read_back"
        case list
        case listLot = "list_lot"
        case merge
        case strictness
        case familyLink = "family_link"
        case actOnBehalf = "act_on_behalf"
        case deathNote = "death_note"
        case shift
        case session
        case journal
    }

    package let kind: Kind
    package let id: ID<Anything>

    package init(_ kind: Kind, _ id: ID<Anything>) {
        self.kind = kind
        self.id = id
    }
}
